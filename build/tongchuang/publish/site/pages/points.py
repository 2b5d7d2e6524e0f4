"""Service points outside the division table."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page with the points by their kind; none without points."""
    if not view.points:
        return
    w = words(view.lang)
    kinds = dict.fromkeys(sorted(point.kind for point in view.points.values()))
    yield Page(
        "points/",
        w("site.points.title"),
        w("site.points.summary"),
        "points.html",
        {
            "kinds": {kind: [point for point in view.points.values() if point.kind == kind] for kind in kinds},
            "day": day,
        },
        (Crumb(w("site.regions.title"), "regions/"),),
    )
