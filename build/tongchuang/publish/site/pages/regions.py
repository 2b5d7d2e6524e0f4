"""The city and its counties, with the places in each: the way to your own window."""

from collections.abc import Iterator

from ....catalogue import View
from ....model.place import Region
from ...address import address
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """The way in, a page for the network's region, and one for each county."""
    w = words(view.lang)
    here = Crumb(w("site.regions.title"), "regions/")
    region = view.regions[view.network.region]
    counties = [view.regions[code] for code in region.children]
    yield Page(
        "regions/", here.label, w("site.regions.summary"), "regions.html", {"region": region, "counties": counties}
    )
    yield _page(view, region, "region.html", {"counties": counties}, (here,))
    for county in counties:
        townships = [view.regions[code] for code in county.children]
        above = Crumb(region.short, address("region", region.code))
        yield _page(view, county, "county.html", {"townships": townships}, (here, above))


def _page(view: View, region: Region, template: str, context: dict[str, object], trail: tuple[Crumb, ...]) -> Page:
    w = words(view.lang)
    return Page(
        address("region", region.code),
        region.short,
        w("site.regions.of", name=region.short),
        template,
        {"region": region, **context},
        trail,
    )
