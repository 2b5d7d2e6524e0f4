"""The network behind the places: profiles with their minimums, targets, pairs of regions, and partners."""

from collections.abc import Iterator

from ....catalogue import View
from ....model.network import Target
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page; none without any of them."""
    if not view.profiles and not view.targets and not view.partners and not view.pairs:
        return
    w = words(view.lang)
    targets: dict[str, list[Target]] = {}
    for target in sorted(view.targets.values(), key=lambda target: (target.policy, target.by, target.id)):
        targets.setdefault(target.policy, []).append(target)
    yield Page(
        "network/",
        w("site.network.title"),
        w("site.network.summary"),
        "network-page.html",
        {"targets": targets, "day": day},
        (Crumb(w("site.regions.title"), "regions/"),),
    )
