"""Ids, codes and numbers that must stand for one thing."""

from collections.abc import Iterable, Iterator
from typing import Any

from ...load.sources import Pointer
from ...load.walk import LISTS
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record

EXPLANATION = Explanation(
    "R103",
    "error",
    Bilingual("编号重复", "An id is used twice"),
    Bilingual(
        "编号代表一样东西：一个事项、一份材料、一个步骤、一个选项、一个区划代码。两样东西用一个编号，网址、译文和地方版本就不知道指哪一个。",
        "An id stands for one thing: a service, a paper, a step, an answer, a division. If two share one, web "
        "addresses, "
        "translations and local versions can't tell which is meant.",
    ),
)
_Use = tuple[Any, Record, Pointer]


def find(content: Content) -> Iterator[Finding]:
    """Among files, in each list file, in each list inside a record, and over all division tables."""
    yield from _repeated((r.document.key, r, ("id",)) for r in content.records("service"))
    for kind in sorted(LISTS):
        records = content.records(kind)
        yield from _repeated((r.data.get("id"), r, ("id",)) for r in records)
        if kind == "hotline":
            yield from _repeated((r.data.get("number"), r, ("number",)) for r in records)
    for record in content.originals:
        yield from _inside(record, record.data, ())
    yield from _repeated((row.data["code"], row, ()) for row in content.records("division"))
    for lang in content.sources.languages[1:]:
        yield from _repeated((row.data["code"], row, ()) for row in content.records("division", lang))


def _inside(record: Record, value: Any, pointer: Pointer) -> Iterator[Finding]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                yield from _inside(record, inner, (*pointer, key))
    elif isinstance(value, list):
        entries = [(index, entry) for index, entry in enumerate(value) if isinstance(entry, dict)]
        yield from _repeated(
            (e.get("id"), record, (*pointer, i, "id")) for i, e in entries if pointer[0] != "revisions"
        )
        for index, entry in entries:
            yield from _inside(record, entry, (*pointer, index))


def _repeated(uses: Iterable[_Use]) -> Iterator[Finding]:
    first: dict[str, _Use] = {}
    for use in uses:
        id_, record, pointer = use
        if id_ is None:
            continue
        if id_ not in first:
            first[id_] = use
            continue
        _, other, there = first[id_]
        line = other.position(there)[0]
        same = other.document.path == record.document.path
        yield EXPLANATION.at(
            record.document.path,
            record.position(pointer),
            Bilingual(
                f"“{id_}”已经用过了，在{'' if same else other.document.path + ' '}第 {line} 行。",
                f'"{id_}" is already used in {"" if same else other.document.path + ", "}line {line}.',
            ),
            Bilingual(
                "请换一个编号；如果是同一样东西，删掉一处。", "Choose another id; if both are one thing, delete one."
            ),
        )
