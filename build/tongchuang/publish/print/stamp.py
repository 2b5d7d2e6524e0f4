"""Putting what only a place changes onto a sheet that is laid out once for all of them."""

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf


def stamp(sheet: bytes, own: bytes, title: str) -> bytes:
    """The one-page PDF ``sheet`` with the page of ``own`` on it, titled ``title``.

    The place's words come first in the page and in the structure tree, so they are read and found first.
    The same arguments give the same bytes.
    """
    with Pdf.open(io.BytesIO(sheet)) as pdf, Pdf.open(io.BytesIO(own)) as other:
        page = pdf.pages[0]
        form = pdf.copy_foreign(other.pages[0].as_form_xobject())
        page.add_resource(form, Name.XObject, Name.Place)
        number = _tag(pdf, page.obj)
        page.contents_add(f"/P <</MCID {number}>> BDC q /Place Do Q EMC q".encode(), prepend=True)
        page.contents_add(b"Q")
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["dc:title"] = title
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
