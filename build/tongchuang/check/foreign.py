"""Entries of a translation or local version, by id, that the original does not have."""

from collections.abc import Iterator, Mapping
from typing import Any

from .. import schemas
from ..load.sources import Document, Pointer, Sources
from ..load.walk import LISTS


def original(sources: Sources, document: Document) -> Document | None:
    """What a translation translates or a local version changes; None for an original, or if it is missing."""
    if document.kind == "local":
        if document.lang is None:
            return sources.of("service").get(document.key)
        return sources.local().get((document.region or "", document.key))
    return None if document.lang is None else sources.of(document.kind).get(document.key)


def foreign(sources: Sources, document: Document) -> tuple[Pointer, ...]:
    """Pointers to the entries whose id the original lacks. A place may append where the rule says so."""
    base = original(sources, document)
    if base is None or document.kind == "division":
        return ()
    if document.kind == "local" and document.lang is not None:
        return tuple(_local_words(sources, document, base))
    if document.kind == "local":
        below = _as_delegated(sources, document, base.data, own=False)
        return tuple(_fields(schemas.schema("service"), "locked", below, document.data, (), True))
    node = schemas.schema(document.kind)
    if document.kind in LISTS:
        return tuple(_entries(node, "locked", base.data, document.data, (), False))
    return tuple(_fields(node, "locked", base.data, document.data, (), False))


def _local_words(sources: Sources, document: Document, base: Document) -> Iterator[Pointer]:
    """Words of a local version may be for entries of the item as it holds there or of the local version."""
    standard = sources.of("service").get(document.key)
    if standard is None:
        return
    known = _as_delegated(sources, base, standard.data, own=True)
    unknown = set(_fields(schemas.schema("service"), "locked", known, document.data, (), False))
    own = base.data if isinstance(base.data, Mapping) else {}
    for field, value in own.items():
        if isinstance(value, Mapping):
            unknown -= {(field, str(id_)) for id_ in value}
    yield from sorted(unknown, key=str)
    exceptions = {"exceptions": schemas.local_schema()["properties"]["exceptions"]}
    yield from _fields({"properties": exceptions}, "locked", own, document.data, (), False)


def _as_delegated(sources: Sources, document: Document, standard: Any, own: bool) -> Any:
    """The item with the lists that the regions above a local version, and it itself if ``own``, set by delegation."""
    local = sources.local()
    setting = {region: d.data["delegated"] for (region, id_), d in local.items() if id_ == document.key and _sets(d)}
    if not setting or not isinstance(standard, Mapping):
        return standard
    rows = [row for table in sources.of("division").values() for row in table.data if isinstance(row, Mapping)]
    parents = {str(row.get("code")): str(row.get("parent")) for row in rows}
    region = document.region or ""
    chain = [region] if own else []
    while (region := parents.get(region, "")) and region not in chain:
        chain.append(region)
    values = dict(standard)
    for code in reversed(chain):
        values |= {key: value for key, value in setting.get(code, {}).items() if key != "time"}
    return values


def _sets(document: Document) -> bool:
    return isinstance(document.data, Mapping) and isinstance(document.data.get("delegated"), Mapping)


def _fields(
    node: schemas.Node, rule: str, base: Any, value: Any, pointer: Pointer, may_append: bool
) -> Iterator[Pointer]:
    if not isinstance(base, Mapping) or not isinstance(value, Mapping):
        return
    for key, inner in value.items():
        child = schemas.properties(node).get(key)
        if child is None:
            continue
        child = schemas.deref(child)
        child_rule = child.get("x-rule", rule)
        entry = schemas.items_by_id(child)
        if entry is None:
            yield from _fields(child, child_rule, base.get(key), inner, (*pointer, key), may_append)
        elif not (may_append and child_rule == "append"):
            yield from _entries(entry, child_rule, base.get(key, []), inner, (*pointer, key), may_append)


def _entries(
    entry: schemas.Node, rule: str, base: Any, value: Any, pointer: Pointer, may_append: bool
) -> Iterator[Pointer]:
    if not isinstance(base, list) or not all(isinstance(i, Mapping) and isinstance(i.get("id"), str) for i in base):
        return
    by_id = {item["id"]: item for item in base}
    if isinstance(value, Mapping):
        for id_, inner in value.items():
            if id_ in by_id:
                yield from _fields(entry, rule, by_id[id_], inner, (*pointer, id_), may_append)
            else:
                yield (*pointer, id_)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, Mapping) and isinstance(item.get("id"), str) and item["id"] not in by_id:
                yield (*pointer, index)
