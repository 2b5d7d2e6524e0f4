"""The first page: search, life events, groups, windows and hotlines."""

from collections.abc import Iterator

from ....catalogue import View
from ..page import Page


def pages(view: View, day: str) -> Iterator[Page]:
    """The home page."""
    yield Page("", view.hub.name, view.hub.tagline, "home.html")
