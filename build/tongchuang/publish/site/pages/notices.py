"""Notices that hold between two days."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page, the notices that have not ended first; none if there has never been one."""
    if not view.notices:
        return
    w = words(view.lang)
    ordered = sorted(view.notices.values(), key=lambda notice: (notice.starts, notice.id))
    current = [notice for notice in ordered if notice.ends >= day and not notice.withdrawn]
    past = [notice for notice in reversed(ordered) if notice not in current]
    yield Page(
        "notices/",
        w("site.notices.title"),
        w("site.notices.summary"),
        "notices.html",
        {"current": current, "past": past},
    )
