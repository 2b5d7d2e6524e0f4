"""What to do when a window refuses, when a page is wrong, or for anything else."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page."""
    w = words(view.lang)
    yield Page("feedback/", w("site.feedback.title"), w("site.feedback.summary"), "feedback.html")
