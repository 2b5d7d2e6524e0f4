"""A category's page: where to go nearby, the ledgers of the window, and what other places call it."""

from collections.abc import Iterable
from html import unescape

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.publish.site.page import Page
from tongchuang.publish.site.pages import appeals, categories
from tongchuang.publish.site.pages.regions import elsewhere
from tongchuang.publish.site.side_by_side import pages as side_by_side

from . import conftest

DAY = "2026-11-21"
UNLISTED = "这几种地方附近有没有，本站还没有查到，先打12333或12345问："


@pytest.fixture(scope="module")
def real(catalogue: Catalogue) -> View:
    return catalogue.view("zh")


@pytest.fixture(scope="module")
def demo(model_county: Catalogue) -> View:
    return model_county.view("zh")


def drawn(view: View, pages: Iterable[Page], at: str) -> str:
    return unescape(conftest.drawn(view, pages, at))


def test_a_category_of_disputes_tells_where_panels_sit_or_that_nobody_has_listed_one(real: View, demo: View) -> None:
    address = "categories/labour-disputes/"
    listed = drawn(demo, categories.pages(demo, DAY), address)
    assert "points/#demo-tribunal" in listed
    assert "仲裁派出庭" not in listed.partition(UNLISTED)[2].partition("</p>")[0]
    missing = drawn(real, categories.pages(real, DAY), address)
    assert f"{UNLISTED}仲裁派出庭、调解点" in missing
    assert 'href="tel:12333"' in missing


def test_the_page_of_an_appeal_leads_to_the_points_of_its_categories(demo: View) -> None:
    assert "points/#demo-tribunal" in drawn(demo, appeals.pages(demo, DAY), "appeals/appeal-labour-security/")


def test_the_region_you_chose_shows_the_nearest_point_or_says_to_call(real: View, demo: View) -> None:
    village = drawn(demo, conftest.places(demo, DAY), "places/990101002001/")
    assert "points/#demo-tribunal" in village
    assert "仲裁派出庭" not in village.partition(UNLISTED)[2].partition("</p>")[0]
    for pages, address in (
        (conftest.places(real, DAY), "places/441602001003/"),
        (elsewhere(real, DAY), "regions/330200/"),
    ):
        html = drawn(real, pages, address)
        assert UNLISTED in html
        assert "仲裁派出庭" in html.partition(UNLISTED)[2].partition("</p>")[0]


def test_a_category_shows_its_ledgers_and_its_name_in_other_divisions(real: View) -> None:
    html = drawn(real, categories.pages(real, DAY), "categories/training/")
    assert "forms/training-ledger/" in html or "ledgers/training-ledger/" in html
    assert "schemes/#ningbo-six" in html
    assert "教育培训体系" in html
    assert "appeals/appeal-skills/" in html
    assert "ledger/" not in drawn(real, categories.pages(real, DAY), "categories/civic-life/")


def test_the_other_divisions_lead_to_our_categories_and_their_regions_to_them(real: View) -> None:
    html = drawn(real, categories.pages(real, DAY), "categories/schemes/")
    ningbo = html.partition('id="ningbo-six"')[2].partition("</section>")[0]
    assert ningbo.index("安居保障体系") < ningbo.index("categories/housing/") < ningbo.index("治安管理体系")
    assert "categories/schemes/#ningbo-six" in drawn(real, elsewhere(real, DAY), "regions/330200/")
    assert "categories/schemes/#ningbo-six" not in drawn(real, elsewhere(real, DAY), "regions/370000/")


def test_clerk_and_visitor_point_at_the_same_sentence(catalogue: Catalogue) -> None:
    zh, en = (
        drawn(catalogue.view(lang), side_by_side(catalogue, lang), "wall/window-phrases/side-by-side/")
        for lang in ("zh", "en")
    )
    chinese, english = (catalogue.view(lang).wall_rules["window-phrases"].items[0].text for lang in ("zh", "en"))
    said = ('<span lang="zh-Hans" dir="ltr">{}</span>', '<span lang="en" dir="ltr">{}</span>')
    assert said[0].format(chinese) + said[1].format(english) in zh
    assert said[1].format(english) + said[0].format(chinese) in en
