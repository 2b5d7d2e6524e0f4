"""Putting what only a place changes onto a sheet that is laid out once for all of them."""

import io
from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf


def stamp(sheet: bytes, own: bytes, titles: Sequence[str]) -> list[bytes]:
    """Copies of the one-page PDF ``sheet``: the n-th with the n-th page of ``own`` on it and the n-th title.

    The place's words come first in the page and in the structure tree, so they are read and found first.
    The same arguments give the same bytes.
    """
    if not titles:
        return []
    with Pdf.open(io.BytesIO(own)) as places:
        return [
            _stamped(sheet, page.as_form_xobject(), title) for page, title in zip(places.pages, titles, strict=True)
        ]


def _stamped(sheet: bytes, form: pikepdf.Object, title: str) -> bytes:
    with Pdf.open(io.BytesIO(sheet)) as pdf:
        page = pdf.pages[0]
        page.add_resource(pdf.copy_foreign(form), Name.XObject, Name.Place)
        number = _tag(pdf, page.obj)
        page.contents_add(f"/P <</MCID {number}>> BDC q /Place Do Q EMC q".encode(), prepend=True)
        page.contents_add(b"Q")
        pdf.docinfo[Name.Title] = pikepdf.String(title)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _tag(pdf: Pdf, page: Any) -> int:
    """Adds a paragraph before all others of the structure tree; the number of its marked content."""
    root = pdf.Root.StructTreeRoot
    numbers = root.ParentTree.Nums[1]
    document = root.K[0]
    paragraph = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.P, P=document, Pg=page, K=Array([len(numbers)]))
    )
    numbers.append(paragraph)
    document.K.insert(0, paragraph)
    return len(numbers) - 1
