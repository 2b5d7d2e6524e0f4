"""Real sheets of real content, printed once for all tests."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.frame import Frame
from tongchuang.publish.print import fonts as font_files
from tongchuang.publish.print import worker
from tongchuang.publish.print.compose import Composer, Order, sheet_languages
from tongchuang.publish.print.document import Subject
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.layout import layout

if TYPE_CHECKING:  # importing it imports WeasyPrint, which must not happen before FONTCONFIG_FILE is set
    from tongchuang.publish.print.press import Press, Printed

    Make = Callable[..., Printed]

FRAME = Frame("assets/0123456789/", "default-src 'self'", "")
OFFICE, STATION, LONGEST = "441602001", "441602001003", "wage-arrears-report"
SUBJECTS = (
    ("board", Subject("place", OFFICE)),
    ("board", Subject("place", STATION)),
    ("sign", Subject("place", OFFICE, window="win-registration")),
    ("sign", Subject("place", OFFICE, window="win-employment")),
    ("sign", Subject("place", STATION)),
    ("notice", Subject("service", LONGEST)),
    ("notice", Subject("service", "job-matching")),
)


def orders(catalogue: Catalogue) -> Iterator[Order]:
    for name, subject in SUBJECTS:
        document = documents()[name]
        for size in document.default_sizes or document.sizes:
            for lang in sheet_languages(catalogue):
                yield Order(document, subject, size, lang)


@pytest.fixture(scope="session")
def fonts() -> Path:
    return font_files.FOLDER


@pytest.fixture(scope="session")
def printed(catalogue: Catalogue, fonts: Path) -> "dict[str, Printed]":
    runs = worker.run(Composer(catalogue).jobs(orders(catalogue)), fonts)
    return {one.path: one for run in runs for one in run}


@pytest.fixture(scope="session")
def press(fonts: Path, tmp_path_factory: pytest.TempPathFactory) -> "Press":
    """A press in this process, for tests that print one sheet."""
    os.environ["FONTCONFIG_FILE"] = str(font_files.configuration(fonts, tmp_path_factory.mktemp("fonts")))
    from tongchuang.publish.print.press import Press

    return Press(fonts)


@pytest.fixture(scope="session")
def make(press: "Press") -> "Make":
    """Prints one sheet of a catalogue; the same markup only once, as several tests look at the same sheets."""
    done: dict[tuple[str, ...], Printed] = {}

    def one(
        catalogue: Catalogue,
        name: str,
        of: str,
        size: str = "A4",
        lang: str = "zh",
        place: str | None = None,
        window: str | None = None,
    ) -> "Printed":
        document = documents()[name]
        subject = document.subject(catalogue.view("zh"), of, place, window)
        order = Order(document, subject, size, lang)
        (job,) = Composer(catalogue).jobs([order])
        found = layout(job)
        (own,) = found.sheets
        key = (name, size, lang, found.html, own.path, own.title, own.html or "", own.next or "", own.url)
        if key not in done:
            done[key] = press.print(found)[0]
        return done[key]

    return one


def published(catalogue: Catalogue) -> Catalogue:
    """The catalogue of a hub that has a publisher and an address."""
    views = {
        lang: replace(view, hub=replace(view.hub, publisher="源城区人社局", base_url="https://hub.example.cn"))
        for lang, view in catalogue.views.items()
    }
    return replace(catalogue, views=views)


def with_place(catalogue: Catalogue, code: str, **changes: str) -> Catalogue:
    """The catalogue with one place changed, in every language."""
    views = {
        lang: replace(view, places={**view.places, code: replace(view.places[code], **changes)})
        for lang, view in catalogue.views.items()
    }
    return replace(catalogue, views=views)


def bare(words: str) -> str:
    """Words without any white space."""
    return "".join(words.split())


def pages(data: bytes) -> list[str]:
    """The text of each page of a PDF without any white space."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [bare(page.get_textpage().get_text_bounded().replace("\ufffe", "")) for page in pdf]


def text(data: bytes) -> str:
    """The text of a PDF without any white space."""
    return "".join(pages(data))
