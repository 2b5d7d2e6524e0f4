"""What every printed document looks like: in all its sizes and languages, compared with kept pictures.

The content is of its own (``golden/content``), so that editors change no picture. The shortest sheet of a document is a
sample where hardly anything is known, at a village that nobody has confirmed; the longest is of a hub that has a
publisher, in a town that has said all of itself. After a change that is meant: ``make golden``, and look at what Git
shows.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from tongchuang.catalogue import View, resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish.print.compose import Composer, Order
from tongchuang.publish.print.document import Subject
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.layout import layout

from ...conftest import AS_OF
from .golden.pictures import MOST, differs, drawn, keep, side_by_side

if TYPE_CHECKING:
    from tongchuang.publish.print.press import Press

HERE = Path(__file__).parent / "golden"
PICTURES = HERE / "pictures"
DIFFERENCES = Path(__file__).resolve().parents[3] / ".cache" / "golden"
LANGUAGES = ("zh", "en", "both")
PANGO = 15012  # of Debian 12: other versions may break lines elsewhere
CENTRE, TOWN, VILLAGE = "990101", "990101001", "990101001001"

# Of each document the shortest and the longest.
SUBJECTS = {
    "board": (Subject("place", VILLAGE), Subject("place", TOWN)),
    "card": (Subject("wall-rule", "phrases"), Subject("wall-rule", "emergency", TOWN)),
    "category": (Subject("category", "residence"), Subject("category", "wages", TOWN)),
    "door": (Subject("region", VILLAGE), Subject("region", TOWN)),
    "duties": (Subject("policy", "wage-rules"), Subject("policy", "city-plan")),
    "event": (Subject("life-event", "moved"), Subject("life-event", "unpaid", TOWN)),
    "filled": (Subject("form", "slip"), Subject("form", "complaint")),
    "form": (Subject("form", "slip"), Subject("form", "complaint")),
    "guide": (Subject("category", "residence"), Subject("category", "wages", CENTRE)),
    "guidebook": (Subject("place", VILLAGE), Subject("place", CENTRE)),
    "leaflet": (Subject("policy", "wage-rules"), Subject("policy", "city-plan")),
    "ledger": (Subject("ledger", "visits"), Subject("ledger", "complaints")),
    "notice": (Subject("service", "live-here", VILLAGE), Subject("service", "report-wages", TOWN)),
    "overview": (Subject("policy", "wage-rules"), Subject("policy", "city-plan")),
    "placard": (Subject("form", "calendar"), Subject("form", "site-board")),
    "plate": (Subject("place", CENTRE), Subject("place", TOWN)),
    "posts": (Subject("place", CENTRE), Subject("place", TOWN)),
    "process": (Subject("service", "live-here", VILLAGE), Subject("service", "report-wages", TOWN)),
    "rights": (Subject("life-event", "moved"), Subject("life-event", "unpaid")),
    "season": (Subject("notice", "closed"), Subject("notice", "moving")),
    "sign": (Subject("place", VILLAGE), Subject("place", TOWN, window="registration")),
    "timetable": (Subject("point", "market"), Subject("point", "round")),
    "wall": (Subject("wall-rule", "slogan"), Subject("wall-rule", "rules", TOWN)),
    "walls": (Subject("place", VILLAGE), Subject("place", TOWN)),
}
CASES = ("shortest", "longest")
SHEETS = [(name, size) for name, document in documents().items() for size in document.sizes]
# What a print shop prints, and boards in large type: they take most of the time, and differ from the others in lengths
# alone. All sizes are compared by ``make looks``.
LARGE = frozenset({"A1", "A2", "60x80", "80x120", "90x120", "80x200", "A4-large"})
ALL = "TONGCHUANG_LOOKS" in os.environ or "TONGCHUANG_GOLDEN" in os.environ
COMPARED = [(name, size) for name, size in SHEETS if size not in LARGE or ALL]


@pytest.fixture(scope="session")
def composers() -> dict[str, Composer]:
    """What composes the sheets of each case: the hub of the longest has a publisher, and many services."""
    catalogue = resolve(load(Project(HERE)), AS_OF)
    grown = replace(catalogue, views={lang: _grown(view) for lang, view in catalogue.views.items()})
    return dict(zip(CASES, (Composer(catalogue), Composer(grown)), strict=True))


def _grown(view: View) -> View:
    """With a publisher of a long name, and in each category three services more: the shortest, under the longest name and time."""
    short, long = view.services["live-here"], view.services["report-wages"]
    services = {}
    for category in view.categories:
        services |= {id_: one for id_, one in view.services.items() if one.category == category}
        for n, window in enumerate(("rights", "registration", "residence"), 1):
            id_ = f"{category}-{n}"
            services[id_] = replace(
                short, id=id_, category=category, window=window, name=f"{long.name} {n}", time=long.time
            )
    publisher = {
        "zh": "示范市示范县人力资源和社会保障局",
        "en": "Model County Human Resources and Social Security Bureau, Model City",
    }[view.lang]
    hub = replace(view.hub, publisher=publisher, base_url="https://hub.example.cn")
    return replace(view, hub=hub, services=services)


def _printed(composer: Composer, case: str, name: str, size: str, press: "Press") -> Iterator[tuple[Path, bytes]]:
    """The sheet of a case in each language, with where its picture is kept."""
    document = documents()[name]
    subject = SUBJECTS[name][CASES.index(case)]
    for lang in LANGUAGES:
        (job,) = composer.jobs([Order(document, subject, size, lang)])
        (sheet,) = press.print(layout(job))
        yield _kept(name, case, size, lang), sheet.data


def _kept(name: str, case: str, size: str, lang: str) -> Path:
    return Path(name, f"{case}.{size}.{lang}.webp")


def _picture(file: Path) -> Image.Image:
    """A kept picture, of nothing where there is none yet."""
    if not file.exists():
        return Image.new("L", (1, 1))
    with Image.open(file) as kept:
        return kept.copy()


@pytest.fixture(scope="session")
def pango(press: "Press") -> None:
    """Skips where the system sets lines otherwise than where the pictures were made."""
    from weasyprint.text.ffi import pango

    if (here := pango.pango_version()) != PANGO:
        pytest.skip(
            f"the pictures were made with Pango {PANGO}, here is {here}: compare them in the Dockerfile's image"
        )


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize(("name", "size"), COMPARED)
def test_a_sheet_looks_as_it_did(composers: dict[str, Composer], press: "Press", name: str, size: str) -> None:
    changed = []
    for case, composer in composers.items():
        for path, pdf in _printed(composer, case, name, size, press):
            new = drawn(pdf)
            kept = _picture(PICTURES / path)
            if (pixels := differs(kept, new)) > MOST:
                if os.environ.get("TONGCHUANG_GOLDEN"):
                    keep(new, PICTURES / path)
                    continue
                shown = DIFFERENCES / path
                shown.parent.mkdir(parents=True, exist_ok=True)
                side_by_side(kept, new).save(shown)
                changed.append(f"{shown}: {pixels} pixels")
    assert not changed, "\n".join(["Look at these; if they are meant: make golden", *changed])


def test_every_document_size_and_language_has_a_picture_and_no_other_is_kept() -> None:
    assert SUBJECTS.keys() == documents().keys(), "a shortest and a longest record of each document"
    wanted = {_kept(name, case, size, lang) for name, size in SHEETS for case in CASES for lang in LANGUAGES}
    assert {file.relative_to(PICTURES) for file in PICTURES.rglob("*.webp")} == wanted
