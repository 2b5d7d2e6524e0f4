"""Without a network: what this phone keeps, and keeping one's county."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Page
from .regions import first_calls


def pages(view: View, day: str) -> Iterator[Page]:
    """One page, unless the hub keeps nothing on phones; the worker leads here from what a phone without network lacks."""
    if not view.hub.offline:
        return
    w = words(view.lang)
    cities = [view.regions[network.region] for network in view.networks.values()]
    yield Page(
        "offline/",
        w("site.offline.title"),
        w("site.offline.summary"),
        "offline.html",
        {
            "cities": [(city, [view.regions[code] for code in city.children]) for city in cities],
            "calls": first_calls(view),
        },
    )
