"""What a region's version of a service says otherwise than the standard: field by field, and why it may."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ... import schemas
from ...catalogue import View
from ...model.common import Citation, Duration
from ...model.service import Fee, Service
from ..words import Words, words

# What nobody at a window goes by: words to be found under.
_UNSEEN = ("keywords",)
_NAMED = {"provider": "provider", "audience": "audience"}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field: what it is called, what holds here and by the standard, and the reason with its basis."""

    title: str
    here: tuple[str, ...]
    standard: tuple[str, ...]
    why: str
    basis: tuple[Citation, ...] = ()


def differing(view: View, service: Service) -> tuple[Difference, ...]:
    """The differences of a region's version, in the order of the content; none of a standard version."""
    return tuple(
        _difference(view, service, tuple(field.split(".")))
        for field in service.differences
        if field.partition(".")[0] not in _UNSEEN
    )


def _difference(view: View, service: Service, path: tuple[str, ...]) -> Difference:
    w, standard = words(view.lang), view.services[service.id]
    title, rule = _titled(view, service, path)
    why, basis = _why(w, service, ".".join(path), rule)
    here, there = (tuple(_said(view, w, path, _at(record, path))) for record in (service, standard))
    return Difference(title, here, there, why, basis)


def _at(record: Any, path: tuple[str, ...]) -> Any:
    """The value at a path, entries of lists by id; None where there is none."""
    for part in path:
        if isinstance(record, tuple):
            record = next((entry for entry in record if entry.id == part), None)
        else:
            record = getattr(record, part, None)
    return record


def _titled(view: View, service: Service, path: tuple[str, ...]) -> tuple[str, str]:
    """What the schema calls a field, with the name of the entry that it belongs to; and its rule."""
    w = words(view.lang)
    node: schemas.Node = schemas.schema("service")
    titles, rule = [], ""
    for depth, part in enumerate(path, 1):
        entry = schemas.items_by_id(node)
        node = schemas.deref(entry or schemas.properties(node)[part])
        named = _name(_at(service, path[:depth])) if entry else node.get("title" if view.lang == "zh" else "x-en")
        if named:
            titles.append(w("site.quoted", text=named) if entry else named)
        rule = node.get("x-rule", rule)
    return " ".join(titles), rule


def _why(w: Words, service: Service, field: str, rule: str) -> tuple[str, tuple[Citation, ...]]:
    for exception in service.exceptions:
        if any(field == changed or field.startswith(f"{changed}.") for changed in exception.fields):
            return exception.reason, exception.basis
    for delegation in service.delegations:
        if any(field == left or field.startswith(f"{left}.") for left in delegation.fields):
            return w("site.service.differing.delegated"), delegation.basis
    return w(f"site.service.differing.{rule}"), ()


def _said(view: View, w: Words, path: tuple[str, ...], value: Any) -> Iterator[str]:
    """A value in words."""
    if value is None or value == ():
        yield w("site.service.differing.nothing")
    elif isinstance(value, tuple):
        for entry in value:
            yield from _said(view, w, path, entry)
    elif isinstance(value, bool):
        yield w("site.service.waived") if value else w("site.service.differing.needed")
    elif isinstance(value, Duration):
        yield w.limit(value)
    elif isinstance(value, Fee):
        yield w.charged(value)
        yield from (f"{c.name} {w('site.service.yuan', n=c.yuan) if c.yuan else ''}".strip() for c in value.items)
    elif isinstance(value, Citation):
        yield w.citation(value, view.policies)
    elif path == ("window",):
        yield view.windows[value].name
    elif path[0] in _NAMED:
        yield w(f"{_NAMED[path[0]]}.{value}")
    else:
        yield _name(value) or str(value)


def _name(entry: Any) -> str:
    """What an entry of a list is called."""
    return next((str(found) for key in ("name", "ask", "q", "text") if (found := getattr(entry, key, None))), "")
