"""The kinds of window and the services handled at each."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page; each window is an anchor on it."""
    w = words(view.lang)
    services = {
        window: [service for service in view.services.values() if service.window == window] for window in view.windows
    }
    yield Page("windows/", w("site.windows.title"), w("site.windows.summary"), "windows.html", {"services": services})
