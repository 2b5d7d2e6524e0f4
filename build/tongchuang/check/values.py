"""Going through the data of a record."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..load.sources import Pointer


def texts(value: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    """Every piece of text with the way to it."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*pointer, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts(inner, (*pointer, index))


def under(key: str, value: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Any]]:
    """Every value that stands under ``key``, at any depth, with the way to it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == key:
                yield (*pointer, name), inner
            yield from under(key, inner, (*pointer, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from under(key, inner, (*pointer, index))


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
    for key in ("basis", "local_basis"):
        for pointer, cited in under(key, data):
            for index, citation in enumerate(cited if isinstance(cited, list) else ()):
                yield (*pointer, index), citation
