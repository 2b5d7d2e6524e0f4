"""Sheets about one thing each: a name plate, a mobile station's timetable, a notice with its days."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2
import pytest
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish.print import PrintError
from tongchuang.publish.print.documents import documents

from .conftest import STATION, published, text

CENTRE, ROUND, CLOSURE = "990101", "demo-mobile", "demo-closure"


@pytest.fixture(scope="module")
def demo(project: Project) -> Catalogue:
    """The real content and that of the model county, whose mark was supplied."""
    return resolve(load(Project(project.root, project.root / "tests" / "demo")), date(2026, 11, 21))


def images(data: bytes) -> Iterator[tuple[float, float]]:
    """Width and height in millimetres of the pictures on the pages."""
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            for found in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
                left, bottom, right, top = found.get_bounds()
                yield (right - left) / 72 * 25.4, (top - bottom) / 72 * 25.4


def test_a_plate_bears_the_name_and_the_mark_as_supplied(demo: Catalogue, make) -> None:
    made = make(demo, "plate", CENTRE, "40x60", "both").data
    for lang in ("zh", "en"):
        assert "".join(demo.view(lang).places[CENTRE].name.split()) in text(made)
    assert "不做到牌上" in text(made)
    assert [(round(width), round(height)) for width, height in images(made)] == [(104, 104)]
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert [round(float(side) / 72 * 25.4) for side in pdf.pages[0].mediabox[2:]] == [600, 400]


def test_a_plate_tells_its_maker_how_large_it_is_whether_to_make_it_and_whose_mark_it_bears(
    demo: Catalogue, make
) -> None:
    sample, final = (text(make(one, "plate", CENTRE, "40x60").data) for one in (demo, published(demo)))
    artwork = demo.view("zh").profiles["demo"].artwork
    for found in (sample, final):
        assert "成品宽600毫米、高400毫米，横着挂" in found
        assert f"标志：{artwork.supplied_by}" in found
    assert "样张，别照做" in sample
    assert "定稿" not in sample
    assert "定稿，可以照做" in final
    assert "样张" not in final


def test_a_code_on_a_timetable_says_what_it_is_for(demo: Catalogue, make) -> None:
    assert "扫一扫，看这张纸是不是最新的" in text(make(published(demo), "timetable", ROUND).data)
    assert "扫一扫" not in text(make(demo, "timetable", ROUND).data)


def test_a_plate_without_artwork_keeps_the_place_of_the_mark_and_says_which(demo: Catalogue, make) -> None:
    views = {lang: replace(view, marks={}) for lang, view in demo.views.items()}
    made = make(replace(demo, views=views), "plate", CENTRE, "40x60").data
    assert list(images(made)) == []
    assert demo.view("zh").profiles["demo"].mark in text(made)
    assert "标志：" not in text(made)


def test_no_plate_is_made_for_a_place_that_nobody_confirmed(catalogue: Catalogue, make) -> None:
    with pytest.raises(PrintError) as refused:
        make(catalogue, "plate", STATION, "40x60")
    assert refused.value.field == "confirmed_on"
    assert list(documents()["plate"].defaults(catalogue.view("zh"))) == []


@pytest.mark.parametrize("size", ["A3", "A4"])
def test_a_timetable_has_every_stop_and_visit_with_its_hours(demo: Catalogue, make, size: str) -> None:
    found = text(make(demo, "timetable", ROUND, size, "both").data)
    for lang in ("zh", "en"):
        point = demo.view(lang).points[ROUND]
        for stop in (*point.timetable, *point.visits):
            assert "".join(stop.stop.split()) in found
            assert f"{stop.opens}–{stop.closes}" in found
    assert "带上身份证" in found
    assert point.timetable
    assert point.visits
    assert point.phone in found


@pytest.mark.parametrize("size", ["A3", "A4"])
def test_a_notice_says_from_when_until_when(demo: Catalogue, make, size: str) -> None:
    found = text(make(demo, "season", CLOSURE, size, "both").data)
    notice = demo.view("zh").notices[CLOSURE]
    assert "".join(notice.text.split()) in found
    assert "2026年11月20日至2026年12月1日" in found
    assert "20November2026to1December2026" in found


def test_a_notice_of_one_day_names_it_once_as_the_first_and_the_last(demo: Catalogue, make) -> None:
    views = {
        lang: replace(view, notices={CLOSURE: replace(view.notices[CLOSURE], starts="2026-12-01")})
        for lang, view in demo.views.items()
    }
    found = text(make(replace(demo, views=views), "season", CLOSURE).data)
    assert "2026年12月1日，一天" in found
    assert "2026年12月1日至" not in found


def test_a_notice_says_that_its_last_day_counts(demo: Catalogue, make) -> None:
    assert "2026年12月1日当天还算数" in text(make(demo, "season", CLOSURE).data)


def test_a_closure_says_when_it_is_over_and_what_becomes_of_time_limits_and_an_activity_does_not(
    demo: Catalogue, make
) -> None:
    closure, festival = (text(make(demo, "season", of).data) for of in (CLOSURE, "demo-festival"))
    for fact in ("2026年12月2日起照常", "期限在这期间到的，别等：先打12345问清"):
        assert fact in closure
        assert fact[-6:] not in festival
    assert "挂出日期" in closure


@pytest.mark.parametrize("size", ["A3", "A4"])
def test_a_notice_fills_its_sheet(demo: Catalogue, make, size: str) -> None:
    with pypdfium2.PdfDocument(make(demo, "season", CLOSURE, size).data) as pdf:
        lowest = min(one.get_bounds()[1] for one in pdf[0].get_objects((pypdfium2.raw.FPDF_PAGEOBJ_TEXT,)))
        assert lowest < pdf[0].get_height() / 5


def test_a_sheet_of_the_demo_county_bears_its_mark_and_others_bear_none(demo: Catalogue, make) -> None:
    assert len(list(images(make(demo, "sign", CENTRE, window="win-petition").data))) == 1
    assert list(images(make(demo, "sign", STATION).data)) == []


def test_an_activity_says_where_it_is(demo: Catalogue, make) -> None:
    place = demo.view("zh").notices["demo-festival"].where
    assert place
    assert "".join(place.split()) in text(make(demo, "season", "demo-festival").data)
