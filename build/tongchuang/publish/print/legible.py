"""Whether what is laid out can be read from where a reader stands: size of letters, contrast, size of the QR, words in
one piece.

Looked at in WeasyPrint's boxes (CSS pixels), which know the field that a word belongs to; ``preflight`` looks at the
file that comes of them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...model.finding import Bilingual
from .breaks import broken
from .error import Problem
from .fit import SVG

POINT = 72 / 96
MILLIMETRE = 25.4 / 96
# The least contrast of text that isn't large (WCAG 2.2, 1.4.3).
CONTRAST = 4.5
# A phone reads a QR from ten times its side, and needs this share of the distance for each of its squares.
SIDES, MODULES = 10, 500
# Fields that only tell whose sheet it is and how old: they may be as small as what is said again in a second language.
_FINE = {"edition", "source", "publisher", "sample", "note", "cut"}
# Sizes are steps of a ladder times ratios of a style sheet: a twentieth of a point is rounding.
_ROUNDING = 0.05


@dataclass(frozen=True, slots=True)
class Paper:
    """The smallest sizes on a paper.

    In points: ``title``, the largest words of the first page; ``body``, at least half of a Chinese sheet's letters, and
    ``latin``, those of one with another language; ``least``, anything; ``fine``, the second language beneath the first,
    source, edition, publisher and page numbers. ``distance`` in millimetres is from where its QR is scanned.
    """

    title: float
    body: float
    latin: float
    least: float
    fine: float
    distance: float


# Chinese characters are as high as their size: 17 pt is 6 mm, 11.5 pt 4 mm. A title of 40 pt (14 mm) is read from 3 m,
# where 10 mm look like 1.3 mm at arm's length; whoever comes to read an A4 sheet on a wall stands nearer. Walls are
# read from 1 to 3 m and their small print at arm's length, A4 and A5 at a counter, what is smaller in the hand.
_WALL = Paper(title=54, body=17, latin=15, least=13, fine=10, distance=500)
_A4 = Paper(title=22, body=10.5, latin=9, least=7, fine=6, distance=220)
_PAPERS = {
    "A2": Paper(title=40, body=17, latin=15, least=12, fine=10, distance=350),
    "A3": Paper(title=30, body=11.5, latin=10.5, least=8, fine=7.5, distance=280),
    "A4": _A4,
    "A5": Paper(title=14, body=9, latin=8, least=6.5, fine=5.25, distance=150),
    "A6": Paper(title=14, body=8, latin=7.5, least=6, fine=4.75, distance=150),
    # What is cut out of a sheet to be carried in a wallet.
    "card": Paper(title=12, body=6.5, latin=5, least=4.25, fine=4.25, distance=150),
}
# What lies on a table or in a hand to be filled in: its title is found there, not from the door.
_HELD = {"A4": replace(_A4, title=17)}
# Designs that are folded or cut into two sheets of A5.
_FOLDED = {"A4-tent"}
# Of ISO 216, upright, in millimetres.
_ISO = {
    "A0": (841, 1189),
    "A1": (594, 841),
    "A2": (420, 594),
    "A3": (297, 420),
    "A4": (210, 297),
    "A5": (148, 210),
    "A6": (105, 148),
}
_SIZE = re.compile(r"(A\d)|(\d+)x(\d+)")


def paper(size: str, held: bool = False) -> Paper:
    """The smallest sizes on a paper size, of what is ``held`` or hangs; on those larger than A2 they are the same."""
    name = "A5" if size in _FOLDED else size.partition("-")[0]
    return (held and _HELD.get(name)) or _PAPERS.get(name, _WALL)


def millimetres(size: str) -> tuple[float, float]:
    """Width and height of a paper size: ``A4``, or in centimetres ``60x80``; what follows it names a design."""
    found = _SIZE.match(size)
    assert found, f"{size} is no paper size"
    return _ISO[found[1]] if found[1] else (int(found[2]) * 10.0, int(found[3]) * 10.0)


@dataclass(frozen=True, slots=True)
class Square:
    """Where a QR stands on a page (counted from 0): its edges from the left and the top, and its side, in points."""

    page: int
    left: float
    top: float
    side: float


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a sheet, and in which of its fields, "" if that can't be told."""

    problem: Problem
    field: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    """One run of laid-out text: its size in points, its contrast, and whether it is fine print."""

    field: str
    text: str
    size: float
    contrast: float
    fine: bool


@dataclass(frozen=True, slots=True)
class _Around:
    """What a box takes from those around it; ``ground`` is the colour behind it, linear red, green, blue."""

    field: str = ""
    lang: str = ""
    fine: bool = False
    ground: tuple[float, float, float] = (1, 1, 1)
    opacity: float = 1


def illegible(pages: Sequence[Any], lang: str, on: Paper, titled: bool = True) -> Fault | None:
    """The first thing on all the pages of a sheet that can't be read well; ``lang`` is a language or ``both``.

    Not ``titled`` is one whose title its place may bring."""
    words = [one for page in pages for one in _words(page._page_box, _Around(), lang == "both")]
    return partly_illegible(pages, lang, on) or _too_small_in_all(pages if titled else (), words, lang, on)


def partly_illegible(pages: Sequence[Any], lang: str, on: Paper) -> Fault | None:
    """The same of what is only a part of a sheet, such as what belongs to its place."""
    for page in pages:
        for one in _words(page._page_box, _Around(), lang == "both"):
            if problem := _hard_to_read(one, on):
                return Fault(problem, one.field)
    for field, word in broken(pages):
        return Fault(_design(f"一行断在词的中间：{word}", f"a line ends inside a word: {word}"), field)
    for page in pages:
        for box in _codes(page._page_box):
            side = float(box.width) * MILLIMETRE
            across = float(box.element.get("viewBox").split()[2])
            if side * SIDES < on.distance or side / across * MODULES < on.distance:
                return Fault(_small_code(side, side / across, on), "qr")
    return None


def apart(pages: Sequence[Any]) -> frozenset[Any]:
    """The elements of the markup that run in the margins of pages: they are no part of what is read aloud."""
    margins = (child for page in pages for child in page._page_box.children if type(child).__name__ == "MarginBox")
    return frozenset(box.element for margin in margins for box in margin.descendants() if box.element is not None)


def squares(pages: Sequence[Any]) -> list[Square]:
    """Where the QR codes stand."""
    return [
        Square(number, box.content_box_x() * POINT, box.content_box_y() * POINT, box.width * POINT)
        for number, page in enumerate(pages)
        for box in _codes(page._page_box)
    ]


def _codes(box: Any, inside: bool = False) -> Iterator[Any]:
    """The drawings in elements of the class ``qr``."""
    # What is turned, to be read from the other side of a table, is drawn elsewhere than it is laid out.
    if box.style["transform"]:
        return
    if box.element is not None:
        inside = inside or "qr" in (box.element.get("class") or "").split()
        if inside and box.element.tag == SVG:
            yield box
            return
    for child in box.all_children():
        yield from _codes(child, inside)


def _words(box: Any, around: _Around, both: bool) -> Iterator[_Words]:
    around = _within(box, around, both)
    text = getattr(box, "text", None)
    if text and text.strip():
        size = float(box.style["font_size"]) * POINT
        yield _Words(around.field, text, size, _contrast(box.style["color"], around), around.fine)
    for child in box.all_children():
        yield from _words(child, around, both)


def _within(box: Any, around: _Around, both: bool) -> _Around:
    element = box.element
    field, lang = around.field, around.lang
    if element is not None:
        field, lang = element.get("data-field", field), element.get("lang", lang)
    second = both and not lang.startswith("zh") and bool(lang)
    fine = around.fine or type(box).__name__ == "MarginBox" or field.partition(".")[0] in _FINE or second
    opacity = around.opacity * float(box.style["opacity"])
    ground = _over(box.style["background_color"], around.ground, opacity, box.style["color"])
    return _Around(field, lang, fine, ground, opacity)


def _over(colour: Any, ground: tuple[float, float, float], opacity: float, current: Any) -> tuple[float, float, float]:
    """A colour laid over another, each part from 0 to 1."""
    colour = (current if colour == "currentcolor" else colour).to("srgb")
    alpha = float(colour.alpha) * opacity
    red, green, blue = (
        alpha * float(part) + (1 - alpha) * below for part, below in zip(colour.coordinates, ground, strict=True)
    )
    return red, green, blue


def _contrast(colour: Any, around: _Around) -> float:
    """The ratio of luminances of text and ground (WCAG 2.2, "contrast ratio"): 1 to 21."""
    dark, light = sorted(map(_luminance, (_over(colour, around.ground, around.opacity, colour), around.ground)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[float, float, float]) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hard_to_read(words: _Words, on: Paper) -> Problem | None:
    least = on.fine if words.fine else on.least
    text = words.text.strip()
    if words.size < least - _ROUNDING:
        return _design(
            f"字太小：{words.size:.1f} 磅，这种纸上最小 {least:g} 磅：{text}",
            f"the letters are too small, {words.size:.1f} pt where {least:g} pt is the least: {text}",
        )
    if words.contrast < CONTRAST:
        return _design(
            f"颜色太浅，和底色分不清（对比度 {words.contrast:.1f}，至少要 {CONTRAST}）：{text}",
            f"too pale on its ground (contrast {words.contrast:.1f}, not {CONTRAST}): {text}",
        )
    return None


def _too_small_in_all(pages: Sequence[Any], words: Sequence[_Words], lang: str, on: Paper) -> Fault | None:
    """The title is for those far off, and most of the text for those nearer; small print is the exception."""
    first = max(
        (one for page in pages[:1] for one in _words(page._page_box, _Around(), False)),
        key=lambda one: one.size,
        default=None,
    )
    if first and first.size < on.title - _ROUNDING:
        told = (
            f"标题只有 {first.size:.1f} 磅，这种纸上至少 {on.title:g} 磅",
            f"the title has {first.size:.1f} pt, not {on.title:g}",
        )
        return Fault(_design(*told), first.field)
    sizes = Counter[float]()
    for one in words:
        if not one.fine:
            sizes[one.size] += len(one.text)
    body = on.body if lang == "zh" else on.latin
    small = sum(count for size, count in sizes.items() if size < body - _ROUNDING)
    if small * 2 > sum(sizes.values()):
        told = (
            f"一半以上的字小于 {body:g} 磅",
            f"more than half of the letters are smaller than {body:g} pt",
        )
        return Fault(_design(*told))
    return None


def _small_code(side: float, module: float, on: Paper) -> Problem:
    size = f"{side:.0f} mm, {module:.2f} mm"
    return (
        Bilingual(
            f"二维码太小（边长和每格：{size}），{on.distance:g} mm 外扫不出来",
            f"the QR code is too small to scan from {on.distance:g} mm (side and square: {size})",
        ),
        Bilingual(
            "把网站地址（base_url）缩短，或者请维护人员放大二维码。",
            "Shorten the base_url, or have whoever maintains the design enlarge it.",
        ),
    )


def _design(zh: str, en: str) -> Problem:
    return (
        Bilingual(zh, en),
        Bilingual(
            "请维护人员改版面；内容太长的，写短一些。",
            "Have whoever maintains the design change it; shorten what is too long.",
        ),
    )
