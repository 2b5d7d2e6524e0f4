"""Small pictures of sheets, for pages on which somebody finds what to print: the shape of a first page and its title.

What opens PDFs is imported where it is used: the site asks where the pictures lie without the printers' libraries.
"""

import io
import struct

SUFFIX = ".png"
WIDTH = 200  # pixels; a thumb's breadth on a phone
# Few greys keep a file at a few KB. Drawn larger and then made small, thin lines and small letters stay even.
_GREYS, _LARGER = 8, 2


def path(sheet: str) -> str:
    """Where the picture of the sheet at a path lies: beside it."""
    return sheet.removesuffix(".pdf") + SUFFIX


def thumbnail(data: bytes) -> bytes:
    """The first page of a PDF as a small grey PNG in the page's proportions; the same PDF gives the same bytes."""
    import pypdfium2
    from PIL import Image

    with pypdfium2.PdfDocument(data) as pdf:
        width, height = pdf[0].get_size()
        drawn = pdf[0].render(scale=WIDTH * _LARGER / width, grayscale=True).to_pil()
    small = drawn.resize((WIDTH, round(WIDTH * height / width)), Image.Resampling.BOX)
    steps = _GREYS - 1
    grey = Image.frombytes("P", small.size, small.point([round(value * steps / 255) for value in range(256)]).tobytes())
    grey.putpalette([round(step * 255 / steps) for step in range(_GREYS) for _ in "rgb"])
    out = io.BytesIO()
    grey.save(out, "PNG", optimize=True)
    return out.getvalue()


def measured(picture: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels (IHDR, https://www.w3.org/TR/png-3/#11IHDR)."""
    width, height = struct.unpack_from(">II", picture, 16)
    return width, height
