"""What a place says of itself, on its page."""

import re
from dataclasses import replace
from html import unescape

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.site.pages import network, regions
from tongchuang.publish.words import words

from .conftest import drawn, places

DAY = "2026-11-21"
TOLD, SILENT = "990101001", "990101002"


def rows(catalogue: Catalogue, lang: str, code: str) -> dict[str, str]:
    """The facts on a place's page, by their names."""
    view = catalogue.view(lang)
    html = drawn(view, places(view, DAY), f"places/{code}/")
    found = re.findall(r"<dt>([^<]*)</dt><dd>(.*?)</dd>", html, re.DOTALL)
    return {name: unescape(value) for name, value in found}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("field", ["host", "directions", "honours"])
def test_hall_way_and_honours_are_shown_where_a_place_has_them(field: str, lang: str, model_county: Catalogue) -> None:
    name, place = words(lang)(f"site.place.{field}"), model_county.view(lang).places[TOLD]
    value = getattr(place, field)
    shown = value if isinstance(value, str) else words(lang)("site.list_join").join(value)
    assert shown
    assert rows(model_county, lang, TOLD)[name] == shown
    assert name not in rows(model_county, lang, SILENT)


def body(catalogue: Catalogue, lang: str, code: str) -> str:
    view = catalogue.view(lang)
    return unescape(drawn(view, places(view, DAY), f"places/{code}/"))


def table(html: str) -> dict[str, list[str]]:
    """The rows of what is asked, their first column as key, tags taken away."""
    cells = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in re.findall(r"<tr>(.*?)</tr>", html))
    rows = ([re.sub(r"<[^>]*>", "", cell).strip() for cell in row] for row in cells)
    return {first: rest for first, *rest in rows}


def test_managers_see_what_is_asked_beside_what_there_is_below_everything_else(model_county: Catalogue) -> None:
    html = body(model_county, "zh", TOLD)
    before, _, asked = html.partition('<details class="asked">')
    assert 'id="children"' in before
    assert table(asked) == {
        "要有什么": ["最少", "现在有"],
        "办公、办事用房面积（演示数据）": ["300平方米", "320平方米"],
        "基本窗口（演示数据）": ["6个窗口", "7个窗口"],
        "工作人员（演示数据）": ["5人", "5人"],
        "协管员（演示数据）": ["2人", "2人"],
        "示范县服务承诺（演示数据）": ["2条", "2条"],
    }
    assert "服务501名务工人员" in asked


def test_what_is_short_and_what_was_not_reported_is_said(model_county: Catalogue) -> None:
    view = model_county.view("zh")
    short = replace(view.places[TOLD], has={"office-premises": 250}, workers=None)
    views = {**model_county.views, "zh": replace(view, places={**view.places, TOLD: short})}
    asked = table(body(replace(model_county, views=views), "zh", TOLD).partition('<details class="asked">')[2])
    assert asked["办公、办事用房面积（演示数据）"] == ["300平方米", "250平方米 少50平方米"]
    assert asked["工作人员（演示数据）"] == ["5人", "没有报"]
    assert asked["协管员（演示数据）"] == ["每500名务工人员1人", "没有报"]


def test_a_listed_place_shows_no_table_but_where_the_standards_are(model_county: Catalogue) -> None:
    html = body(model_county, "zh", SILENT)
    assert 'class="asked"' not in html
    assert "network/#profile-demo" in html
    assert words("zh")("site.place.services_listed") in html
    assert words("zh")("site.place.services_listed") not in body(model_county, "zh", TOLD)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_a_place_does_not_handle_is_said_with_the_reason(lang: str, model_county: Catalogue) -> None:
    [group] = model_county.view(lang).places["990101"].not_offered
    assert group.why in body(model_county, lang, "990101")


def test_the_directory_names_the_hall_that_a_place_stands_in(model_county: Catalogue) -> None:
    view = model_county.view("zh")
    assert "示范镇便民服务中心（演示数据）" in drawn(view, regions.pages(view, DAY), "regions/990101/")


def test_a_ratio_is_explained_with_two_numbers_and_an_institution_with_its_guide(model_county: Catalogue) -> None:
    view = model_county.view("zh")
    html = re.sub(r"<[^>]*>", "", drawn(view, network.pages(view, DAY), "network/"))
    assert "有500名的地方要1人，有501名的要2人" in html
    assert "公益一类事业单位" in html
    assert "县级人力资源社会保障部门" in html


def test_a_number_written_without_area_code_can_be_called_from_elsewhere(model_county: Catalogue) -> None:
    view = model_county.view("zh")
    for phone, calls in (
        ("3331234", ["3331234", "07623331234"]),
        ("0762-3331234", ["0762-3331234"]),
        ("13800000000", ["13800000000"]),
        ("12333", ["12333"]),
    ):
        place = replace(view.places[TOLD], phone=phone, area_code="0762")
        there = replace(model_county, views={"zh": replace(view, places={**view.places, TOLD: place})})
        first = body(there, "zh", TOLD).partition('<dl class="facts"')[2].partition("</div>")[0]
        assert re.findall(r'href="tel:([^"]*)"', first) == calls


def test_premises_are_named_where_there_is_no_hall_to_name(model_county: Catalogue) -> None:
    name = words("zh")("site.place.premises")
    assert rows(model_county, "zh", "990101")[name] == "自己的场地"
    assert name not in rows(model_county, "zh", TOLD)
    view = model_county.view("zh")
    moving = replace(view.places[TOLD], premises="mobile", host=None)
    there = replace(model_county, views={"zh": replace(view, places={**view.places, TOLD: moving})})
    assert rows(there, "zh", TOLD)[name] == "流动的，没有固定的门"
