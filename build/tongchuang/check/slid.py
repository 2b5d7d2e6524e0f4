"""A key whose line slid to the left or the right, and so stands at a level that doesn't know it."""

from collections.abc import Mapping
from typing import Any

from .. import schemas
from ..load.sources import Pointer
from ..model.finding import Bilingual
from .nodes import node_at
from .values import value_at


def home(schema: schemas.Node, data: Any, pointer: Pointer, key: str) -> Pointer | None:
    """Where a key that is unknown at ``pointer`` belongs: below a key above it, or some levels up; None if nowhere."""
    here = value_at(data, pointer)
    if not isinstance(here, Mapping):
        return None
    found = None
    for above, below in here.items():
        if above == key:
            break
        node = node_at(schema, (*pointer, above))
        if key in schemas.properties(node) and "items" not in node:
            free = below is None or (isinstance(below, Mapping) and key not in below)
            found = (*pointer, above) if free else found
    if found is not None:
        return found
    for end in range(len(pointer) - 1, -1, -1):
        outer = value_at(data, pointer[:end])
        if isinstance(outer, Mapping) and key in schemas.properties(node_at(schema, pointer[:end])):
            return pointer[:end] if key not in outer else None
    return None


def said(name: Bilingual, pointer: Pointer, home: Pointer) -> tuple[Bilingual, Bilingual]:
    """What is wrong with a key of that name, and which way to move its line."""
    message = Bilingual(
        f"{name.zh}的缩进不对，放错了层。", f"{name.en} is indented wrongly, so it stands at the wrong level."
    )
    if len(home) > len(pointer):
        return message, Bilingual(
            f"它属于上面的“{home[-1]}”：这一行往右移，比“{home[-1]}”多两个空格。",
            f'It belongs to "{home[-1]}" above: move the line right, two spaces further than "{home[-1]}".',
        )
    return message, Bilingual(
        f"它不属于“{pointer[-1]}”：这一行往左移，和“{pointer[len(home)]}”对齐。",
        f'It does not belong to "{pointer[-1]}": move the line left, into the column of "{pointer[len(home)]}".',
    )
