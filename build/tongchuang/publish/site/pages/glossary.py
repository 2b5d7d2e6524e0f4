"""Words and what they mean."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page; each term is an anchor on it."""
    w = words(view.lang)
    yield Page("glossary/", w("site.glossary.title"), w("site.glossary.summary"), "glossary.html")
