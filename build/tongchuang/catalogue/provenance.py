"""Where each field of a service, as it holds at a place, was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .. import schemas
from ..load.sources import Document, Pointer, Sources
from . import services
from .catalogue import Catalogue
from .merged import covered
from .view import View


@dataclass(frozen=True, slots=True)
class Origin:
    """A field (dotted path, list entries by id), its value, its rule, and the file and line that set it.

    ``rule`` is that of the schema, or *delegated* or *exception* where that is how a place set the field, or
    *profile* for a body that the region's profile names.
    """

    field: str
    value: Any
    rule: str
    path: str
    line: int


# Where in a local version a value stands that no rule of the schema would let through.
_APART = {"delegated": "delegated", "exceptions": "exception"}


def trace(sources: Sources, catalogue: Catalogue, id: str, place: str | None = None) -> tuple[Origin, ...]:
    """Every field of ``catalogue.view("zh").service(id, place)`` with its origin.

    ``sources`` are those that the catalogue was resolved from. KeyError for an unknown id or code.
    """
    view = catalogue.view("zh")
    base = sources.of("service")[id]
    data: Mapping[str, Any] = base.data
    set_by: dict[Pointer, tuple[Document, Pointer]] = {}
    local = sources.local()
    for code, merged in services.layers(sources, id, view.regions[place].chain if place else (), catalogue.as_of):
        data = merged.data
        set_by = {path: by for path, by in set_by.items() if not covered(path, merged.changes)}
        set_by.update({path: (local[code, id], pointer) for path, pointer in merged.changes.items()})
    written = _trace(schemas.schema("service"), data, (), "", "locked", (base, ()), set_by)
    return (*written, *_bodies(sources, view, id, place))


def _bodies(sources: Sources, view: View, id: str, place: str | None) -> Iterator[Origin]:
    """The bodies that the region's profile names."""
    profile = view.profile_at(place) if place else None
    if profile is None:
        return
    document = sources.of("profile")[profile.id]
    for unnamed, remedy in zip(view.version(id, place).remedies, view.service(id, place).remedies, strict=True):
        if remedy.body != unnamed.body:
            line = document.position(("bodies", str(remedy.body_kind)))[0]
            yield Origin(f"remedies.{remedy.id}.body", remedy.body, "profile", document.path, line)


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
    rule = rule if rule in _APART.values() else node.get("x-rule", rule)
    if path in set_by:
        origin = set_by[path]
        rule = _APART.get(str(origin[1][0]), rule)
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
