"""Amounts that change with time and place, and the calendars of working days."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from ....catalogue import View
from ....model.dated import Holiday, RateValue
from ...words import Words, words
from ..page import Page


def pages(view: View, day: str) -> Iterator[Page]:
    """A page of the rates and one of the calendars, each only if there are any."""
    w = words(view.lang)
    if view.rates:
        amounts = {"by_day": partial(_by_day, day)}
        yield Page("rates/", w("site.rates.title"), w("site.rates.summary"), "rates.html", amounts)
    if view.calendars:
        context: dict[str, Any] = {
            "year": int(day[:4]),
            "coming": list(_coming(view, day)),
            "unknown": _unknown(view),
            "days": partial(_days, w),
            "on": lambda days: [_on(w, one) for one in days],
            "length": _length,
        }
        yield Page("calendars/", w("site.calendars.title"), w("site.calendars.summary"), "calendars.html", context)


def _by_day(day: str, values: Iterable[RateValue]) -> list[RateValue]:
    """The amounts from the newest that has begun back, then those to come."""
    begun = [value for value in values if value.starts <= day]
    to_come = [value for value in values if value.starts > day]
    newest_first = sorted(begun, key=lambda value: value.starts, reverse=True)
    return newest_first + sorted(to_come, key=lambda value: value.starts)


def _coming(view: View, day: str) -> Iterator[tuple[Holiday, str]]:
    """The holidays that are not over, each with the day from which it is the next one."""
    since = ""
    for holiday in sorted((h for c in view.calendars.values() for h in c.holidays), key=lambda h: h.starts):
        if holiday.ends >= day:
            yield holiday, since
        since = (date.fromisoformat(holiday.ends) + timedelta(days=1)).isoformat()


def _unknown(view: View) -> tuple[int, str]:
    """The first year without a calendar, and the day from which no holiday is known."""
    last = max(holiday.ends for calendar in view.calendars.values() for holiday in calendar.holidays)
    since = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    return max(calendar.year for calendar in view.calendars.values()) + 1, since


def _length(holiday: Holiday) -> int:
    """How many days are off."""
    return (date.fromisoformat(holiday.ends) - date.fromisoformat(holiday.starts)).days + 1


def _on(w: Words, iso: str) -> str:
    """A day without its year."""
    found = date.fromisoformat(iso)
    return w("site.calendars.day", month=w.table["months"][found.month - 1], day=found.day)


def _days(w: Words, holiday: Holiday) -> str:
    """From the first to the last day, the month said once."""
    first, last = date.fromisoformat(holiday.starts), date.fromisoformat(holiday.ends)
    if first == last:
        return _on(w, holiday.starts)
    if first.month == last.month:
        month = w.table["months"][first.month - 1]
        return w("site.calendars.in_month", month=month, first=first.day, last=last.day)
    return w("site.calendars.across", starts=_on(w, holiday.starts), ends=_on(w, holiday.ends))
