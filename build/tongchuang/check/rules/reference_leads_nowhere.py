"""References to ids that do not exist."""

import difflib
from collections.abc import Iterator, Mapping

from ... import schemas
from ...catalogue.serving import RECORDS
from ...load.sources import Kind, Pointer
from ...load.walk import LISTS
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record
from ..divisions import merged_codes
from ..values import along, citations

EXPLANATION = Explanation(
    "R104",
    "error",
    Bilingual("指向的东西不存在", "A reference leads nowhere"),
    Bilingual(
        "这里写的是另一样东西的编号（类别、部门、窗口、政策、热线、区划代码等），但找不到它。可能写错了，也可能那样东西还没有写。",
        "This names another thing by its id (a category, department, window, policy, hotline, division and so on), but "
        "there is none with that id. It may be misspelt, or the other thing has not been written yet.",
    ),
)

# Which fields hold the id of what. "hotline-number" and "region" are known by number and code, "measure" by its
# policy's id, a slash, and its own, "limit" (a step or remedy with a time limit) likewise by its service's.
FIELDS: Mapping[Kind, Mapping[str, str]] = {
    "hub": {
        "network": "network",
        "print_county": "region",
        "reviewers.*.department": "department",
        "reviewers.*.region": "region",
    },
    "group": {"withdrawn.replaced_by": "group"},
    "category": {"group": "group", "appeals.*": "appeal", "withdrawn.replaced_by": "category"},
    "life-event": {
        "categories.*": "category",
        "stages.*.services.*": "service",
        "stages.*.hotlines.*": "hotline-number",
        "card.limits.*": "limit",
        "withdrawn.replaced_by": "life-event",
    },
    "department": {"hotline": "hotline-number", "withdrawn.replaced_by": "department"},
    "appeal": {
        "departments.*": "department",
        "hotlines.*": "hotline-number",
        "services.*": "service",
        "withdrawn.replaced_by": "appeal",
    },
    "window": {"withdrawn.replaced_by": "window"},
    "hotline": {"department": "department", "withdrawn.replaced_by": "hotline"},
    "term": {"withdrawn.replaced_by": "term"},
    "scheme": {
        "policy": "policy",
        "parts.*.categories.*": "category",
        "withdrawn.replaced_by": "scheme",
    },
    "system": {
        "policy": "policy",
        **{f"served_by.{field}.*": kind for field, kind in RECORDS.items()},
        "measures.*": "measure",
        "withdrawn.replaced_by": "system",
    },
    "service": {
        "category": "category",
        "life_events.*": "life-event",
        "window": "window",
        "departments.lead": "department",
        "departments.supporting.*": "department",
        "materials.*.form": "form",
        "withdrawn.replaced_by": "service",
    },
    "local": {"window": "window"},
    "policy": {
        "region": "region",
        "amends.*": "policy",
        "repeals.*": "policy",
        "repealed.by": "policy",
        "measures.*.lead.*": "department",
        "measures.*.supporting.*": "department",
        "measures.*.services.*": "service",
        "withdrawn.replaced_by": "policy",
    },
    "network": {
        "region": "region",
        "policy": "policy",
        "profile": "profile",
        "merged.*.replaced_by": "region",
    },
    "place": {
        "code": "region",
        "windows.*": "window",
        "not_offered.*.id": "group",
        "withdrawn.replaced_by": "region",
    },
    "profile": {
        "region": "region",
        "policy": "policy",
        "windows.centre.*": "window",
        "windows.office.*": "window",
        "windows.station.*": "window",
        "wall_rules.*": "wall-rule",
        "processes.*": "service",
    },
    "point": {
        "region": "region",
        "serves": "region",
        "run_by": "department",
        "services.*": "service",
        "visits.*.services.*": "service",
        "policy": "policy",
        "withdrawn.replaced_by": "point",
    },
    "pair": {
        "sending": "region",
        "receiving": "region",
        "agreed.*.services.*": "service",
        "policy": "policy",
        "withdrawn.replaced_by": "pair",
    },
    "routing": {
        "region": "region",
        "policy": "policy",
        "routes.*.id": "appeal",
        "routes.*.departments.*": "department",
        "routes.*.window": "window",
        "routes.*.hotlines.*": "hotline-number",
        "routes.*.services.*": "service",
    },
    "form": {
        "services.*": "service",
        "policy": "policy",
        "hotlines.*": "hotline",
        "withdrawn.replaced_by": "form",
    },
    "ledger": {"policy": "policy", "category": "category", "withdrawn.replaced_by": "ledger"},
    "wall-rule": {
        "region": "region",
        "policy": "policy",
        "window": "window",
        "items.*.hotlines.*": "hotline",
        "withdrawn.replaced_by": "wall-rule",
    },
    "target": {"region": "region", "policy": "policy"},
    "partner": {
        "region": "region",
        "services.*": "service",
        "policy": "policy",
        "withdrawn.replaced_by": "partner",
    },
    "brand": {"region": "region", "policy": "policy", "services.*": "service", "withdrawn.replaced_by": "brand"},
    "course": {
        "provider": "point",
        "region": "region",
        "brand": "brand",
        "services.*": "service",
        "withdrawn.replaced_by": "course",
    },
    "rate": {"values.*.region": "region", "withdrawn.replaced_by": "rate"},
    "notice": {"region": "region", "services.*": "service", "withdrawn.replaced_by": "notice"},
}
_FILES: tuple[Kind, ...] = (
    "service",
    "policy",
    "network",
    "profile",
    "point",
    "pair",
    "routing",
    "form",
    "ledger",
    "wall-rule",
    "target",
    "partner",
    "brand",
    "course",
    "rate",
    "notice",
)


def find(content: Content) -> Iterator[Finding]:
    """Every field that names something else, and every citation."""
    known = _known(content)
    for kind, fields in FIELDS.items():
        for record in content.records(kind):
            for path, target in fields.items():
                for pointer, id_ in along(path, record.data):
                    yield from _judge(content, record, pointer, id_, target, known)
            for pointer, citation in citations(record.data):
                yield from _judge(content, record, (*pointer, "policy"), citation["policy"], "policy", known)
    for record in content.records("local"):
        yield from _judge(content, record, (), record.document.key, "service", known)
        yield from _judge(content, record, (), record.document.region or "", "region", known)
    for record in content.records("network"):
        table = record.data.get("table", "")
        if table and not content.exists(f"content/network/{table}"):
            yield _finding(record, ("table",), table, Bilingual("区划表", "division table"), [])


def _judge(
    content: Content, record: Record, pointer: Pointer, id_: str, target: str, known: Mapping[str, set[str] | None]
) -> Iterator[Finding]:
    ids = known[target]
    if ids is None or id_ in ids:
        return
    for kind in (*_FILES, *LISTS):
        if kind == target and (
            content.unread(kind, id_) or content.named_otherwise(kind, id_) or content.is_gone(kind, id_)
        ):
            return
    if target == "region" and content.base and id_ in {row.data["code"] for row in content.base.records("division")}:
        return
    yield _finding(record, pointer, id_, _title(target), sorted(ids))


def _finding(record: Record, pointer: Pointer, id_: str, title: Bilingual, ids: list[str]) -> Finding:
    near = difflib.get_close_matches(id_, ids, n=1)
    return EXPLANATION.at(
        record.document.path,
        record.position(pointer),
        Bilingual(f"没有编号为“{id_}”的{title.zh}。", f'There is no {title.en} "{id_}".'),
        Bilingual(f"是不是“{near[0]}”？", f'Did you mean "{near[0]}"?')
        if near
        else Bilingual("请改成已有的编号，或先把它写出来。", "Use one that exists, or write it first."),
    )


def _title(target: str) -> Bilingual:
    if target == "hotline-number":
        return Bilingual("热线", "hotline")
    if target == "region":
        return Bilingual("区划", "division")
    if target == "measure":
        return Bilingual("措施", "measure")
    if target == "limit":
        return Bilingual("有期限的步骤或救济", "step or remedy with a time limit")
    node = schemas.schema(target)
    return Bilingual(node["title"], node["x-en"].lower())


def _known(content: Content) -> dict[str, set[str] | None]:
    """The ids of each target; None where a list is missing or broken, so that nothing can be judged."""
    known: dict[str, set[str] | None] = {}
    for kind in LISTS:
        known[kind] = _entries(content, kind, "id")
    known["hotline-number"] = _entries(content, "hotline", "number")
    for kind in _FILES:
        known[kind] = set(content.sources.of(kind))
    known["region"] = _codes(content)
    known["measure"] = _measures(content)
    known["limit"] = _limits(content)
    return known


def _entries(content: Content, kind: Kind, field: str) -> set[str] | None:
    documents = content.sources.of(kind).values()
    entries = [entry for document in documents for entry in document.data]
    if not documents or content.unread(kind) or not all(isinstance(e, Mapping) and e.get(field) for e in entries):
        return None
    ids = {str(entry[field]) for entry in entries}
    # Where an id is wrong or there twice, another one is missing: that is the finding.
    doubtful = any(field in record.doubtful for record in content.records(kind))
    return None if doubtful or len(ids) < len(entries) else ids


def _measures(content: Content) -> set[str] | None:
    policies = content.records("policy")
    if content.unread("policy") or any("measures" in record.doubtful for record in policies):
        return None
    return {
        f"{policy.document.key}/{measure['id']}" for policy in policies for measure in policy.data.get("measures", ())
    }


def _limits(content: Content) -> set[str] | None:
    services = content.records("service")
    if content.unread("service") or any({"steps", "remedies"} & record.doubtful for record in services):
        return None
    return {
        f"{service.document.key}/{entry['id']}"
        for service in services
        for entries, limit in (("steps", "time"), ("remedies", "within"))
        for entry in service.data.get(entries, ())
        if limit in entry
    }


def _codes(content: Content) -> set[str] | None:
    """Those of the tables, and those that were merged: what was published may still be named."""
    rows = content.records("division")
    return {row.data["code"] for row in rows} | merged_codes(content) if rows and content.tables_are_whole else None
