"""Where each field of a service, as it holds at a place, was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .. import schemas
from ..load.sources import Document, Pointer, Sources
from ..model.place import Region
from . import services


@dataclass(frozen=True, slots=True)
class Origin:
    """A field (dotted path, list entries by id), its value, its rule, and the file and line that set it."""

    field: str
    value: Any
    rule: str
    path: str
    line: int


def trace(sources: Sources, id: str, region: Region | None) -> tuple[Origin, ...]:
    """Every field of the version in force at ``region`` (None: the standard one) with its origin."""
    base = sources.of("service")[id]
    data: Mapping[str, Any] = base.data
    set_by: dict[Pointer, tuple[Document, Pointer]] = {}
    local = sources.local()
    for code, merged in services.layers(sources, id, region.chain if region else ()):
        data = merged.data
        set_by.update({path: (local[code, id], pointer) for path, pointer in merged.changes.items()})
    return tuple(_trace(schemas.schema("service"), data, (), "", "locked", (base, ()), set_by))


def _trace(
    node: schemas.Node,
    value: Any,
    path: Pointer,
    name: str,
    rule: str,
    origin: tuple[Document, Pointer],
    set_by: Mapping[Pointer, tuple[Document, Pointer]],
) -> Iterator[Origin]:
    node = schemas.deref(node)
    rule = node.get("x-rule", rule)
    origin = set_by.get(path, origin)
    if isinstance(value, Mapping) and schemas.properties(node):
        for key, inner in value.items():
            document, pointer = origin
            child = schemas.properties(node)[key]
            yield from _trace(
                child, inner, (*path, key), f"{name}.{key}" if name else key, rule, (document, (*pointer, key)), set_by
            )
    elif (entry := schemas.items_by_id(node)) is not None:
        for index, item in enumerate(value):
            document, pointer = origin
            yield from _trace(
                entry, item, (*path, index), f"{name}.{item['id']}", rule, (document, (*pointer, index)), set_by
            )
    else:
        document, pointer = origin
        yield Origin(name, value, rule, document.path, document.position(pointer)[0])
