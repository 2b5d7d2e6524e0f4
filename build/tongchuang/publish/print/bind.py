"""Binding sheets into one PDF that can be leafed through, with the tags that screen readers need.

Clause numbers are of ISO 32000-1.
"""

import io
from collections.abc import Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, Page, Pdf, String


def bind(title: str, lang: str, sheets: Sequence[tuple[str, bytes]]) -> bytes:
    """One PDF of all sheets, each given as its title and a tagged PDF; ``lang`` is a BCP 47 tag.

    The titles are its bookmarks. Pages of the first sheet, the list of the others, are labelled i, ii …; those of the
    n-th on the list n-1, n-2 … (12.4.2). The same arguments give the same bytes.
    """
    with Pdf.new() as pdf:
        tags = _Tags(pdf)
        labels = Array()
        starts: list[int] = []
        for number, (_, data) in enumerate(sheets):
            starts.append(len(pdf.pages))
            labels.append(len(pdf.pages))
            labels.append(Dictionary(S=Name.D, P=String(f"{number}-")) if number else Dictionary(S=Name.r))
            with Pdf.open(io.BytesIO(data)) as sheet:
                pdf.pages.extend(sheet.pages)
                tags.take(sheet, pdf.pages[starts[-1] :])
        with pdf.open_outline() as outline:
            outline.root.extend(OutlineItem(name, start) for (name, _), start in zip(sheets, starts, strict=True))
        pdf.Root.PageLabels = Dictionary(Nums=labels)
        pdf.Root.PageMode = Name.UseOutlines
        pdf.Root.Lang = String(lang)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        pdf.docinfo[Name.Title] = String(title)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return out.getvalue()


class _Tags:
    """The structure tree of a bound PDF (14.7): each sheet's own tree is a part of it."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        root: Any = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document: Any = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
        root.K = Array([self._document])
        root.ParentTree = Dictionary(Nums=Array())
        self._root = pdf.Root.StructTreeRoot = root

    def take(self, sheet: Pdf, pages: Sequence[Page]) -> None:
        """Adds the tree of a sheet, whose ``pages`` have been appended before: only then do tags find their page."""
        copied: Any = self._pdf.copy_foreign(sheet.Root.StructTreeRoot)
        for part in copied.K:
            part.P, part.S = self._document, Name.Part
            self._document.K.append(part)
        # Pages are the first of those that have an entry in the parent tree, in their order (14.7.4.4).
        numbers = self._root.ParentTree.Nums
        for page, (_, elements) in zip(pages, _pairs(copied.ParentTree.Nums), strict=False):
            page.obj.StructParents = len(numbers) // 2
            numbers.extend([len(numbers) // 2, elements])


def _pairs(flat: Sequence[Any]) -> list[tuple[Any, Any]]:
    return list(zip(flat[::2], flat[1::2], strict=True))
