"""Whoever is lost, or comes for what hurts most, finds the way on without reading a page to its end."""

import re
from dataclasses import replace
from html import unescape

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.publish.site.pages import categories, hotlines, regions, services

from .conftest import Built, drawn, places

DAY = "2026-11-21"
MODEL = "990101"


@pytest.fixture(params=["zh", "en"])
def view(request: pytest.FixtureRequest, model_county: Catalogue) -> View:
    return model_county.view(request.param)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_dead_link_leads_on_to_pages_that_are_there_and_to_a_number(built: Built, lang: str) -> None:
    leads = {built.target("404.html", address) for _, address in built.links("404.html") if ":" not in address}
    ways = ("", "life-events/boss-wont-pay/", "life-events/", "regions/", "hotlines/", "feedback/")
    assert {f"{lang}/{way}index.html" for way in ways} <= leads & built.files.keys()
    assert 'href="tel:12345"' in built.pages["404.html"]


def test_the_numbers_for_danger_come_first(view: View) -> None:
    numbers = re.findall(r'href="tel:(\d+)"', drawn(view, hotlines.pages(view, DAY), "hotlines/"))
    urgent = [line.number for line in view.hotlines.values() if not line.area_code]
    assert numbers[: len(urgent)] == urgent
    assert len(numbers) == len(view.hotlines)


def test_a_county_has_its_centre_with_telephone_and_hours_before_notices_that_are_not_urgent(view: View) -> None:
    html = unescape(drawn(view, regions.pages(view, DAY), f"regions/{MODEL}/"))
    centre = view.places[MODEL]
    assert centre.phone
    order = [html.index(part) for part in (f"places/{MODEL}/", f"tel:{centre.phone}", 'class="notice"')]
    assert order == sorted(order)
    assert f"appeals/appeal-labour-security/{MODEL}/" in html


def test_a_county_nobody_confirmed_says_so_and_names_the_numbers_to_call(catalogue: Catalogue) -> None:
    real = catalogue.view("zh")
    html = drawn(real, regions.pages(real, DAY), "regions/441602/")
    assert "还没有核实" in html
    assert 'href="tel:076212333"' in html


def test_notices_of_the_place_itself_come_before_those_of_the_regions_above(view: View) -> None:
    near, far = (
        replace(view.notices["demo-closure"], id=id_, region=at) for id_, at in (("a", MODEL), ("b", "990100"))
    )
    view = replace(view, notices={"b": far, "a": near, "news": replace(near, id="news", kind="news")})
    html = drawn(view, places(view, DAY), f"places/{MODEL}/")
    assert re.findall(r'notices/#(\w+)"', html) == ["a", "b"]
    assert re.findall(r'notices/#(\w+)"', drawn(view, regions.pages(view, DAY), f"regions/{MODEL}/")) == [
        "a",
        "news",
        "b",
    ]


def test_a_category_begins_with_what_its_appeals_name_and_ends_with_what_is_for_employers(view: View) -> None:
    wages = view.needed_of_category("wages-contracts")
    assert wages[0].id == "wage-arrears-report"
    for category in view.categories:
        workers = ["worker" in service.audience for service in view.needed_of_category(category)]
        assert workers == sorted(workers, reverse=True), category
    html = drawn(view, categories.pages(view, DAY), "categories/wages-contracts/")
    assert re.findall(r"services/([a-z-]+)/", html)[0] == wages[0].id


def test_the_list_of_services_says_how_many_and_leads_to_each_category_on_it(view: View) -> None:
    html = drawn(view, services.pages(view, DAY), "services/")
    assert str(len([service for service in view.services.values() if not service.withdrawn])) in html.split("<nav")[0]
    assert set(re.findall(r'class="chip" href="#([^"]+)"', html)) == set(re.findall(r'<h2 id="([^"]+)"', html))


def test_what_is_urgent_elsewhere_leaves_the_first_page_of_who_chose_a_window(browser, model_folder) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.clock.set_fixed_time("2026-11-21T02:00:00Z")

    def opened(chain: str) -> int:
        chosen = f'{{"code": "x", "chain": {chain}, "places": [], "names": {{}}}}'
        page.route("http://phone/**", lambda route: route.fulfill(path=_file(model_folder, route.request.url)))
        page.goto("http://phone/zh/about/")
        page.evaluate("(chosen) => localStorage.setItem('window', chosen)", chosen)
        page.goto("http://phone/zh/", wait_until="networkidle")
        return page.locator("aside.urgent").count()

    assert opened('["990100", "990101"]') == 1
    assert opened('["440000", "441602"]') == 0
    page.close()


def _file(folder, url: str):
    path = url.split("/", 3)[3].split("?")[0]
    return folder / (f"{path}index.html" if path.endswith("/") or not path else path)
