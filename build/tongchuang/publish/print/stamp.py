"""Putting what only a place changes onto a sheet that is laid out once for all of them."""

import io
from collections.abc import Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf


def page_count(data: bytes) -> int:
    """How many pages a PDF has."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def stamp(sheet: bytes, own: bytes, titles: Sequence[str]) -> list[bytes]:
    """Copies of the PDF ``sheet``: the n-th with the n-th page of ``own`` on its first page and the n-th title.

    Where ``own`` has two pages for each title, the second goes onto every further page of its copy.
    The place's words come first in the page and in the structure tree, so they are read and found first;
    on further pages they are an artifact (PDF 32000-1, 14.8.2.2), not read again.
    The same arguments give the same bytes.
    """
    if not titles:
        return []
    with Pdf.open(io.BytesIO(own)) as places:
        forms = [page.as_form_xobject() for page in places.pages]
        each = len(forms) // len(titles)
        return [_stamped(sheet, forms[n * each : (n + 1) * each], title) for n, title in enumerate(titles)]


def _stamped(sheet: bytes, forms: Sequence[pikepdf.Object], title: str) -> bytes:
    with Pdf.open(io.BytesIO(sheet)) as pdf:
        copied = [pdf.copy_foreign(form) for form in forms]
        for number, page in enumerate(pdf.pages):
            # Pages may share their resources, so the names differ.
            name = Name.Place if number == 0 else Name.Further
            page.add_resource(copied[min(number, 1)], Name.XObject, name)
            mark = f"/P <</MCID {_tag(pdf, page.obj)}>> BDC" if number == 0 else "/Artifact BMC"
            page.contents_add(f"{mark} q {name} Do Q EMC q".encode(), prepend=True)
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
