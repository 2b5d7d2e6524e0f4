"""Working days and last days, by the calendars of 2025 and 2026 and no others."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.workdays import Calendars, LastDay, is_working_day, last_day
from tongchuang.model.common import Duration, Unit
from tongchuang.model.dated import Calendar, CalendarNotice, Holiday


@pytest.fixture(scope="module")
def calendars(catalogue: Catalogue) -> Calendars:
    return catalogue.view("zh").calendars


def last(calendars: Calendars, start: str, value: int, unit: Unit) -> str | None:
    day = last_day(Duration(value, unit), date.fromisoformat(start), calendars).day
    return day.isoformat() if day else None


def days(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    return (first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days))


# 2025: 365 days, 104 on weekends, 28 days off of which 10 on weekends, and 5 weekend days worked: 248.
# 2026: 365 days, 104 on weekends, 33 days off of which 14 on weekends, and 6 weekend days worked: 248.
@pytest.mark.parametrize(("year", "worked"), [(2025, 248), (2026, 248)])
def test_a_year_has_as_many_working_days_as_its_notice_leaves(year: int, worked: int, calendars: Calendars) -> None:
    assert sum(is_working_day(day, calendars) is True for day in days(year)) == worked
    assert all(is_working_day(day, calendars) is not None for day in days(year))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-02-14", True),  # a Saturday worked for the Spring Festival
        ("2026-02-16", False),  # a Monday of it
        ("2026-02-24", True),
        ("2026-02-21", False),  # a Saturday of it
        ("2026-03-07", False),  # an ordinary Saturday
        ("2025-09-28", True),  # a Sunday worked for National Day
        ("2025-12-31", True),
        ("2024-12-31", None),
        ("2027-01-04", None),
    ],
)
def test_a_day_is_worked_is_not_or_is_unknown(day: str, works: bool | None, calendars: Calendars) -> None:
    assert is_working_day(date.fromisoformat(day), calendars) is works


def test_a_new_year_holiday_that_begins_in_december_counts_once_it_is_published(calendars: Calendars) -> None:
    eve = date(2026, 12, 31)
    holiday = Holiday("new-year", "元旦", "2026-12-31", "2027-01-02")
    with_2027 = {**calendars, 2027: Calendar(2027, CalendarNotice("", "", ""), (holiday,), ("2026-12-27",))}
    assert is_working_day(eve, calendars) is True
    assert is_working_day(eve, with_2027) is False
    assert is_working_day(date(2026, 12, 27), with_2027) is True


def test_the_count_begins_on_the_day_after_whatever_day_it_is(calendars: Calendars) -> None:
    assert last(calendars, "2026-03-02", 1, "working-days") == "2026-03-03"
    assert last(calendars, "2026-03-02", 1, "calendar-days") == "2026-03-03"
    assert last(calendars, "2026-03-06", 1, "working-days") == "2026-03-09"
    assert last(calendars, "2026-03-07", 1, "working-days") == "2026-03-09"
    assert last(calendars, "2026-03-02", 0, "working-days") == "2026-03-02"
    assert last(calendars, "2026-03-07", 30, "minutes") == "2026-03-07"


def test_a_working_saturday_counts_and_a_holiday_across_months_does_not(calendars: Calendars) -> None:
    assert last(calendars, "2026-02-13", 1, "working-days") == "2026-02-14"
    assert last(calendars, "2026-02-13", 2, "working-days") == "2026-02-24"
    assert last(calendars, "2025-01-27", 1, "working-days") == "2025-02-05"
    assert last(calendars, "2025-01-24", 6, "working-days") == "2025-02-08"  # worked: Sunday 26 Jan, Saturday 8 Feb


def test_a_count_that_ends_on_a_holiday_ends_when_work_begins_again(calendars: Calendars) -> None:
    assert last_day(Duration(5, "calendar-days"), date(2026, 9, 29), calendars) == LastDay(
        date(2026, 10, 4), date(2026, 10, 8)
    )
    assert last(calendars, "2026-09-30", 10, "calendar-days") == "2026-10-10"  # a working Saturday
    assert last(calendars, "2026-01-15", 1, "months") == "2026-02-24"
    assert last(calendars, "2025-02-17", 1, "years") == "2026-02-24"


@pytest.mark.parametrize(
    ("start", "value", "unit", "counted"),
    [
        ("2025-01-31", 1, "months", "2025-02-28"),
        ("2024-01-31", 1, "months", "2024-02-29"),
        ("2026-08-31", 1, "months", "2026-09-30"),
        ("2025-02-28", 12, "months", "2026-02-28"),
        ("2024-02-29", 1, "years", "2025-02-28"),
        ("2024-02-29", 4, "years", "2028-02-29"),
        ("2025-11-30", 3, "months", "2026-02-28"),
        ("2025-12-31", 2, "months", "2026-02-28"),
        ("2024-02-28", 1, "calendar-days", "2024-02-29"),
    ],
)
def test_months_and_years_end_on_the_same_day_or_at_the_end_of_the_month(
    start: str, value: int, unit: Unit, counted: str, calendars: Calendars
) -> None:
    assert last_day(Duration(value, unit), date.fromisoformat(start), calendars).counted == date.fromisoformat(counted)


def test_beyond_the_published_years_the_last_day_is_unknown(calendars: Calendars) -> None:
    assert last_day(Duration(10, "working-days"), date(2026, 12, 25), calendars) == LastDay(None, None)
    assert last_day(Duration(10, "working-days"), date(2024, 12, 30), calendars) == LastDay(None, None)
    assert last_day(Duration(30, "calendar-days"), date(2026, 12, 20), calendars) == LastDay(date(2027, 1, 19), None)
    assert last(calendars, "2026-12-24", 5, "working-days") == "2026-12-31"


def test_a_count_that_passes_an_unlisted_year_but_ends_in_a_listed_one_is_known_in_calendar_days_only(
    calendars: Calendars,
) -> None:
    without = {2026: calendars[2026]}
    assert last(without, "2025-12-20", 30, "calendar-days") == "2026-01-19"
    assert last(without, "2025-12-20", 30, "working-days") is None


def test_a_count_beyond_the_calendar_itself_overflows(calendars: Calendars) -> None:
    for unit in ("calendar-days", "months", "years"):
        with pytest.raises(OverflowError):
            last_day(Duration(3650, unit), date(9999, 12, 1), calendars)
