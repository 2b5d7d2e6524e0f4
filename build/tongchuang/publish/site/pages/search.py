"""The page where the search client works."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page; without a script it leads to the lists."""
    w = words(view.lang)
    yield Page("search/", w("site.search.title"), w("site.search.summary"), "search.html")
