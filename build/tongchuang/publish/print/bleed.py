"""Sheets for a print shop that cuts them out of larger paper: 3 mm over the edge (出血), and crop marks (裁切线).

Boxes are those of ISO 32000-1, 14.11.2: TrimBox is the sheet, BleedBox what is printed of it, MediaBox all with marks.
"""

import io
from itertools import product

import pypdfium2
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf

from .tile import POINTS

BLEED = 3.0  # millimetres
_ROOM = 10.0  # around the sheet, for the marks
_GAP, _MARK = 4.0, 5.0  # how far off the sheet a mark begins, outside the bleed, and how long it is
# What counts as printed at the very edge: in a picture of 36 dots to the inch, of 255 shades.
_COARSE, _WHITE = 36 / 72, 250


def with_bleed(data: bytes) -> bytes:
    """Every page of a PDF with room around it, bleed and crop marks. The same bytes for the same PDF.

    A white sheet has white bleed. What reaches the edge of a sheet is continued over it, mirrored at the edge.
    """
    to_the_edge = _to_the_edge(data)
    # A form is read from its page when the file is written: it must be a page that stays as it is.
    with Pdf.open(io.BytesIO(data)) as pdf, Pdf.open(io.BytesIO(data)) as source:
        for page, original, reaches in zip(pdf.pages, source.pages, to_the_edge, strict=True):
            box = [float(edge) for edge in page.trimbox]
            page.mediabox, page.cropbox = _around(box, _ROOM), _around(box, _ROOM)
            page.obj.TrimBox, page.obj.BleedBox = Array(box), _around(box, BLEED)
            if reaches:
                page.add_resource(pdf.copy_foreign(original.as_form_xobject()), Name.XObject, Name.Bleed)
                page.contents_add(f"/Artifact BMC {_mirrored(box)} EMC".encode(), prepend=True)
            page.contents_add(b"q", prepend=True)
            page.contents_add(f"Q /Artifact BMC q .25 w {_marks(box)} S Q EMC".encode())
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, PrintScaling=Name("/None"))
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return out.getvalue()


def _to_the_edge(data: bytes) -> list[bool]:
    """For each page whether anything is printed at its edge."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [_printed_at_the_edge(page) for page in pdf]


def _printed_at_the_edge(page: pypdfium2.PdfPage) -> bool:
    picture = page.render(scale=_COARSE, grayscale=True).to_pil()
    width, height = picture.size
    edges = ((0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height), (width - 1, 0, width, height))
    return any(picture.crop(edge).getextrema()[0] < _WHITE for edge in edges)


def _around(box: list[float], room: float) -> Array:
    left, bottom, right, top = box
    by = room * POINTS
    return Array([round(edge, 4) for edge in (left - by, bottom - by, right + by, top + by)])


def _mirrored(box: list[float]) -> str:
    """The sheet mirrored at each of its edges and corners, as far as the bleed reaches."""
    left, bottom, right, top = box
    bleed = [float(edge) for edge in _around(box, BLEED)]
    drawn = [f"q {bleed[0]:.4f} {bleed[1]:.4f} {bleed[2] - bleed[0]:.4f} {bleed[3] - bleed[1]:.4f} re W n"]
    for x, y in product((2 * left, None, 2 * right), (2 * bottom, None, 2 * top)):
        if x is not None or y is not None:
            across, up = 1 if x is None else -1, 1 if y is None else -1
            drawn.append(f"q {across} 0 0 {up} {x or 0:.4f} {y or 0:.4f} cm /Bleed Do Q")
    return " ".join((*drawn, "Q"))


def _marks(box: list[float]) -> str:
    left, bottom, right, top = box
    near, far = _GAP * POINTS, (_GAP + _MARK) * POINTS
    upright = (
        f"{x:.4f} {y + way * near:.4f} m {x:.4f} {y + way * far:.4f} l"
        for x in (left, right)
        for y, way in ((bottom, -1), (top, 1))
    )
    lying = (
        f"{x + way * near:.4f} {y:.4f} m {x + way * far:.4f} {y:.4f} l"
        for y in (bottom, top)
        for x, way in ((left, -1), (right, 1))
    )
    return " ".join((*upright, *lying))
