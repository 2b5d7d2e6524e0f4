"""Whether a place is open now: by the phone's clock in China's time, wherever the phone thinks that it is."""

import json
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.site.opening import opening
from tongchuang.publish.words import words

pytest.importorskip("playwright.sync_api")

COUNTY, TOWN, VILLAGE, LISTED = "990101", "990101001", "990101001001", "990101002"
UNKNOWN = "2027年哪几天放假，国家还没公布或者本站还没有收录，节日前后先打电话问"


@pytest.fixture(scope="module")
def folder(model_folder: Path) -> Path:
    return model_folder


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, timezone_id="America/New_York")
    yield context.new_page()
    context.close()


def told(phone, host: str, code: str, moment: str, lang: str = "zh") -> list[str]:
    """What stands in the box about opening, line by line, at a moment in China."""
    phone.clock.set_fixed_time(f"{moment}:00+08:00")
    phone.goto(f"{host}{lang}/places/{code}/")
    box = phone.locator(".open")
    box.wait_for()
    return box.locator("> *").all_inner_texts()


@pytest.mark.parametrize(
    ("code", "moment", "said"),
    [
        (COUNTY, "2026-11-23T08:29", ["现在不开门", "今天8:30再开门"]),
        (COUNTY, "2026-11-23T08:30", ["现在开门，到12:00"]),
        (COUNTY, "2026-11-23T12:00", ["现在不开门", "今天14:00再开门"]),
        (COUNTY, "2026-11-23T17:30", ["现在不开门", "明天8:30再开门"]),
        (COUNTY, "2026-11-28T11:59", ["现在开门，到12:00"]),
        (COUNTY, "2026-11-28T12:00", ["现在不开门", "周一8:30再开门"]),
        (VILLAGE, "2026-11-23T10:00", ["现在不开门", "明天9:00再开门"]),
    ],
)
def test_an_ordinary_week(phone, host, code, moment, said):
    assert told(phone, host, code, moment) == said


def test_a_holiday_is_named_with_the_day_on_which_it_opens_again(phone, host):
    assert told(phone, host, COUNTY, "2026-10-01T10:00") == ["现在不开门", "今天放假（国庆节）", "10月8日8:30再开门"]


def test_a_holiday_of_which_nothing_was_said_is_not_guessed(phone, host):
    assert told(phone, host, TOWN, "2026-10-01T10:00") == ["今天开不开门还不知道，先打电话问", "今天放假（国庆节）"]


def test_a_make_up_day_has_the_hours_of_monday_to_friday_where_these_are_alike(phone, host):
    assert told(phone, host, COUNTY, "2026-10-10T15:00") == ["现在开门，到17:30", "今天是调休上班的日子"]
    assert told(phone, host, VILLAGE, "2026-10-10T10:00") == [
        "今天开不开门还不知道，先打电话问",
        "今天是调休上班的日子",
    ]


def test_special_hours_within_a_holiday_hold_in_it(phone, host):
    assert told(phone, host, COUNTY, "2026-02-20T10:00") == ["现在开门，到12:00", "春节值班（演示数据）"]


def test_days_on_which_it_is_closed_say_why(phone, host):
    assert told(phone, host, COUNTY, "2026-12-07T10:00") == ["现在不开门", "搬到新大厅（演示数据）", "周三8:30再开门"]


def test_by_appointment_is_neither_open_nor_closed(phone, host):
    assert told(phone, host, TOWN, "2026-11-28T10:00") == ["现在要先约好才办（到12:00），先打电话"]
    assert phone.locator(".open").get_attribute("data-is") == "call"
    assert told(phone, host, TOWN, "2026-11-27T18:00") == ["现在不开门", "明天9:00有人，要先约"]


def test_beyond_the_last_calendar_nothing_is_certain(phone, host):
    assert told(phone, host, COUNTY, "2027-01-04T10:00") == ["平常这个时候开门，到12:00", UNKNOWN]
    assert told(phone, host, COUNTY, "2026-12-31T18:00") == ["现在不开门", UNKNOWN]


def test_it_is_told_in_the_language_of_the_page(phone, host):
    assert told(phone, host, COUNTY, "2026-10-01T10:00", "en") == [
        "Closed now",
        "Today is a public holiday (National Day)",
        "Opens again: 8 October, 8:30",
    ]


def test_an_unconfirmed_place_never_says_open_or_closed(phone, host):
    phone.goto(f"{host}zh/places/{LISTED}/")
    assert phone.locator(".open").count() == 0
    assert phone.get_by_text("去之前先打12333或12345").is_visible()


def test_special_hours_that_are_over_are_no_longer_listed(phone, host):
    told(phone, host, COUNTY, "2026-11-23T10:00")
    assert phone.get_by_text("搬到新大厅").is_visible()
    assert not phone.get_by_text("春节值班").is_visible()


def test_without_a_script_the_hours_stand_alone(browser, host):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}zh/places/{TOWN}/")
    assert not page.locator(".open").is_visible()
    assert page.get_by_text("周一至周五 8:30–12:00，14:00–17:30；周六 9:00–12:00（要先约）").is_visible()
    context.close()


WEEK = [{"days": [1, 2, 3, 4, 5], "opens": "09:00", "closes": "17:00"}]
HOLIDAY, MAKE_UP, ORDINARY = "2026-10-02T10:00", "2026-10-10T10:00", "2026-09-29T10:00"


@pytest.mark.parametrize(
    ("hours", "moment", "said"),
    [
        ({"weekly": WEEK, "holidays": "as-usual"}, HOLIDAY, "现在开门，到17:00"),
        ({"weekly": WEEK, "holidays": "by-appointment"}, HOLIDAY, "现在要先约好才办（到17:00），先打电话"),
        ({"weekly": WEEK, "make_up_days": "closed"}, MAKE_UP, "现在不开门"),
        ({"weekly": WEEK, "make_up_days": "as-usual"}, MAKE_UP, "现在不开门"),
        ({}, ORDINARY, "没有固定时间，先打电话约"),
        ({"weekly": [{**WEEK[0], "by_appointment": True}, *WEEK]}, MAKE_UP, "现在要先约好才办（到17:00），先打电话"),
        ({"weekly": [*WEEK, {**WEEK[0], "days": [1], "opens": "08:00"}]}, MAKE_UP, "今天开不开门还不知道，先打电话问"),
        ({"weekly": [{**WEEK[0], "days": [6]}]}, MAKE_UP, "今天开不开门还不知道，先打电话问"),
    ],
)
def test_what_places_can_say_of_holidays_and_make_up_days(
    phone, host, folder, model_county: Catalogue, hours, moment, said
):
    assert _said(phone, host, folder, model_county, hours, moment) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [(ORDINARY, "现在开门，到11:00"), (HOLIDAY, "今天开不开门还不知道，先打电话问"), (MAKE_UP, "现在开门，到11:00")],
)
def test_other_times_for_a_season_leave_holidays_as_they_are(phone, host, folder, model_county, moment, said):
    season = {"starts": "2026-09-01", "ends": "2026-10-31", "why": "秋收", "weekly": [{**WEEK[0], "closes": "11:00"}]}
    assert _said(phone, host, folder, model_county, {"weekly": WEEK, "special": [season]}, moment) == said


def _said(phone, host: str, folder: Path, catalogue: Catalogue, hours: object, moment: str) -> str:
    """The headline for any hours, by the script itself."""
    [script] = folder.glob("assets/*/open.js")
    view = catalogue.view("zh")
    given = opening(view, view.places[COUNTY])
    assert given
    phone.goto(f"{host}zh/")
    found: str = phone.evaluate(
        """async ([url, hours, calendars, said, moment]) => {
          const { state } = await import(url);
          return state(hours, JSON.parse(calendars), JSON.parse(said), Date.parse(moment)).said;
        }""",
        [host + script.relative_to(folder).as_posix(), hours, given["calendars"], given["words"], f"{moment}:00+08:00"],
    )
    return found


def test_no_more_is_embedded_than_the_phone_needs(model_county: Catalogue):
    view = model_county.view("zh")
    given = opening(view, view.places[COUNTY])
    assert given
    assert json.loads(given["calendars"])["years"] == [2026]
    assert sum(len(text.encode()) for text in given.values()) < 4096
    assert opening(view, view.places[LISTED]) is None
    assert words("zh")("site.open.closed") in given["words"]
