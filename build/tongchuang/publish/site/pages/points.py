"""Service points outside the division table."""

from collections.abc import Iterator
from typing import get_args

from ....catalogue import View
from ....model.point import PointKind
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page with the points by their kind, those of one region together; kinds without any are named at the end."""
    w = words(view.lang)
    points = sorted(view.points.values(), key=lambda point: (point.region, point.id))
    kinds = {kind: [point for point in points if point.kind == kind] for kind in get_args(PointKind)}
    yield Page(
        "points/",
        w("site.points.title"),
        w("site.points.summary"),
        "points.html",
        {
            "kinds": {kind: found for kind, found in kinds.items() if found},
            "unknown": [kind for kind, found in kinds.items() if not found],
            "day": day,
        },
        (Crumb(w("site.regions.title"), "regions/"),),
    )
