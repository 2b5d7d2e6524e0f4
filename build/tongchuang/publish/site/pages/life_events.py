"""What happens to you, and the way through it."""

from collections.abc import Iterator

from ....catalogue import View
from ...address import address
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """The list of life events, and a page for each."""
    w = words(view.lang)
    here = Crumb(w("site.life_events.title"), "life-events/")
    yield Page("life-events/", here.label, w("site.life_events.summary"), "life-events.html")
    for event in view.life_events.values():
        yield Page(
            address("life-event", event.id),
            event.name,
            event.summary,
            "life-event.html",
            {"event": event, "more": view.more_of_event(event), "hotlines": view.hotline_names},
            (here,),
        )
