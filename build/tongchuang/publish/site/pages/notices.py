"""Notices that hold between two days, with a calendar of the activities and a list of the awards."""

from collections.abc import Iterable, Iterator

from ....catalogue import View
from ....model.dated import Notice
from ...words import words
from ..page import Crumb, Page

# The kinds of notices with a page of their own, by its address.
_KINDS = {"activities": "activity", "awards": "award"}


def pages(view: View, day: str) -> Iterator[Page]:
    """A page of all notices, those that have not ended first, and one for each of these kinds; none without any."""
    if not view.notices:
        return
    w = words(view.lang)
    apart = {name: [notice for notice in view.notices.values() if notice.kind == kind] for name, kind in _KINDS.items()}
    apart = {name: found for name, found in apart.items() if found}
    context = {"apart": list(apart), **_by_day(view.notices.values(), day)}
    here = Crumb(w("site.notices.title"), "notices/")
    yield Page("notices/", here.label, w("site.notices.summary"), "notices.html", context)
    for name, found in apart.items():
        title, summary = w(f"site.{name}.title"), w(f"site.{name}.summary")
        yield Page(f"{name}/", title, summary, "dated.html", _by_day(found, day), (here,))


def _by_day(notices: Iterable[Notice], day: str) -> dict[str, list[Notice]]:
    """The notices that are on or still to come, urgent ones first; and those that are over from the last back."""
    ordered = sorted(notices, key=lambda notice: (notice.kind != "urgent", notice.starts, notice.id))
    current = [notice for notice in ordered if notice.ends >= day and not notice.withdrawn]
    past = [notice for notice in ordered if notice not in current]
    return {"current": current, "past": sorted(past, key=lambda notice: (notice.starts, notice.id), reverse=True)}
