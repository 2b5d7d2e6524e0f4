"""Going through the data of a record."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..load.sources import Pointer


def texts(value: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    """Every piece of text with the way to it."""
    if isinstance(value, str):
        yield pointer, value
        return
    for key, inner in _inner(value):
        if isinstance(inner, str):
            yield (*pointer, key), inner
        elif isinstance(inner, dict | list):
            yield from texts(inner, (*pointer, key))


def whens(data: Mapping[str, Any]) -> Iterator[tuple[Pointer, Mapping[str, Any]]]:
    """Every ``when`` of a service, where its schema has one; elsewhere the word may stand for anything."""
    for field in ("conditions", "materials", "steps", "remedies"):
        yield from along("*.when", data.get(field), (field,))


def _under(keys: tuple[str, ...], value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, Any]]:
    if isinstance(value, dict):
        for key in keys:
            if key in value:
                yield (*pointer, key), value[key]
    for name, inner in _inner(value):
        if isinstance(inner, dict | list):
            yield from _under(keys, inner, (*pointer, name))


def _inner(value: Any) -> Iterable[tuple[str | int, Any]]:
    return value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()


def along(path: str, value: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Any]]:
    """The values at a dotted path, where ``*`` stands for every entry of a list."""
    if not path:
        yield pointer, value
        return
    first, _, rest = path.partition(".")
    if first == "*":
        for index, inner in enumerate(value if isinstance(value, list) else ()):
            yield from along(rest, inner, (*pointer, index))
    elif isinstance(value, dict) and first in value:
        yield from along(rest, value[first], (*pointer, first))


def citations(data: Mapping[str, Any]) -> Iterator[tuple[Pointer, Mapping[str, Any]]]:
    """Every citation of a law or policy in a record."""
    for pointer, cited in _under(("basis", "local_basis"), data, ()):
        for index, citation in enumerate(cited if isinstance(cited, list) else ()):
            # Below a key that no schema knows, these words may stand for anything.
            if isinstance(citation, dict) and isinstance(citation.get("policy"), str):
                yield (*pointer, index), citation


def value_at(data: Any, pointer: Pointer) -> Any:
    """What lies at a pointer; None if nothing does."""
    for part in pointer:
        if isinstance(data, Mapping):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
