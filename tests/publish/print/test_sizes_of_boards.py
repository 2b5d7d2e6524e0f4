"""Boards in every size that a print shop or an acrylic slot takes, and documents in large type."""

import os
import re
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.print.documents import documents

from .conftest import LONGEST, OFFICE, STATION, bare, pages, published, text

PAPERS = {
    "A1": (594, 841),
    "A2": (420, 594),
    "A4": (210, 297),
    "60x80": (600, 800),
    "80x120": (800, 1200),
    "90x120": (900, 1200),
}
# Boards of a print shop take most of the time: ``make looks`` prints all, the tests one of them.
SHOP = pytest.mark.skipif("TONGCHUANG_LOOKS" not in os.environ, reason="make looks")
LARGE = {"board": OFFICE, "door": "441602", "notice": LONGEST, "process": "job-matching"}


def _points(step: str, length: str) -> float:
    return float(re.search(rf"\b{length} ([\d.]+)pt", step)[1])


@pytest.mark.parametrize(
    "size", [pytest.param(size, marks=SHOP) if size not in ("A4", "A2") else size for size in PAPERS]
)
def test_a_services_board_fills_the_paper_asked_for_with_all_services_in_letters_of_6_mm(
    catalogue: Catalogue, make, size: str
):
    board = make(catalogue, "board", OFFICE, size)
    with pypdfium2.PdfDocument(board.data) as pdf:
        found = {tuple(round(points / 72 * 25.4) for points in page.get_size()) for page in pdf}
    assert found == {PAPERS[size]}
    view = catalogue.view("zh")
    assert all(bare(service.name) in text(board.data) for service in view.services_at(view.places[OFFICE]))
    assert _points(board.step, "body") >= (10.5 if size == "A4" else 17)


@SHOP
def test_a_larger_board_takes_fewer_sheets(catalogue: Catalogue, make):
    sheets = {size: len(pages(make(catalogue, "board", OFFICE, size).data)) for size in ("A2", "A1", "90x120")}
    assert sheets["A2"] > sheets["A1"] >= sheets["90x120"]


def test_the_first_of_several_sheets_tells_on_which_each_category_begins_and_ends(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    sheets = pages(make(catalogue, "board", OFFICE, "A4").data)
    told = sheets[0].partition("哪类事在第几张：")[2]
    for id_ in {service.category for service in view.services_at(view.places[OFFICE])}:
        services = [one for one in view.services_at(view.places[OFFICE]) if one.category == id_]
        begins = next(number for number, sheet in enumerate(sheets, 1) if bare(services[0].name) in sheet)
        ends = next(number for number, sheet in reversed([*enumerate(sheets, 1)]) if bare(services[-1].name) in sheet)
        where = f"{begins}-{ends}" if ends > begins else f"{begins}(?!-)"
        assert re.search(f"{bare(view.categories[id_].name)}{where}", told)


def test_a_category_is_named_again_on_the_sheet_that_it_runs_on_to(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    groups: dict[str, list[str]] = {}
    for service in view.services_at(view.places[OFFICE]):
        groups.setdefault(view.categories[service.category].name, []).append(bare(service.name))
    sheets = pages(make(catalogue, "board", OFFICE, "A4").data)
    divided = [
        (name, before, after)
        for name, services in groups.items()
        for before, after in pairwise(sheets)
        if services[0] in before and services[-1] in after and services[-1] not in before
    ]
    assert divided
    assert all(bare(name) in before and bare(name) in after for name, before, after in divided)


def test_few_services_stand_in_one_column_of_large_letters(catalogue: Catalogue, make):
    views = {
        lang: replace(view, services={id_: view.services[id_] for id_ in ("job-matching", "job-information")})
        for lang, view in catalogue.views.items()
    }
    board = make(replace(catalogue, views=views), "board", STATION, "A1")
    assert "columns auto" in board.step
    assert "pages 1" in board.step
    assert _points(board.step, "body") >= 40


@pytest.mark.parametrize("size", ["A4", "A4-large", pytest.param("A1", marks=SHOP)])
@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_columns_of_a_board_are_as_wide_as_their_words(catalogue: Catalogue, make, size: str, lang: str):
    few = ("job-matching", "employment-registration", "residence-permit-apply", "labour-arbitration", LONGEST)
    views = {
        lang: replace(view, services={id_: view.services[id_] for id_ in few}) for lang, view in catalogue.views.items()
    }
    board = make(replace(catalogue, views=views), "board", OFFICE, size, lang)
    with pypdfium2.PdfDocument(board.data) as pdf:
        lines = [line for page in pdf for line in page.get_textpage().get_text_bounded().split("\r\n")]
    hyphen = "\x02"  # PDFium's mark for one at the end of a line
    assert not any(hyphen in line for line in lines)
    assert not any(line.endswith("免") for line in lines)


def test_a_confirmed_place_has_no_gap_where_others_say_that_nobody_confirmed_them(catalogue: Catalogue, make):
    views = {
        lang: replace(view, places={**view.places, STATION: replace(view.places[STATION], confirmed_on="2026-11-01")})
        for lang, view in catalogue.views.items()
    }

    def top(of: Catalogue) -> float:
        with pypdfium2.PdfDocument(make(of, "board", STATION, "A2").data) as pdf:
            page = pdf[0].get_textpage()
            found = page.search("办公时间").get_next()
            return page.get_charbox(found[0])[3]

    assert top(replace(catalogue, views=views)) > top(catalogue) + 15


@SHOP
def test_a_long_publisher_fits_above_a_bilingual_board(catalogue: Catalogue, make):
    hub = published(catalogue)
    views = {
        lang: replace(
            view,
            hub=replace(
                view.hub,
                publisher={
                    "zh": "源城区人力资源和社会保障局",
                    "en": "Yuancheng District Human Resources and Social Security Bureau",
                }[lang],
            ),
        )
        for lang, view in hub.views.items()
    }
    assert "扫一扫" in text(make(replace(hub, views=views), "board", STATION, "A1", "both").data)


@pytest.mark.parametrize("name", LARGE)
def test_large_type_is_the_same_edition_in_letters_of_16_points_and_more(catalogue: Catalogue, make, name: str):
    usual, large = (make(catalogue, name, LARGE[name], size) for size in ("A4", "A4-large"))
    # A process board has its papers and remedies in larger letters than its chart, which is what takes the room.
    length = "flow" if name == "process" else "body"
    assert _points(large.step, length) >= 16 > _points(usual.step, length)
    assert len(pages(large.data)) > len(pages(usual.data))
    edition = re.compile(r"r\d-[a-z2-7]{4}")
    assert edition.search(text(large.data))[0] == edition.search(text(usual.data))[0]


def test_every_step_of_large_type_keeps_16_points():
    for document in documents().values():
        for size in (size for size in document.sizes if size.endswith("-large")):
            for lang in ("zh", "en", "both"):
                assert all(_points(step.name, "body") >= 16 for step in document.ladder(size, lang))


def test_a_hub_prints_large_type_and_large_boards_only_when_asked():
    for document in documents().values():
        others = {size for size in document.sizes if size in PAPERS.keys() - {"A1", "A2", "A4"} or "-large" in size}
        assert not others or document.default_sizes
        assert not others & set(document.default_sizes)
