"""Whether everything on a laid-out sheet is inside its box.

Nothing on a sheet is clipped or shortened, so text that is too long shows as a page too many, a line wider
than its block, a line below the box (an element with ``data-box``) that it belongs to, such a box that is to
stay ``whole`` and runs on to another page, or text that is in the markup and not on the page: WeasyPrint drops
what an absolute box can't hold before the page ends. The boxes
are WeasyPrint's own after layout, in CSS pixels.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

MARGIN = 8 / 25.4 * 96  # what an office printer leaves blank
TOLERANCE = 0.5
SVG = "{http://www.w3.org/2000/svg}svg"


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

    def within(self, other: "_Area") -> "_Area":
        """What is inside both."""
        return _Area(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


def overflow(pages: Sequence[Any], element: Any, most: int) -> Overflow | None:
    """The first text on laid-out pages outside its box, beyond page ``most``, or lost; None if all is well.

    ``pages`` are those of a ``weasyprint.Document``, ``element`` is the one whose text must all be there.
    """
    if len(pages) > most:
        field, text = next(_texts(pages[most]._page_box, ""), ("", ""))
        return Overflow(field, "pages", text)
    for page in pages:
        area = _Area(MARGIN, MARGIN, page.width - MARGIN, page.height - MARGIN)
        for found in _outside(page._page_box, "", area):
            return found
    return _split(pages) or _lost(pages, element)


def _split(pages: Sequence[Any]) -> Overflow | None:
    """What comes first on another page of a box with ``data-box="whole"``."""
    begun: set[Any] = set()
    for page in pages:
        here = {box.element: box for box in page._page_box.descendants() if _whole(box)}
        for element in here.keys() & begun:
            field, text = next(_texts(here[element], ""), ("", ""))
            return Overflow(field, "height", text)
        begun |= here.keys()
    return None


def _whole(box: Any) -> bool:
    return box.element is not None and box.element.get("data-box") == "whole"


def _lost(pages: Sequence[Any], element: Any) -> Overflow | None:
    shown = Counter("".join(text for page in pages for _, text in _texts(page._page_box, "")))
    for field, text in texts(element, ""):
        wanted = Counter("".join(text.split()))
        if wanted - shown:
            return Overflow(field, "height", text.strip())
        shown -= wanted
    return None


def texts(element: Any, field: str) -> Iterator[tuple[str, str]]:
    """All text of an element of the markup, with the nearest ``data-field`` around it; drawings have none."""
    if element.tag == SVG:
        return
    field = element.get("data-field", field)
    if element.text:
        yield field, element.text
    for child in element:
        yield from texts(child, field)
        if child.tail:
            yield field, child.tail


def _field(box: Any, field: str) -> str:
    return (box.element is not None and box.element.get("data-field")) or field


def _texts(box: Any, field: str) -> Iterator[tuple[str, str]]:
    field = _field(box, field)
    if getattr(box, "text", None):
        yield field, box.text
    for child in box.all_children():
        yield from _texts(child, field)


def _outside(box: Any, field: str, area: _Area) -> Iterator[Overflow]:
    field = _field(box, field)
    if box.element is not None and box.element.get("data-box") is not None and hasattr(box, "children"):
        left, top = box.padding_box_x(), box.padding_box_y()
        area = area.within(_Area(left, top, left + box.padding_width(), top + box.padding_height()))
    for child in box.all_children():
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
