"""Amounts that change with time and place, and the calendars of working days."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Page


def pages(view: View, day: str) -> Iterator[Page]:
    """A page of the rates and one of the calendars, each only if there are any."""
    w = words(view.lang)
    if view.rates:
        yield Page("rates/", w("site.rates.title"), w("site.rates.summary"), "rates.html")
    if view.calendars:
        yield Page("calendars/", w("site.calendars.title"), w("site.calendars.summary"), "calendars.html")
