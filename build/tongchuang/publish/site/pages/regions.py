"""The city and its counties, with the places in each: the way to your own window."""

from collections.abc import Iterator

from ....catalogue import View
from ....model.place import Region
from ...address import address
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """The way in, a page for the region of each network, the hub's own first, and one for each county."""
    w = words(view.lang)
    here = Crumb(w("site.regions.title"), "regions/")
    networks = sorted(view.networks.values(), key=lambda network: network.id != view.hub.network)
    areas = [(network, view.regions[network.region]) for network in networks]
    counties = {region.code: [view.regions[code] for code in region.children] for _, region in areas}
    ways = [(region, counties[region.code]) for _, region in areas]
    yield Page("regions/", here.label, w("site.regions.summary"), "regions.html", {"areas": ways})
    for network, region in areas:
        common = {"network": network, "day": day}
        yield _page(view, region, "region.html", {"counties": counties[region.code], **common}, (here,))
        for county in counties[region.code]:
            townships = [view.regions[code] for code in county.children]
            above = Crumb(region.short, address("region", region.code))
            yield _page(view, county, "county.html", {"townships": townships, **common}, (here, above))


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
