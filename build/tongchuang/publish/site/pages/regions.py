"""Regions: the way to your own window, and where none is listed yet, whom to call and what holds there."""

from collections.abc import Iterator

from ....catalogue import View
from ....catalogue.bodies import nearest
from ....model.place import Region
from ....model.taxonomy import Hotline
from ...address import address
from ...words import words
from ..page import Crumb, Page

# The numbers to call about a place nobody has confirmed or listed; both are answered in every city.
_FIRST_CALLS = ("12333", "12345")


def first_calls(view: View) -> list[Hotline]:
    """The hotlines to call before going anywhere."""
    by_number = {hotline.number: hotline for hotline in view.hotlines.values()}
    return [by_number[number] for number in _FIRST_CALLS if number in by_number]


def pages(view: View, day: str) -> Iterator[Page]:
    """The way in, a page for the region of each network, the hub's own first, and one for each county."""
    w = words(view.lang)
    here = Crumb(w("site.regions.title"), "regions/")
    networks = sorted(view.networks.values(), key=lambda network: network.id != view.hub.network)
    areas = [(network, view.regions[network.region]) for network in networks]
    counties = {region.code: [view.regions[code] for code in region.children] for _, region in areas}
    ways = [(region, counties[region.code]) for _, region in areas]
    provinces = [region for region in view.areas.values() if region.tier == "province"]
    context = {"areas": ways, "provinces": provinces}
    yield Page("regions/", here.label, w("site.regions.summary"), "regions.html", context)
    for network, region in areas:
        common = {"network": network}
        stations = {
            county.code: sum(len(view.regions[township].children) for township in county.children)
            for county in counties[region.code]
        }
        yield _page(
            view, region, "region.html", {"counties": counties[region.code], "stations": stations, **common}, (here,)
        )
        for county in counties[region.code]:
            townships = [view.regions[code] for code in county.children]
            above = Crumb(region.short, address("region", region.code))
            yield _page(view, county, "county.html", {"townships": townships, **common}, (here, above))


def _in_full(view: View, region: Region) -> str:
    """A region with those above it, as an address begins."""
    known = [view.regions[code].short for code in region.chain[1:] if code in view.regions]
    return "".join(known) if view.lang == "zh" else ", ".join(reversed(known))


def _page(view: View, region: Region, template: str, context: dict[str, object], trail: tuple[Crumb, ...]) -> Page:
    w = words(view.lang)
    return Page(
        address("region", region.code),
        region.short,
        w("site.regions.of", name=_in_full(view, region)),
        template,
        {"region": region, "calls": first_calls(view), **context},
        trail,
        region.code,
    )


def elsewhere(view: View, day: str) -> Iterator[Page]:
    """A page for each province, city and county outside the networks; there are hundreds: stamped (see ``stamp``)."""
    w = words(view.lang)
    served = {code for network in view.networks.values() for code in view.regions[network.region].chain}
    for region in view.areas.values():
        if nearest(region, view.networks):
            continue
        above = [view.regions[code] for code in region.chain[1:-1]]
        yield Page(
            address("region", region.code),
            region.short,
            w("site.region.about", name=region.short),
            "elsewhere.html",
            {
                "region": region,
                "served": region.code in served,
                "below": [view.regions[code] for code in region.children],
                "calls": first_calls(view),
                "routing": nearest(region, view.routings),
                "schemes": [s for s in view.schemes.values() if view.policies[s.policy].region in region.chain[1:]],
                "profile": view.profile_at(region.code),
                "versions": view.local_at(region.code),
                "policies": [p for p in view.policies.values() if p.region in region.chain[1:] and not p.withdrawn],
            },
            (
                Crumb(w("site.regions.title"), "regions/"),
                *(Crumb(region.short, address("region", region.code)) for region in above),
            ),
            region.code,
        )
