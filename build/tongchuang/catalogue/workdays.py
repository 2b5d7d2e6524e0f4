"""Working days, and the last day of a time limit, by the calendars that are published.

Holidays (法定休假日) are weekends and the days off of the yearly State Council notice, but for the weekend
days worked in exchange. A year without a calendar is unknown: nothing is guessed.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..model.common import Duration
from ..model.dated import Calendar

Calendars = Mapping[int, Calendar]

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class LastDay:
    """The end of a time limit.

    ``counted`` is the day on which the count ends, ``day`` the last day that is in time: later where the count
    ends on a holiday. None is unknown, because a year on the way has no calendar.
    """

    counted: date | None
    day: date | None


def is_working_day(day: date, calendars: Calendars) -> bool | None:
    """Whether offices work on a day; None for a year without a calendar.

    The notice of the next year can take the last days of December for its New Year holiday; once it is
    published, it is asked first.
    """
    if day.year not in calendars:
        return None
    for calendar in (calendars.get(day.year + 1), calendars[day.year]):
        if calendar is None:
            continue
        written = day.isoformat()
        if written in calendar.workdays:
            return True
        if any(holiday.starts <= written <= holiday.ends for holiday in calendar.holidays):
            return False
    return day.weekday() < _SATURDAY


def last_day(limit: Duration, start: date, calendars: Calendars) -> LastDay:
    """The end of ``limit`` for a count that ``start`` sets off.

    The day itself doesn't count (Civil Code, art. 201). A limit in months or years ends on the same day of the
    last month, or on that month's end if there is none (art. 202). Where a count in calendar days, months or
    years ends on a holiday, the day after the holidays is the last one (art. 203). Minutes end on the same day.
    An act with a rule of its own for a period goes before these (art. 204). OverflowError beyond the year 9999.
    """
    if limit.unit == "minutes":
        return LastDay(start, start)
    if limit.unit == "working-days":
        end = _working_days_after(start, limit.value, calendars)
        return LastDay(end, end)
    if limit.unit == "calendar-days":
        counted = start + limit.value * _DAY
    else:
        counted = months_after(start, limit.value * (12 if limit.unit == "years" else 1))
    return LastDay(counted, _working_day_from(counted, calendars))


def _working_days_after(start: date, count: int, calendars: Calendars) -> date | None:
    day = start
    while count:
        day += _DAY
        works = is_working_day(day, calendars)
        if works is None:
            return None
        count -= works
    return day


def months_after(start: date, months: int) -> date:
    """The same day of the month ``months`` later, or that month's end; OverflowError beyond the year 9999."""
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > date.max.year:
        raise OverflowError(year)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _working_day_from(day: date, calendars: Calendars) -> date | None:
    while (works := is_working_day(day, calendars)) is False:
        day += _DAY
    return None if works is None else day
