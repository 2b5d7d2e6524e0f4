"""Withdrawn records that are replaced by themselves."""

from collections.abc import Iterator, Mapping

from ...catalogue.revisions import REVISED
from ...load.sources import Pointer
from ...load.walk import LISTS
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record
from ..divisions import merged

EXPLANATION = Explanation(
    "R112",
    "error",
    Bilingual("由谁代替绕了回来", "A replacement runs in a circle"),
    Bilingual(
        "replaced_by 告诉人现在办哪一件、找哪一处。一路指下去又回到自己，人就永远找不到。",
        "replaced_by tells people what to turn to now. If it leads back to itself, one after the other, they never "
        "get anywhere.",
    ),
)
_Ways = dict[str, tuple[str, Record, Pointer]]


def find(content: Content) -> Iterator[Finding]:
    """Records with ``withdrawn``, and divisions in ``merged``."""
    for kind in (*REVISED, *sorted(LISTS)):
        ways: _Ways = {}
        for record in content.records(kind):
            to = record.data.get("withdrawn", {}).get("replaced_by")
            if to is not None:
                key = str(record.data.get("id")) if kind in LISTS else record.document.key
                ways[key] = (to, record, ("withdrawn", "replaced_by"))
        yield from _circles(ways)
    yield from _circles(
        {
            entry["id"]: (entry["replaced_by"], record, (*pointer, "replaced_by"))
            for record, pointer, entry in merged(content)
            if "replaced_by" in entry
        }
    )


def _circles(ways: Mapping[str, tuple[str, Record, Pointer]]) -> Iterator[Finding]:
    """One finding for each that lies on a circle."""
    for start, (_, record, pointer) in ways.items():
        way = [start]
        while way[-1] in ways and ways[way[-1]][0] not in way:
            way.append(ways[way[-1]][0])
        if way[-1] in ways and ways[way[-1]][0] == start:
            shown = " → ".join((*way, start))
            yield EXPLANATION.at(
                record.document.path,
                record.position(pointer),
                Bilingual(f"“{shown}”绕回了自己。", f'"{shown}" leads back to itself.'),
                Bilingual(
                    "请写现在真正办理的那一个，没有就删掉 replaced_by。", "Name what holds now, or leave it out."
                ),
            )
