"""Whether everything on a laid-out sheet is inside its box.

Nothing on a sheet is clipped or shortened, so text that is too long shows as a page too many, a line wider
than its block, or a line below the box (an element with ``data-box``) that it belongs to. The boxes are
WeasyPrint's own after layout, in CSS pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

MARGIN = 8 / 25.4 * 96  # what an office printer leaves blank
TOLERANCE = 0.5


@dataclass(frozen=True, slots=True)
class Overflow:
    """Text that doesn't fit: the ``data-field`` it is in, the way in which, and how it begins."""

    field: str
    way: Literal["pages", "width", "height"]
    text: str


@dataclass(frozen=True, slots=True)
class _Area:
    left: float
    top: float
    right: float
    bottom: float


def overflow(document: Any, pages: int) -> Overflow | None:
    """The first text of a ``weasyprint.Document`` outside its box or beyond page ``pages``; None if all is well."""
    if len(document.pages) > pages:
        box = document.pages[pages]._page_box
        field, text = next(_texts(box, ""), ("", ""))
        return Overflow(field, "pages", text)
    for page in document.pages:
        area = _Area(MARGIN, MARGIN, page.width - MARGIN, page.height - MARGIN)
        for found in _outside(page._page_box, "", area):
            return found
    return None


def _field(box: Any, field: str) -> str:
    return (box.element is not None and box.element.get("data-field")) or field


def _texts(box: Any, field: str) -> Iterator[tuple[str, str]]:
    field = _field(box, field)
    if getattr(box, "text", None) and box.style["position"] != "fixed":
        yield field, box.text
    for child in _children(box):
        # What is fixed stands on every page; what overflows is in the flow.
        if child.style["position"] != "fixed":
            yield from _texts(child, field)


def _children(box: Any) -> Iterator[Any]:
    yield from box.all_children()


def _outside(box: Any, field: str, area: _Area) -> Iterator[Overflow]:
    field = _field(box, field)
    if box.element is not None and box.element.get("data-box") is not None and hasattr(box, "children"):
        left, top = box.padding_box_x(), box.padding_box_y()
        area = _Area(left, top, left + box.padding_width(), top + box.padding_height())
    for child in _children(box):
        if type(child).__name__ == "LineBox" and child.children:
            way = _way(box, child, area)
            if way:
                yield Overflow(field, way, "".join(text for _, text in _texts(child, field))[:40])
        yield from _outside(child, field, area)


def _way(block: Any, line: Any, area: _Area) -> Literal["width", "height"] | None:
    left = min(child.position_x for child in line.children)
    right = max(child.position_x + child.margin_width() for child in line.children)
    end = block.content_box_x() + block.width
    if right > min(end, area.right) + TOLERANCE or left < area.left - TOLERANCE:
        return "width"
    if line.position_y < area.top - TOLERANCE or line.position_y + line.height > area.bottom + TOLERANCE:
        return "height"
    return None
