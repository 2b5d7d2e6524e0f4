"""The records are hand-written and so are the schemas; nothing but this holds them together."""

import dataclasses
import types
import typing

import pytest
from tongchuang import schemas
from tongchuang.model import course, dated, network, paper, place, point, policy, profile, service, system, taxonomy

RECORDS = {
    "service": service.Service,
    "policy": policy.Policy,
    "group": taxonomy.Group,
    "category": taxonomy.Category,
    "life-event": taxonomy.LifeEvent,
    "department": taxonomy.Department,
    "appeal": taxonomy.Appeal,
    "window": taxonomy.Window,
    "hotline": taxonomy.Hotline,
    "term": taxonomy.Term,
    "scheme": taxonomy.Scheme,
    "brand": course.Brand,
    "course": course.Course,
    "system": system.System,
    "place": place.Place,
    "hub": place.Hub,
    "profile": profile.Profile,
    "point": point.Point,
    "pair": network.Pair,
    "routing": network.Routing,
    "target": network.Target,
    "partner": network.Partner,
    "form": paper.Form,
    "ledger": paper.Ledger,
    "wall-rule": paper.WallRule,
    "rate": dated.Rate,
    "calendar": dated.Calendar,
    "notice": dated.Notice,
}
# Fields that resolving adds to what an editor writes.
RESOLVED = {
    "service": {"lang", "region", "base", "translation", "differences", "exceptions"},
    "policy": {"lang", "translation", "text"},
    "place": {"lang", "level", "region", "parent", "children", "area_code", "own_windows"},
}


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_has_the_fields_of_its_schema(kind: str) -> None:
    compare(RECORDS[kind], schemas.schema(kind), kind, RESOLVED.get(kind, set()))


def compare(record: type, node: schemas.Node, path: str, extra: set[str]) -> None:
    fields = {field.name: field for field in dataclasses.fields(record)}
    properties = schemas.properties(node)
    assert set(fields) - extra == set(properties), path
    hints = typing.get_type_hints(record)
    required = set(schemas.deref(node).get("required", ()))
    for name, child in properties.items():
        inner = record_in(hints[name])
        below = schemas.items_by_id(child) or schemas.deref(schemas.deref(child).get("items", child))
        if inner and inner is not record and schemas.properties(below):
            compare(inner, below, f"{path}.{name}", set())
        if name in required and name in fields and path != "place":
            assert fields[name].default is dataclasses.MISSING, f"{path}.{name} is required"


def record_in(hint: object) -> type | None:
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return hint
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) in (tuple, typing.Union):
        return next((found for part in typing.get_args(hint) if (found := record_in(part))), None)
    return None


def choices(hint: object) -> set[str]:
    if typing.get_origin(hint) is typing.Literal:
        return set(typing.get_args(hint))
    return {choice for part in typing.get_args(hint) for choice in choices(part)}


CLOSED = [
    "service.type",
    "service.audience",
    "service.levels",
    "policy.rank",
    "policy.kind",
    "point.kind",
    "course.kind",
    "notice.kind",
]


@pytest.mark.parametrize("path", CLOSED)
def test_a_closed_list_is_the_same_in_both(path: str) -> None:
    kind, field = path.split(".")
    node = schemas.deref(schemas.properties(schemas.schema(kind))[field])
    allowed = node.get("enum") or node["items"]["enum"]
    assert choices(typing.get_type_hints(RECORDS[kind])[field]) == set(allowed)
