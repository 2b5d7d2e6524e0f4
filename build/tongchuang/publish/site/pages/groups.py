"""The groups above the categories."""

from collections.abc import Iterator

from ....catalogue import View
from ...address import address
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """The list of groups, and a page for each."""
    w = words(view.lang)
    here = Crumb(w("site.groups.title"), "groups/")
    yield Page("groups/", here.label, w("site.groups.summary"), "groups.html")
    for group in view.groups.values():
        yield Page(address("group", group.id), group.name, group.summary, "group.html", {"group": group}, (here,))
