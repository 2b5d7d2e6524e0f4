"""Sheets as pictures, for a print shop that takes nothing else: at their real size, 150 dots to the inch."""

import io
from collections.abc import Iterator
from typing import Any, Literal

import pypdfium2

DPI = 150
Format = Literal["png", "jpg"]
# JPEG: no colour is coarsened, and letters keep clean edges.
_SAVED: dict[Format, dict[str, Any]] = {
    "png": {"format": "PNG"},
    "jpg": {"format": "JPEG", "quality": 90, "subsampling": 0},
}


def pictures(data: bytes, format: Format) -> Iterator[bytes]:
    """Each page of a PDF. The resolution stands in the file, so that a shop's program prints it at its real size."""
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            out = io.BytesIO()
            page.render(scale=DPI / 72).to_pil().save(out, dpi=(DPI, DPI), **_SAVED[format])
            yield out.getvalue()
