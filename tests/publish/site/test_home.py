"""The first screen of the home page on a phone: search, the reader's window and what happens most, all within reach."""

from collections.abc import Iterator

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.site.pages import home

from .conftest import drawn

SCREEN = 740


@pytest.fixture(scope="module")
def phone(browser) -> Iterator[object]:
    page = browser.new_page(viewport={"width": 360, "height": SCREEN})
    yield page
    page.close()


def _bottom(element) -> float:
    return element.evaluate("(e) => e.getBoundingClientRect().bottom")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_first_screen_has_search_my_window_and_six_things_that_happen(phone, host, lang: str) -> None:
    phone.goto(f"{host}{lang}/")
    end = SCREEN - phone.locator(".bar").evaluate("(e) => e.getBoundingClientRect().height")
    assert _bottom(phone.locator("#home-search")) < end
    assert _bottom(phone.locator("a.banner").first) < end
    assert _bottom(phone.locator(".tile").nth(5)) < end


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_event_stands_before_the_groups_and_what_is_urgent_before_all(model_county: Catalogue, lang: str) -> None:
    view = model_county.view(lang)
    html = drawn(view, home.pages(view, "2026-11-21"), "")
    order = [html.index(part) for part in ('class="urgent"', 'id="home-search"', 'class="banner"', 'id="events"')]
    order += [
        html.index(part)
        for part in (f'href="../{lang}/appeals/"', "notices/#demo-closure", 'id="hotlines"', 'id="groups"')
    ]
    assert order == sorted(order)
    assert all(f"life-events/{id_}/" in html for id_ in view.life_events)
