"""Telephone numbers."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page; each number is an anchor on it."""
    w = words(view.lang)
    yield Page("hotlines/", w("site.hotlines.title"), w("site.hotlines.summary"), "hotlines.html")
