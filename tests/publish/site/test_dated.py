"""What holds between two days, on a phone whose day has gone on since the release was built."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.model.common import Validity
from tongchuang.publish import site
from tongchuang.publish.site.pages import home, policies, rates, services

from .conftest import drawn

DAY = "2026-11-21"
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


def _run(phone) -> None:
    """Runs the script to its end."""
    load = "(code) => import(URL.createObjectURL(new Blob([code], {type: 'text/javascript'})))"
    phone.evaluate(load, SCRIPT.read_text(encoding="utf-8"))


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
    _run(phone)
    links = phone.locator("[data-until]:visible a[href*='notices/#']")
    assert {link.get_attribute("href").partition("#")[2] for link in links.all()} == shown


def test_without_a_script_everything_that_has_not_ended_is_shown_with_its_days(phone, html) -> None:
    phone.set_content(html)
    assert phone.locator(".urgent:visible").count() == 2
    assert "2026年11月20日到2026年11月25日" in phone.locator(".urgent").first.inner_text()


@pytest.fixture(scope="module")
def dated(model_county: Catalogue) -> dict[str, str]:
    """Pages with a status that changes: a document, the list of documents, a service for some weeks, an amount."""
    view = model_county.view("zh")
    season = replace(view.services["job-matching"], validity=Validity("2026-12-01", "2026-12-31"))
    view = replace(view, services={**view.services, season.id: season})
    few = replace(view, policies={"demo-new-rules": view.policies["demo-new-rules"]}, services={})
    return {
        "policy": drawn(view, policies.pages(view, DAY), "policies/demo-new-rules/"),
        "list": drawn(few, policies.pages(few, DAY), "policies/"),
        "service": drawn(view, services.pages(view, DAY), "services/job-matching/"),
        "rates": drawn(view, rates.pages(view, DAY), "rates/"),
    }


@pytest.mark.parametrize(
    ("page", "moment", "shown"),
    [
        ("policy", "2027-02-28T15:59:00Z", ["2027年3月1日起施行"]),
        ("policy", "2027-02-28T16:01:00Z", ["现行（2027年3月1日起）"]),
        ("list", "2027-02-28T16:01:00Z", ["现行（2027年3月1日起）"]),
        ("service", "2026-11-30T15:59:00Z", ["现在还没开始"]),
        ("service", "2026-11-30T16:01:00Z", []),
        ("service", "2026-12-31T16:01:00Z", ["现在已经过了"]),
        ("rates", "2026-12-31T15:59:00Z", ["现在用这个", "还没开始"]),
        ("rates", "2026-12-31T16:01:00Z", ["以前的", "现在用这个"]),
    ],
)
def test_a_status_is_that_of_the_phones_day(phone, dated, page: str, moment: str, shown: list[str]) -> None:
    phone.clock.set_fixed_time(moment)
    phone.set_content(dated[page])
    _run(phone)
    assert phone.locator("[data-from]:visible").all_inner_texts() == shown


def test_without_a_script_each_status_stands_with_its_days(phone, dated) -> None:
    phone.set_content(dated["policy"])
    assert phone.locator(".facts [data-from]:visible").all_inner_texts() == [
        "2027年3月1日起施行",
        "现行（2027年3月1日起）",
    ]
    phone.set_content(dated["service"])
    assert phone.locator("[data-from]:visible").count() == 0
    assert "2026年12月1日到2026年12月31日" in phone.locator(".notice").first.inner_text()


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2026-09-27T15:59:00Z", "下一个放假：中秋节"),
        ("2026-09-27T16:01:00Z", "下一个放假：国庆节"),
        ("2026-10-07T16:01:00Z", "2027年哪几天放假"),
    ],
)
def test_the_next_holiday_is_that_of_the_phones_day(phone, model_county: Catalogue, moment: str, shown: str) -> None:
    html = drawn(model_county.view("zh"), rates.pages(model_county.view("zh"), "2026-09-01"), "calendars/")
    phone.clock.set_fixed_time(moment)
    phone.set_content(html)
    _run(phone)
    [said] = phone.locator("[data-until]:visible").all_inner_texts()
    assert said.startswith(shown)


def test_a_holiday_says_its_days_and_how_many_and_past_years_are_folded(model_county: Catalogue) -> None:
    html = drawn(model_county.view("zh"), rates.pages(model_county.view("zh"), DAY), "calendars/")
    assert "<span>1月1日—3日</span> <span>放3天</span>" in html
    assert "<span>1月28日—2月4日</span> <span>放8天</span>" in html
    assert "<summary><h2>2025</h2></summary>" in html
    assert "<summary><h2>2026</h2></summary>" not in html
