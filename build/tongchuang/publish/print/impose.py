"""Small pages two by two on a larger sheet: cut apart in the middle (2up), or folded into a booklet (骑马订)."""

import io
from collections.abc import Iterator, Sequence
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from ...model.finding import Bilingual, Failure
from .legible import millimetres
from .tile import POINTS

Way = Literal["2up", "booklet"]
Side = tuple[int | None, int | None]  # the pages on the left and the right of a side, counted from 0; None is a blank
_SHEETS = {"A5": "A4", "A4": "A3"}
_TICK = 3.0  # millimetres from the edge: where to fold or cut


class NotImposed(Failure):
    """The pages can't be put two by two on a sheet that an office printer takes."""


def impose(data: bytes, way: Way) -> bytes:
    """The upright A5 pages of a PDF on A4 sheets lying down (A4 pages on A3), a side a page.

    Sides are labelled by their pages (``8-1``; ISO 32000-1, 12.4.2). A booklet is printed on both sides and turned over
    its short edge, as the file tells the printer. The same arguments give the same bytes. NotImposed for other pages.
    """
    with Pdf.open(io.BytesIO(data)) as pdf, Pdf.new() as made:
        sheet = _sheet(pdf)
        forms = [made.copy_foreign(page.as_form_xobject()) for page in pdf.pages]
        labels = Array()
        for number, side in enumerate(booklet(len(forms)) if way == "booklet" else in_pairs(len(forms))):
            page = made.add_blank_page(page_size=sheet)
            _fill(page, forms, side, sheet)
            labels.append(number)
            labels.append(Dictionary(P=String("-".join("" if n is None else str(n + 1) for n in side))))
        made.Root.PageLabels = Dictionary(Nums=labels)
        made.Root.ViewerPreferences = Dictionary(
            DisplayDocTitle=True,
            PrintScaling=Name("/None"),
            Duplex=Name("/DuplexFlipShortEdge" if way == "booklet" else "/Simplex"),
        )
        if "/Lang" in pdf.Root:
            made.Root.Lang = pdf.Root.Lang
        made.docinfo[Name.Title] = String(str(pdf.docinfo.get(Name.Title, "")))
        out = io.BytesIO()
        made.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return out.getvalue()


def booklet(pages: int) -> Iterator[Side]:
    """The sides of a folded booklet, front and back of its outermost sheet first; blanks fill up its end."""
    whole = -(-pages // 4) * 4

    def at(number: int) -> int | None:
        return number if number < pages else None

    for first in range(0, whole // 2, 2):
        last = whole - 1 - first
        yield at(last), at(first)
        yield at(first + 1), at(last - 1)


def in_pairs(pages: int) -> Iterator[Side]:
    """The sides of sheets to be cut apart: pages in their order."""
    for first in range(0, pages, 2):
        yield first, first + 1 if first + 1 < pages else None


def _sheet(pdf: Pdf) -> tuple[float, float]:
    """Width and height of the sheet for the pages, lying down, in points."""
    sizes = {_millimetres(page) for page in pdf.pages}
    found = [sheet for page, sheet in _SHEETS.items() if sizes == {millimetres(page)}]
    if not found:
        raise NotImposed(
            Bilingual(
                "只有竖的 A5（拼到 A4）和 A4（拼到 A3）能拼。有 A5 的，用 --size A5 印。",
                "Only upright pages of A5 (on A4) and A4 (on A3) can be put together. "
                "Where it comes in A5, print it with --size A5.",
            )
        )
    height, width = millimetres(found[0])
    return width * POINTS, height * POINTS


def _millimetres(page: pikepdf.Page) -> tuple[int, int]:
    left, bottom, right, top = (float(edge) / POINTS for edge in page.trimbox)
    return round(right - left), round(top - bottom)


def _fill(page: pikepdf.Page, forms: Sequence[pikepdf.Object], side: Side, sheet: tuple[float, float]) -> None:
    """Puts the pages of a side against its middle, and ticks where it is folded or cut apart."""
    fold, height = sheet[0] / 2, sheet[1]
    drawn = []
    for half, number in enumerate(side):
        if number is not None:
            name, form = Name(f"/Page{number + 1}"), forms[number]
            left, bottom, right, _ = (float(edge) for edge in form.BBox)
            page.add_resource(form, Name.XObject, name)
            drawn.append(f"q 1 0 0 1 {fold - (left if half else right):.4f} {-bottom:.4f} cm {name} Do Q")
    tick = _TICK * POINTS
    lines = ((0.0, tick), (height, height - tick))
    drawn.extend(f"q .5 w {fold:.4f} {edge:.4f} m {fold:.4f} {end:.4f} l S Q" for edge, end in lines)
    page.contents_add("\n".join(drawn).encode())
