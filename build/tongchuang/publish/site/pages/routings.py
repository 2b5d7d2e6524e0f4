"""Who takes which kind of appeal, region by region."""

from collections.abc import Iterator

from ....catalogue import View
from ...address import address
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """A page for each region with a routing of its own."""
    w = words(view.lang)
    here = Crumb(w("site.appeals.title"), "appeals/")
    for routing in view.routings.values():
        name = view.regions[routing.region].short
        yield Page(
            address("routing", routing.region),
            w("site.routing.title", name=name),
            w("site.routing.summary"),
            "routing.html",
            {"routing": routing},
            (here,),
            routing.region,
        )
