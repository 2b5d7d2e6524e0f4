"""How a place's version of a service follows from the standard item: one rule a field.

Rules come from ``x-rule`` in ``schemas/service.json``: *locked* (nothing may change), *ease* (only in the
worker's favour), *append* (more entries), *local* (set freely). One walk over the local version yields both
the merged record and whatever breaks a rule, so checking and resolving can't disagree.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from .. import schemas
from ..load.sources import Pointer

Breach = Literal["locked", "added", "harder", "unknown"]


@dataclass(frozen=True)
class Problem:
    """A change that a place may not make, at ``pointer`` of its local version."""

    pointer: Pointer
    breach: Breach
    standard: Any = None
    local: Any = None


@dataclass
class Merged:
    """A record after one local version; ``changes`` are paths into ``data`` with the pointer that set them."""

    data: dict[str, Any]
    changes: dict[Pointer, Pointer] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def merge(standard: Mapping[str, Any], local: Mapping[str, Any]) -> Merged:
    """The standard record (raw data) with a local version laid over it as far as the rules allow."""
    merged = Merged(deepcopy(dict(standard)))
    changes = {key: value for key, value in local.items() if key != "base"}
    _merge_object(merged, schemas.schema("service"), "locked", merged.data, changes, (), ())
    return merged


def _merge_object(
    merged: Merged,
    node: schemas.Node,
    rule: str,
    target: dict[str, Any],
    local: Mapping[str, Any],
    path: Pointer,
    pointer: Pointer,
) -> None:
    for key, value in local.items():
        child = schemas.properties(node).get(key)
        if child is None:
            merged.problems.append(Problem((*pointer, key), "unknown"))
            continue
        child = schemas.deref(child)
        _merge_value(merged, child, child.get("x-rule", rule), target, key, value, (*path, key), (*pointer, key))


def _merge_value(
    merged: Merged,
    node: schemas.Node,
    rule: str,
    parent: dict[str, Any],
    key: str,
    value: Any,
    path: Pointer,
    pointer: Pointer,
) -> None:
    entry = schemas.items_by_id(node)
    standard = parent.get(key)
    if entry is not None:
        _merge_entries(merged, entry, rule, parent.setdefault(key, []), value, path, pointer)
    elif rule in ("locked", "local") and isinstance(value, Mapping) and schemas.properties(node):
        _merge_object(merged, node, rule, parent.setdefault(key, {}), value, path, pointer)
    elif value == standard:
        return
    elif rule == "locked":
        merged.problems.append(Problem(pointer, "locked", standard, value))
    elif rule == "ease" and not eases(key, standard, value, parent):
        merged.problems.append(Problem(pointer, "harder", standard, value))
    else:
        appended = rule == "append" and isinstance(value, list)
        parent[key] = [*(standard or []), *(v for v in value if v not in (standard or []))] if appended else value
        merged.changes[path] = pointer


def _merge_entries(
    merged: Merged, entry: schemas.Node, rule: str, target: list[Any], local: Any, path: Pointer, pointer: Pointer
) -> None:
    positions = {item["id"]: index for index, item in enumerate(target)}
    for id_, value, at in _entries(local, pointer):
        if id_ in positions:
            index = positions[id_]
            if isinstance(value, Mapping):
                _merge_object(merged, entry, rule, target[index], value, (*path, index), at)
        elif rule == "append" and isinstance(value, Mapping):
            target.append({"id": id_, **value})
            merged.changes[(*path, len(target) - 1)] = at
        else:
            merged.problems.append(Problem(at, "added", None, id_))


def _entries(local: Any, pointer: Pointer) -> Iterator[tuple[str, Any, Pointer]]:
    """Entries of a local list as (id, values, pointer), whether written as a map by id or as a list."""
    if isinstance(local, Mapping):
        for id_, value in local.items():
            yield id_, value, (*pointer, id_)
    elif isinstance(local, list):
        for index, item in enumerate(local):
            values = dict(item) if isinstance(item, Mapping) else {}
            yield str(values.pop("id", index)), values, (*pointer, index)


def eases(field_name: str, standard: Any, local: Any, parent: Mapping[str, Any]) -> bool:
    """Whether ``local`` asks no more of the worker than ``standard``, for a field of rule *ease*."""
    if field_name == "promised":
        limit = standard or parent.get("statutory")
        return isinstance(local, Mapping) and (limit is None or not_longer(local, limit))
    if field_name == "fee":
        return isinstance(local, Mapping) and _cheaper(standard or {"free": True}, local)
    if field_name == "waived":
        return local is True
    if isinstance(local, bool) or not isinstance(local, int):
        return False
    return local <= (standard if isinstance(standard, int) else 0)


def not_longer(mine: Mapping[str, Any], limit: Mapping[str, Any]) -> bool:
    """Whether one time limit can never end later than another.

    n calendar days end no later than n working days; every other pair of units is compared by the
    longest that the first and the shortest that the second can be, in calendar days.
    """
    value, unit, most, most_unit = mine.get("value"), mine.get("unit"), limit.get("value"), limit.get("unit")
    if not isinstance(value, int) or not isinstance(most, int) or isinstance(value, bool):
        return False
    if unit == most_unit or (unit, most_unit) == ("calendar-days", "working-days"):
        return value <= most
    longest = {"minutes": 1 / 1440, "calendar-days": 1, "months": 31, "years": 366}
    shortest = {"minutes": 1 / 1440, "calendar-days": 1, "working-days": 1, "months": 28, "years": 365}
    return unit in longest and most_unit in shortest and value * longest[unit] <= most * shortest[most_unit]


def _cheaper(standard: Mapping[str, Any], local: Mapping[str, Any]) -> bool:
    if local.get("free") is True:
        return not local.get("items")
    if standard.get("free") is True:
        return False
    charges = {item["id"]: item.get("yuan") for item in standard.get("items", [])}
    for item in local.get("items", []):
        most = charges.get(item.get("id"), "0")
        if most is not None and (item.get("yuan") is None or Decimal(item["yuan"]) > Decimal(most)):
            return False
    return True
