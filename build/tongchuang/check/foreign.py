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
    node = schemas.schema("service" if document.kind == "local" else document.kind)
    if document.kind in LISTS:
        return tuple(_entries(node, "locked", base.data, document.data, (), False))
    return tuple(_fields(node, "locked", base.data, document.data, (), document.kind == "local"))


def _local_words(sources: Sources, document: Document, base: Document) -> Iterator[Pointer]:
    """Words of a local version may be for entries of the standard item or of the local version."""
    standard = sources.of("service").get(document.key)
    if standard is None:
        return
    node = schemas.schema("service")
    unknown = set(_fields(node, "locked", standard.data, document.data, (), False))
    for field, value in base.data.items():
        if isinstance(value, Mapping):
            unknown -= {(field, str(id_)) for id_ in value}
    yield from sorted(unknown, key=str)


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
