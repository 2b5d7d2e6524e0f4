"""Whether everything on a laid-out sheet is inside its box.

Nothing on a sheet is clipped or shortened, so text that is too long shows as a page too many, a line wider
than its block, a line below the box (an element with ``data-box``) that it belongs to, such a box that is to
stay ``whole`` and runs on to another page, or text that is in the markup and not on the page: WeasyPrint drops
what an absolute box can't hold before the page ends. What is only for ``further`` pages may be missing where there is
one page. The boxes are WeasyPrint's own after layout, in CSS pixels.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

MILLIMETRE = 96 / 25.4
MARGIN = 8 * MILLIMETRE  # what an office printer leaves blank
TOLERANCE = 0.5
SVG = "{http://www.w3.org/2000/svg}svg"


@dataclass(frozen=True, slots=True)
class Overflow:
    """Text that doesn't fit: the ``data-field`` it is in, the way in which, how it begins, and by how many millimetres
    it leaves its box, or for ``pages`` how much is laid out beyond the last of them."""

    field: str
    way: Literal["pages", "width", "height"]
    text: str
    excess: float


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
        field, text = next(_texts(pages[most]._page_box, "", heads=False), ("", ""))
        return Overflow(field, "pages", text, sum(map(_filled, pages[most:])) / MILLIMETRE)
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
            return Overflow(field, "height", text, here[element].height / MILLIMETRE)
        begun |= here.keys()
    return None


def _whole(box: Any) -> bool:
    return box.element is not None and box.element.get("data-box") == "whole"


def _lost(pages: Sequence[Any], element: Any) -> Overflow | None:
    shown = Counter("".join(text for page in pages for _, text in _texts(page._page_box, "")))
    for field, text in texts(element, "", not_due(pages, element)):
        wanted = Counter("".join(text.split()))
        if wanted - shown:
            return Overflow(field, "height", text.strip(), _beyond(pages[-1]))
        shown -= wanted
    return None


def not_due(pages: Sequence[Any], element: Any) -> frozenset[Any]:
    """The elements that only a second page has (``data-box="further"``), where there is none."""
    return frozenset(element.findall(".//*[@data-box='further']") if len(pages) == 1 else ())


def _beyond(page: Any) -> float:
    """How far the boxes of a page, laid out or not, reach below what a printer can print: at least one line."""
    lowest = max((box.position_y + box.margin_height() for box in _flowing(page._page_box)), default=0)
    return float(max(lowest - (page.height - MARGIN), page._page_box.style["font_size"]) / MILLIMETRE)


def _filled(page: Any) -> float:
    """How much of a page's height its content takes, in pixels."""
    boxes = [box for box in _flowing(page._page_box) if type(box).__name__ == "LineBox" and box.children]
    if not boxes:
        return 0.0
    return float(max(box.position_y + box.height for box in boxes) - min(box.position_y for box in boxes))


def _flowing(page_box: Any) -> Iterator[Any]:
    """All boxes in the flow of a page, not those of its margins."""
    for child in page_box.children:
        if type(child).__name__ != "MarginBox":
            yield child
            yield from (box for box in child.descendants() if hasattr(box, "position_y"))


def texts(element: Any, field: str, without: frozenset[Any] = frozenset()) -> Iterator[tuple[str, str]]:
    """All text of an element of the markup, with the nearest ``data-field`` around it; drawings have none.

    Elements in ``without`` are left out.
    """
    if element.tag == SVG or element in without:
        return
    field = element.get("data-field", field)
    if element.text:
        yield field, element.text
    for child in element:
        yield from texts(child, field, without)
        if child.tail:
            yield field, child.tail


def _field(box: Any, field: str) -> str:
    return (box.element is not None and box.element.get("data-field")) or field


def _texts(box: Any, field: str, heads: bool = True) -> Iterator[tuple[str, str]]:
    """All text of a box; without the ``heads`` of tables, which stand again on each page, if they are not asked for."""
    field = _field(box, field)
    if getattr(box, "text", None):
        yield field, box.text
    for child in box.all_children():
        if heads or not getattr(child, "is_header", False):
            yield from _texts(child, field, heads)


def _outside(box: Any, field: str, area: _Area) -> Iterator[Overflow]:
    field = _field(box, field)
    if box.element is not None and box.element.get("data-box") is not None and hasattr(box, "children"):
        left, top = box.padding_box_x(), box.padding_box_y()
        area = area.within(_Area(left, top, left + box.padding_width(), top + box.padding_height()))
    for child in box.all_children():
        if type(child).__name__ == "LineBox" and child.children:
            way, excess = _way(box, child, area)
            if excess > TOLERANCE:
                words = "".join(text for _, text in _texts(child, field))[:40]
                yield Overflow(field, way, words, excess / MILLIMETRE)
        yield from _outside(child, field, area)


def _way(block: Any, line: Any, area: _Area) -> tuple[Literal["width", "height"], float]:
    """How a line leaves its block or area, and by how many pixels: none or less if it doesn't."""
    left = min(child.position_x for child in line.children)
    right = max(child.position_x + child.margin_width() for child in line.children)
    end = min(block.content_box_x() + block.width, area.right)
    across = max(right - end, area.left - left)
    down = max(area.top - line.position_y, line.position_y + line.height - area.bottom)
    return ("width", across) if across > TOLERANCE else ("height", down)
