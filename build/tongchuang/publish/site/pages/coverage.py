"""How much of the network is confirmed, and how that compares with the targets."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ....catalogue import View
from ....catalogue.coverage import RegionCoverage, TargetCoverage, coverage
from ....model.place import Network
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page, the hub's own network first."""
    w = words(view.lang)
    found = coverage(view)
    networks = sorted(view.networks.values(), key=lambda network: network.id != view.hub.network)
    context = {
        "totals": [(network, *_totals(found.regions, network)) for network in networks],
        "areas": [(network, _areas(found.regions, network.id)) for network in networks],
        "computed": _by_region(target for target in found.targets if target.reached),
        "others": _by_region(target for target in found.targets if not target.reached),
    }
    trail = (Crumb(w("site.regions.title"), "regions/"), Crumb(w("site.network.title"), "network/"))
    title, summary = w("site.coverage.title"), w("site.coverage.summary")
    yield Page("network/coverage/", title, summary, "coverage.html", context, trail)


def _areas(regions: Iterable[RegionCoverage], network: str) -> list[tuple[RegionCoverage, list[RegionCoverage]]]:
    """The regions of a network above the townships, each with its townships."""
    own = [region for region in regions if region.network == network]
    return [
        (area, [region for region in own if region.tier == "township" and region.parent == area.region])
        for area in own
        if area.tier != "township"
    ]


def _totals(regions: Iterable[RegionCoverage], network: Network) -> tuple[int, int]:
    """How many places a network lists, and how many of them are confirmed."""
    whole = [count for region in regions if region.region == network.region for count in region.counts]
    return sum(count.listed for count in whole), sum(count.confirmed for count in whole)


def _by_region(targets: Iterable[TargetCoverage]) -> list[tuple[str, list[TargetCoverage]]]:
    """Targets by the code of their region."""
    return [(code, list(group)) for code, group in groupby(targets, key=lambda found: found.target.region)]
