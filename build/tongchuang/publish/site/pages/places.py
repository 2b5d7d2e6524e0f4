"""The list of centres; the page of each place is stamped from a shell (see ``stamp``)."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page with the centres, which lead on to offices and stations."""
    w = words(view.lang)
    yield Page(
        "places/",
        w("site.places.title"),
        w("site.places.summary"),
        "places.html",
        {"centres": [place for place in view.places.values() if place.level == "centre" and not place.withdrawn]},
        (Crumb(w("site.regions.title"), "regions/"),),
    )
