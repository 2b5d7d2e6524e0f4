"""Laying sheets out with WeasyPrint, in a process of its own.

WeasyPrint reads the font configuration when it is imported, so FONTCONFIG_FILE must name ours before this
module is: only ``worker`` imports it.
"""

import gc
import logging
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from . import error, fonts
from .cache import Printed
from .compose import batches
from .document import FOLDER, Step
from .documents import document
from .error import PrintError
from .fetch import AssetFetcher, Denied
from .fit import Overflow, not_due, overflow, texts
from .layout import Layout, Sheet, places
from .legible import Fault, Paper, Square, apart, illegible, millimetres, paper, partly_illegible, squares
from .preflight import Wanted, copy, whole
from .stamp import page_count, stamp

ASSETS = Path(__file__).parent
IDENTIFIER = b"tongchuang"
NUMBERED = 3  # times that page numbers are filled in: shorter ones may let what follows move up a page
LONG = 40  # pages from which a layout takes hundreds of megabytes: there is never more than one of them


class _Complaints(logging.Handler):
    """Keeps what WeasyPrint and fontTools complain about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []
        for name in ("weasyprint", "fontTools"):
            logging.getLogger(name).addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


class Press:
    """WeasyPrint with our fonts and style sheets, each parsed once; every complaint of it is an error."""

    def __init__(self, fonts_folder: Path) -> None:
        self.fonts = FontConfiguration()
        self.fetcher = AssetFetcher(ASSETS)
        self.covered = fonts.covered(fonts_folder)
        self.complaints = _Complaints()
        self.styles = cache(self._parse_styles)
        self._last: tuple[Layout, tuple[bytes, Step]] | None = None

    def _parse_styles(self, document: str) -> list[weasyprint.CSS]:
        files = (ASSETS / "paper.css", FOLDER / document / "style.css")
        return [weasyprint.CSS(filename=str(file), font_config=self.fonts, url_fetcher=self.fetcher) for file in files]

    def print(self, layout: Layout) -> list[Printed]:
        """All sheets of a layout. PrintError for the first that would come out wrong."""
        run = _Run(self, layout)
        try:
            data, step = self._shared(run)
            if layout.sheets[0].html is None:
                found = [Printed(sheet.path, data, step.name, None, page_count(data)) for sheet in layout.sheets]
            else:
                found = run.stamped(data, step)
        except Denied as denied:
            raise run.error("", error.denied(str(denied))) from None
        if self.complaints.said:
            raise run.error("", error.complaint(self.complaints.said[0]))
        return found

    def _shared(self, run: "_Run") -> tuple[bytes, Step]:
        """What the sheets of a layout share: that of the last one again, if this is another part of it."""
        layout = run.layout
        if (
            self._last is None
            or replace(self._last[0], sheets=layout.sheets) != layout
            or layout.sheets[0].html is None
        ):
            self._last = layout, run.shared()
        return self._last[1]


class _Run:
    """One layout on the press."""

    def __init__(self, press: Press, layout: Layout) -> None:
        self._press, self.layout = press, layout
        press.complaints.said.clear()

    def shared(self) -> tuple[bytes, Step]:
        """The PDF of what all the sheets share, at the first step at which it fits."""
        html = self._parse(self.layout.html)
        body = html.etree_element.find("body")
        self._check_glyphs(html.etree_element, self.layout.sheets[0])
        rendered, step = self._fitting(html)
        for _ in range(NUMBERED):
            if not _numbered(body, rendered.pages):
                break
            rendered = self._render(html)
        if len(rendered.pages) > LONG:
            gc.collect()
        data = self._pdf(rendered, tags=True)
        alone = self.layout.sheets[0].html is None
        self._refuse(illegible(rendered.pages, self.layout.lang, self._paper, alone))
        wanted = self._wanted(self.layout.facts, step, squares(rendered.pages))
        if alone:
            wanted = replace(wanted, title=self.layout.sheets[0].title, url=self.layout.sheets[0].url)
        self._refuse(whole(data, wanted, list(texts(body, "", apart(rendered.pages) | not_due(rendered.pages, body)))))
        return data, step

    def _fitting(self, html: weasyprint.HTML) -> tuple[Any, Step]:
        """The layout at the first step at which it fits, and that step.

        Later steps take less space than earlier ones, so each try rules out half of them; and it tells how many pages
        its lengths take, which settles all steps that have the same.
        """
        ladder = document(self.layout.document).ladder(self.layout.size, self.layout.lang)
        root, body = html.etree_element, html.etree_element.find("body")
        kept: Any = None
        low, high = 0, len(ladder)
        while low < high:
            step = ladder[(low + high) // 2]
            _take(root, step)
            rendered = self._render(html)
            taken = len(rendered.pages)
            alike = [n for n in range(low, high) if ladder[n].lengths == step.lengths]
            problem = overflow(rendered.pages, body, ladder[alike[-1]].pages)
            fits = [n for n in alike if problem is None and taken <= ladder[n].pages]
            low = max((n + 1 for n in alike if n not in fits), default=low)
            if fits:
                kept, high = rendered, fits[0]
            elif low == len(ladder) and problem:
                raise self._too_long(problem, ladder[-1], self.layout.sheets[0])
            if taken > LONG:
                rendered = kept = None
                gc.collect()
        _take(root, ladder[high])
        return kept or self._render(html), ladder[high]

    def stamped(self, shared: bytes, step: Step) -> list[Printed]:
        """Each sheet: the shared PDF with what its own place changes."""
        sheets = self.layout.sheets
        pages = page_count(shared)
        further = pages > 1 and sheets[0].next is not None
        found: dict[str, Printed] = {}
        for batch in batches(sheets):
            waiting = list(batch)
            ladder = document(self.layout.document).ladder(self.layout.size, self.layout.lang, own=True)
            for own_step in ladder:
                last = own_step is ladder[-1]
                own, fitting = self._places(waiting, (step, own_step), last, further)
                copies = stamp(shared, own, [sheet.title for sheet, _ in fitting])
                for (sheet, codes), data in zip(fitting, copies, strict=True):
                    wanted = replace(self._wanted(sheet.facts, step, codes), title=sheet.title, url=sheet.url)
                    self._refuse(copy(data, wanted), sheet)
                    found[sheet.path] = Printed(sheet.path, data, step.name, own_step.name, pages)
                waiting = [sheet for sheet in waiting if sheet.path not in found]
                if not waiting:
                    break
        return [found[sheet.path] for sheet in sheets]

    def _places(
        self, sheets: Sequence[Sheet], steps: tuple[Step, Step], last: bool, further: bool
    ) -> tuple[bytes, list[tuple[Sheet, list[Square]]]]:
        """A PDF with a page for each place whose words fit, or two; the sheets of those pages and their QR.

        The ``steps`` are that of what the places share, and one of their own.
        """
        html = self._parse(places(self.layout, sheets, further))
        _take(html.etree_element, *steps)
        elements = html.etree_element.findall("body/div")
        each = 1 + further
        for number, element in enumerate(elements):
            self._check_glyphs(element, sheets[number // each])
        rendered = self._render(html)
        laid_out = list(zip(elements, rendered.pages, strict=True))
        pages: list[Any] = []
        fitting = []
        for number, sheet in enumerate(sheets):
            group = laid_out[number * each : (number + 1) * each]
            problem = next(filter(None, (overflow([page], element, 1) for element, page in group)), None)
            if problem is None:
                own = [page for _, page in group]
                self._refuse(partly_illegible(own, self.layout.lang, self._paper), sheet)
                pages += own
                fitting.append((sheet, squares(own[:1])))
            elif last:
                raise self._too_long(problem, steps[1], sheet)
        return self._pdf(rendered.copy(pages)) if pages else b"", fitting

    def error(self, field: str, problem: error.Problem, sheet: Sheet | None = None) -> PrintError:
        """The error of a sheet of this layout, of its first if none is given."""
        subject = (sheet or self.layout.sheets[0]).subject
        return PrintError(self.layout.document, subject, self.layout.lang, field, *problem)

    @property
    def _paper(self) -> Paper:
        kind = document(self.layout.document)
        return paper(kind.cut_to or self.layout.size, kind.held)

    def _wanted(self, facts: Sequence[str], step: Step, codes: Sequence[Square]) -> Wanted:
        return Wanted(millimetres(self.layout.size), step.pages, self.layout.tag, facts, codes)

    def _refuse(self, fault: Fault | None, sheet: Sheet | None = None) -> None:
        if self._press.complaints.said:
            raise self.error("", error.complaint(self._press.complaints.said[0]), sheet)
        if fault:
            raise self.error(fault.field, fault.problem, sheet)

    def _too_long(self, problem: Overflow, step: Step, sheet: Sheet) -> PrintError:
        return self.error(problem.field, error.too_long(problem, self.layout.size, step), sheet)

    def _check_glyphs(self, element: Any, sheet: Sheet) -> None:
        for field, text in texts(element, ""):
            for character in text:
                if ord(character) not in self._press.covered and not character.isspace():
                    raise self.error(field, error.no_glyph(character, text.strip()), sheet)

    def _parse(self, markup: str) -> weasyprint.HTML:
        return weasyprint.HTML(string=markup, base_url=ASSETS.as_uri(), url_fetcher=self._press.fetcher)

    def _render(self, html: weasyprint.HTML) -> weasyprint.Document:
        return html.render(font_config=self._press.fonts, stylesheets=self._press.styles(self.layout.document))

    def _pdf(self, document: weasyprint.Document, tags: bool = False) -> bytes:
        data: bytes = document.write_pdf(pdf_identifier=IDENTIFIER, pdf_tags=tags)
        return data


def _numbered(body: Any, pages: Sequence[Any]) -> bool:
    """Whether anything refers to another page (``data-page-of`` an id) by a number that was wrong. Now it has the right one
    as ``data-page``, or the first and the last (1-2) of what goes on over several.

    CSS's own target-counter() would lay out every try of a ladder twice. What the markup has as ``data-page`` is as long
    as a number gets, so that the pages take no more room than was found to fit."""
    numbered = [*enumerate(pages, 1)]
    last = {name: number for number, page in numbered for name in page.anchors}
    first = {name: number for number, page in reversed(numbered) for name in page.anchors}
    wrong = False
    for element in body.findall(".//*[@data-page-of]"):
        ends = "-".join(dict.fromkeys(str(at[element.get("data-page-of")]) for at in (first, last)))
        wrong |= element.get("data-page") != ends
        element.set("data-page", ends)
    return wrong


def _take(root: Any, *steps: Step) -> None:
    """Sets the lengths of the steps; of one that two of them have, the last counts."""
    lengths = (one for step in steps for one in step.lengths.items())
    root.set("style", ";".join(f"--{name}:{value}" for name, value in lengths))
