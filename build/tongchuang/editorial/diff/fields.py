"""Where two versions of a record differ: each value that a reader would call one thing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ... import schemas
from ...load.sources import Pointer
from ...model.finding import Bilingual

_LIMIT = ("value", "unit", "counted_from")


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that differs; ``pointer`` leads to it, entries of lists by their id."""

    pointer: Pointer
    before: Any
    after: Any


def differences(node: schemas.Node, before: Any, after: Any) -> Iterator[Difference]:
    """The values that differ, as deep as both sides go: a time limit is one value, an entry of one side only too."""
    yield from _differences(node, before, after, ())


def _differences(node: schemas.Node, before: Any, after: Any, pointer: Pointer) -> Iterator[Difference]:
    if before == after:
        return
    node = schemas.deref(node)
    entry = schemas.items_by_id(node)
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        rest = dict.fromkeys((*before, *after))
        if is_limit(node):
            limits = [{key: side[key] for key in _LIMIT if key in side} for side in (before, after)]
            if limits[0] != limits[1]:
                yield Difference(pointer, *limits)
            rest = {key: None for key in rest if key not in _LIMIT}
        for key in rest:
            yield from _differences(below(node, key), before.get(key), after.get(key), (*pointer, key))
    elif entry is not None and isinstance(before, list) and isinstance(after, list):
        old, new = ({item["id"]: item for item in side} for side in (before, after))
        if list(old) != list(new) and set(old) == set(new):
            yield Difference(pointer, before, after)
        for id_ in dict.fromkeys((*old, *new)):
            yield from _differences(entry, old.get(id_), new.get(id_), (*pointer, id_))
    else:
        yield Difference(pointer, before, after)


def is_limit(node: schemas.Node) -> bool:
    """Whether a node is a time limit: a number, its unit and what it is counted from."""
    return {"value", "unit"} <= set(schemas.properties(node))


def below(node: schemas.Node, key: str) -> schemas.Node:
    """The node of a key of an object, or of an entry of a map by id."""
    node = schemas.deref(node)
    known = schemas.properties(node).get(key)
    if known is not None:
        return schemas.deref(known)
    others = node.get("additionalProperties")
    return schemas.deref(others) if isinstance(others, Mapping) else {}


def title(node: schemas.Node, key: str, *values: Any) -> Bilingual:
    """What editors call a key; an entry of a list is called what it calls itself."""
    if "title" in node and "x-en" in node:
        return Bilingual(node["title"], node["x-en"])
    for value in values:
        if isinstance(value, Mapping):
            for name in ("name", "label", "title", "ask", "q", "text"):
                if isinstance(value.get(name), str):
                    return Bilingual(value[name], value[name])
    return _ROW.get(key, Bilingual(key, key))


# The columns of a table of divisions, and the text of a policy: no schema names them.
_ROW = {
    "code": Bilingual("区划代码", "Division code"),
    "name": Bilingual("名称", "Name"),
    "parent": Bilingual("上级", "Parent"),
    "text": Bilingual("正文", "Text"),
}


def at(data: Any, pointer: Pointer) -> Any:
    """What lies at a difference's pointer in another version of the data; None if nothing does."""
    for part in pointer:
        if isinstance(data, Mapping):
            data = data.get(str(part))
        elif isinstance(data, list):
            data = next((item for item in data if isinstance(item, Mapping) and item.get("id") == part), None)
    return data


def node_at(node: schemas.Node, pointer: Pointer) -> schemas.Node:
    """The node that describes what lies at a difference's pointer."""
    for part in pointer:
        entry = schemas.items_by_id(node)
        node = entry if entry is not None else below(node, str(part))
    return node
