"""Laying sheets out with WeasyPrint, in a process of its own.

WeasyPrint reads the font configuration when it is imported, so FONTCONFIG_FILE must name ours before this
module is: only ``worker`` imports it.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from . import error, fonts
from .compose import Layout
from .document import Step
from .documents import FOLDER, documents
from .error import PrintError
from .fetch import AssetFetcher, Denied
from .fit import overflow, texts
from .stamp import stamp

ASSETS = Path(__file__).parent
IDENTIFIER = b"tongchuang"


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished sheet, and which rungs of its document's ladders it took."""

    path: str
    data: bytes
    step: str
    own_step: str | None


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
        self._fonts = FontConfiguration()
        self._fetcher = AssetFetcher(ASSETS)
        self._covered = fonts.covered(fonts_folder)
        self._complaints = _Complaints()
        self._styles = cache(self._parse_styles)

    def print(self, layout: Layout) -> list[Printed]:
        """All sheets of a layout. PrintError for the first that would come out wrong."""
        document = documents()[layout.document]
        sheet, step = self._pdf(layout, layout.html, document.ladder(layout.size, layout.lang), layout.sheets[0].subject)
        found = []
        for one in layout.sheets:
            if one.html is None:
                found.append(Printed(one.path, sheet, step.name, None))
                continue
            own, own_step = self._pdf(layout, one.html, document.ladder(layout.size, layout.lang, own=True), one.subject)
            found.append(Printed(one.path, stamp(sheet, own, one.title), step.name, own_step.name))
        return found

    def _parse_styles(self, document: str) -> list[weasyprint.CSS]:
        files = (ASSETS / "paper.css", FOLDER / document / "style.css")
        return [
            weasyprint.CSS(filename=str(file), font_config=self._fonts, url_fetcher=self._fetcher) for file in files
        ]

    def _pdf(self, layout: Layout, markup: str, ladder: Sequence[Step], subject: str) -> tuple[bytes, Step]:
        """The PDF of ``markup`` at the first step at which it fits, and that step."""
        where = (layout.document, subject, layout.lang)
        html = weasyprint.HTML(string=markup, base_url=ASSETS.as_uri(), url_fetcher=self._fetcher)
        self._check_glyphs(html.etree_element, where)
        self._complaints.said.clear()
        try:
            rendered, step = self._fitted(layout, html, ladder, where)
            data: bytes = rendered.write_pdf(pdf_identifier=IDENTIFIER, pdf_tags=True)
        except Denied as denied:
            raise PrintError(*where, "", *error.denied(str(denied))) from None
        if self._complaints.said:
            raise PrintError(*where, "", *error.complaint(self._complaints.said[0]))
        return data, step

    def _fitted(
        self, layout: Layout, html: weasyprint.HTML, ladder: Sequence[Step], where: tuple[str, str, str]
    ) -> tuple[weasyprint.Document, Step]:
        for step in ladder:
            html.etree_element.set("style", ";".join(f"--{name}:{value}" for name, value in step.lengths.items()))
            rendered = html.render(font_config=self._fonts, stylesheets=self._styles(layout.document))
            found = overflow(rendered, html.etree_element.find("body"), step.pages)
            if found is None:
                return rendered, step
        raise PrintError(*where, found.field, *error.too_long(found.way, found.text, layout.size, step.pages))

    def _check_glyphs(self, root: Any, where: tuple[str, str, str]) -> None:
        for field, text in texts(root, ""):
            for character in text:
                if ord(character) not in self._covered and not character.isspace():
                    raise PrintError(*where, field, *error.no_glyph(character, text.strip()))
