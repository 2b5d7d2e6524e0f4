"""How a place's version of a service follows from the standard item: one rule a field.

Rules come from ``x-rule`` in ``schemas/service.json``: *locked* (nothing may change), *ease* (only in the
worker's favour), *append* (more entries), *local* (set freely). Two things stand beside them in a local
version: ``delegated`` sets what the item leaves to the region's tier, and ``exceptions`` override locked
fields for a time. One walk over the local version yields both the merged record and whatever breaks a rule,
so checking and resolving can't disagree.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from .. import schemas
from ..load.sources import Pointer
from .ease import eases, not_longer
from .merged import Merged
from .network import tier_of
from .override import override

_APART = ("base", "delegated", "exceptions")


def merge(standard: Mapping[str, Any], local: Mapping[str, Any], region: str, as_of: date) -> Merged:
    """The standard record (raw data) with the local version of ``region`` laid over it as far as the rules allow.

    First what is delegated, then the ordinary changes, then the exceptions that have not ended on ``as_of``.
    """
    merged = Merged(deepcopy(dict(standard)))
    _delegated(merged, local.get("delegated", {}), tier_of(region))
    changes = {key: value for key, value in local.items() if key not in _APART}
    _merge_object(merged, schemas.schema("service"), "locked", merged.data, changes, (), ())
    for index, exception in enumerate(local.get("exceptions", ())):
        if not expired(exception, as_of):
            before = dict(merged.changes)
            override(merged, exception["set"], ("exceptions", index, "set"))
            changed = tuple(path for path, pointer in merged.changes.items() if before.get(path) != pointer)
            merged.exceptions.append((exception, changed))
    _keep_promise(merged)
    return merged


def expired(exception: Mapping[str, Any], as_of: date) -> bool:
    """Whether the last day of an exception has passed."""
    return str(exception["until"]) < as_of.isoformat()


def _delegated(merged: Merged, values: Mapping[str, Any], tier: str) -> None:
    """Set whole fields where a delegation names the field and this very tier."""
    free = {name for d in merged.data.get("delegations", ()) if d["tier"] == tier for name in d["fields"]}
    for name, value, pointer in _flat(values):
        if name not in free:
            merged.refuse(pointer, "undelegated", None, name)
            continue
        *above, key = name.split(".")
        parent = merged.data
        for part in above:
            parent = parent.setdefault(part, {})
        merged.set(parent, key, deepcopy(value), tuple(name.split(".")), pointer)


def _keep_promise(merged: Merged) -> None:
    """A statutory time set here may not be shorter than the promised time as it now stands."""
    pointer = merged.changes.get(("time", "statutory"))
    time = merged.data.get("time", {})
    if pointer and time.get("promised") and not not_longer(time["promised"], time["statutory"]):
        merged.refuse(pointer, "slower", time["promised"], time["statutory"])


def _flat(values: Mapping[str, Any]) -> Iterator[tuple[str, Any, Pointer]]:
    """Delegated values by the names that delegations use: ``time.statutory`` is the one with a dot."""
    for key, value in values.items():
        if key == "time":
            yield from ((f"time.{inner}", v, ("delegated", "time", inner)) for inner, v in value.items())
        else:
            yield key, value, ("delegated", key)


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
            merged.refuse((*pointer, key), "unknown")
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
    elif rule == "ease" and not eases(key, standard, value, parent):
        merged.refuse(pointer, "harder", standard, value)
    elif rule == "ease":
        merged.set(parent, key, _counted_alike(key, value, standard), path, pointer)
    elif rule == "append" and isinstance(value, list) and isinstance(standard, list | None):
        added = [v for v in value if v not in (standard or [])]
        merged.set(parent, key, [*(standard or []), *added], path, pointer)
    elif rule == "local":
        merged.set(parent, key, value, path, pointer)
    else:
        merged.refuse(pointer, "locked", standard, value)


def _counted_alike(key: str, value: Any, standard: Any) -> Any:
    """A promise counted from the day that the standard's is counted from."""
    if key == "promised" and standard and "counted_from" in standard:
        return {**value, "counted_from": standard["counted_from"]}
    return value


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
            positions[id_] = len(target) - 1
            merged.changes[(*path, len(target) - 1)] = at
        else:
            merged.refuse(at, "added", None, id_)


def _entries(local: Any, pointer: Pointer) -> Iterator[tuple[str, Any, Pointer]]:
    """Entries of a local list as (id, values, pointer), whether written as a map by id or as a list."""
    if isinstance(local, Mapping):
        for id_, value in local.items():
            yield id_, value, (*pointer, id_)
    elif isinstance(local, list):
        for index, item in enumerate(local):
            values = dict(item) if isinstance(item, Mapping) else {}
            yield str(values.pop("id", index)), values, (*pointer, index)
