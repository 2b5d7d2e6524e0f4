"""References to ids that still exist but have been withdrawn."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...load.sources import Kind, Pointer
from ...load.walk import LISTS
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record
from ..values import along, citations
from .reference_leads_nowhere import FIELDS

EXPLANATION = Explanation(
    "R118",
    "warning",
    Bilingual("指向的东西已经撤销", "A reference to what is withdrawn"),
    Bilingual(
        "这里写的编号还在，但那样东西写了 withdrawn，已经不办、不用了。办事的人会被带到一张“已撤销”的页面。",
        "The id named here still exists, but its record says withdrawn: it is no longer offered or used. People would be "
        "led to a page that only says so.",
    ),
)
# What other rules say better: R721, R114.
_TOLD = ("course.provider", "system.served_by")


def find(content: Content) -> Iterator[Finding]:
    """Every field that names another record by its id, and every citation; not what was withdrawn itself."""
    gone: dict[str, Mapping[str, Mapping[str, Any]]] = {}
    for kind, fields in FIELDS.items():
        for record in content.records(kind):
            if record.data.get("withdrawn"):
                continue
            named = [
                (pointer, id_, target)
                for path, target in fields.items()
                if not path.endswith("replaced_by") and not f"{kind}.{path}".startswith(_TOLD)
                for pointer, id_ in along(path, record.data)
            ]
            named += [((*at, "policy"), citation["policy"], "policy") for at, citation in citations(record.data)]
            for pointer, id_, target in named:
                if target not in gone:
                    gone[target] = _withdrawn(content, target)
                if id_ in gone[target]:
                    yield _finding(record, pointer, id_, gone[target][id_])


def _withdrawn(content: Content, kind: Kind | str) -> Mapping[str, Mapping[str, Any]]:
    field = "number" if kind == "hotline-number" else "id"
    real: Any = "hotline" if kind == "hotline-number" else kind
    return {
        str(record.data[field]) if real in LISTS else record.document.key: record.data["withdrawn"]
        for record in content.records(real)
        if isinstance(record.data.get("withdrawn"), Mapping) and (real not in LISTS or field in record.data)
    }


def _finding(record: Record, pointer: Pointer, id_: str, withdrawn: Mapping[str, Any]) -> Finding:
    instead = withdrawn.get("replaced_by")
    return EXPLANATION.at(
        record.document.path,
        record.position(pointer),
        Bilingual(f"“{id_}”已于 {withdrawn.get('date')} 撤销。", f'"{id_}" was withdrawn on {withdrawn.get("date")}.'),
        Bilingual(f"请改成代替它的“{instead}”。", f'Use "{instead}", which replaces it.')
        if instead
        else Bilingual("请删掉，或改成还在用的。", "Delete it, or name one that is in use."),
    )
