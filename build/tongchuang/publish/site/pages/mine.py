"""My window: the place that a reader has chosen, kept on the phone."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page, which shows the chosen place; until one is chosen, or without a script, the way to choose."""
    w = words(view.lang)
    yield Page("my-window/", w("site.mine.title"), w("site.mine.summary"), "mine.html")
