"""What can be printed: every kind of sheet, its sizes, and the pages that lead to its files."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Page


def pages(view: View, day: str) -> Iterator[Page]:
    """The one page."""
    w = words(view.lang)
    yield Page("prints/", w("site.prints.title"), w("site.prints.summary"), "prints.html")
