"""What holds between two days, on a phone whose day has gone on since the release was built."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish import site
from tongchuang.publish.site.pages import home

from .conftest import drawn

SCRIPT = Path(site.__file__).parent / "static/assets/tongchuang/dated.js"


@pytest.fixture(scope="module")
def html(model_county: Catalogue) -> str:
    view = model_county.view("zh")
    later = replace(view.notices["demo-flood"], id="later", starts="2026-12-24", ends="2026-12-31")
    view = replace(view, notices={**view.notices, "later": later})
    return drawn(view, home.pages(view, "2026-11-21"), "")


@pytest.fixture(scope="module")
def phone(browser) -> Iterator[object]:
    page = browser.new_page(timezone_id="America/New_York")
    yield page
    page.close()


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2026-11-19T15:59:00Z", {"demo-closure"}),
        ("2026-11-19T16:01:00Z", {"demo-flood", "demo-closure"}),
        ("2026-11-25T15:59:00Z", {"demo-flood", "demo-closure"}),
        ("2026-11-25T16:01:00Z", {"demo-closure"}),
        ("2026-12-24T00:00:00Z", {"later"}),
    ],
)
def test_what_is_over_or_has_not_begun_is_hidden_by_the_day_of_china(phone, html, moment: str, shown: set[str]) -> None:
    phone.clock.set_fixed_time(moment)
    phone.set_content(html)
    phone.add_script_tag(path=SCRIPT, type="module")
    links = phone.locator("[data-until]:visible a[href*='notices/#']")
    assert {link.get_attribute("href").partition("#")[2] for link in links.all()} == shown


def test_without_a_script_everything_that_has_not_ended_is_shown_with_its_days(phone, html) -> None:
    phone.set_content(html)
    assert phone.locator(".urgent:visible").count() == 2
    assert "2026年11月20日到2026年11月25日" in phone.locator(".urgent").first.inner_text()
