"""What this site is, where its facts come from, and how other systems read it."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page."""
    w = words(view.lang)
    yield Page("about/", w("site.about.title"), w("site.about.summary"), "about.html")
