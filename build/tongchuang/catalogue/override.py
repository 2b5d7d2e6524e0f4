"""Exceptions: how far a local version may override what is locked.

Only locked fields, and only of entries that are there: nothing is added. ``x-exception`` in the schema says
which of them stay whatever happens (*never*), and which may only be lightened (*ease*).
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from .. import schemas
from ..load.sources import Pointer
from .ease import eases
from .merged import Merged


def override(merged: Merged, values: Mapping[str, Any], pointer: Pointer) -> None:
    """Lay the values of an exception, written at ``pointer`` of its local version, over the record."""
    _object(merged, schemas.schema("service"), ("locked", "set"), merged.data, values, (), pointer)


def _object(
    merged: Merged,
    node: schemas.Node,
    rules: tuple[str, str],
    target: dict[str, Any],
    values: Mapping[str, Any],
    path: Pointer,
    pointer: Pointer,
) -> None:
    for key, value in values.items():
        child = schemas.deref(schemas.properties(node).get(key, {}))
        rule, limit = child.get("x-rule", rules[0]), child.get("x-exception", rules[1])
        here, at = (*path, key), (*pointer, key)
        entry = schemas.items_by_id(child) if child else None
        holder = entry is not None or schemas.open_object(child)
        if not child or limit == "never" or (holder and not isinstance(value, Mapping)):
            merged.refuse(at, "fixed", target.get(key), value)
        elif entry is not None:
            _entries(merged, entry, (rule, limit), target.get(key, []), value, here, at)
        elif holder:
            _object(merged, child, (rule, limit), target.setdefault(key, {}), value, here, at)
        else:
            _value(merged, (rule, limit), target, value, here, at)


def _entries(
    merged: Merged,
    entry: schemas.Node,
    rules: tuple[str, str],
    target: list[dict[str, Any]],
    values: Mapping[str, Any],
    path: Pointer,
    pointer: Pointer,
) -> None:
    positions = {item["id"]: index for index, item in enumerate(target)}
    for id_, value in values.items():
        if id_ not in positions:
            merged.refuse((*pointer, id_), "added", None, id_)
        elif isinstance(value, Mapping):
            index = positions[id_]
            _object(merged, entry, rules, target[index], value, (*path, index), (*pointer, id_))
        else:
            merged.refuse((*pointer, id_), "fixed", None, value)


def _value(
    merged: Merged, rules: tuple[str, str], target: dict[str, Any], value: Any, path: Pointer, pointer: Pointer
) -> None:
    rule, limit = rules
    key = str(path[-1])
    standard = target.get(key)
    if rule != "locked":
        merged.refuse(pointer, "fixed", standard, value)
    elif value == standard:
        return
    elif limit == "ease" and not eases(key, standard, value, target):
        merged.refuse(pointer, "harder", standard, value)
    else:
        merged.set(target, key, deepcopy(value), path, pointer)
