"""How far the network has come: what the division table lists, what has been confirmed, and the targets.

A place that is *listed* follows from the division table by the network's rules; it says only that a region of that
kind exists. One that is *confirmed* has its own file, with who confirmed it and when. The two are never added up, and
only what is confirmed counts towards a target.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from ..model.common import Level
from ..model.network import Counted, Target
from ..model.place import Network, Place, Tier
from ..model.policy import Policy
from .bodies import nearest
from .view import View

# Why a target can't be computed: what it counts is no kind of place, or no table lists the places of its region.
Reason = Literal["not-places", "no-table"]

LEVELS: tuple[Level, ...] = ("centre", "office", "station")
_COUNTED: Mapping[Counted, Callable[[Place], bool]] = {
    "centres": lambda place: place.level == "centre",
    "offices": lambda place: place.level == "office",
    "stations": lambda place: place.level == "station",
    "village-stations": lambda place: place.region.committee == "villagers",
    "community-stations": lambda place: place.region.committee == "residents",
}
_OF_MEASURE: Mapping[str, tuple[Counted, ...]] = {
    "centres": ("centres",),
    "offices": ("offices",),
    "stations": ("stations",),
}


@dataclass(frozen=True, slots=True)
class Count:
    """The places of a level in a region: listed, confirmed, and of these those whose own file tells the windows,
    the phone and the opening hours."""

    level: Level
    listed: int
    confirmed: int
    windows: int
    phone: int
    hours: int


@dataclass(frozen=True, slots=True)
class RegionCoverage:
    """A region of a network (ids), itself and all below it; levels of which it has no place are left out."""

    region: str
    tier: Tier
    parent: str | None
    network: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """What the hub knows about a target.

    ``listed`` is the count of the table on the ISO day ``listed_on``; ``percent`` is what of it is confirmed, rounded
    down to a tenth, None where nothing is listed. ``met`` tells whether what is confirmed today would do, and nothing
    about the target's day.
    """

    listed: int
    listed_on: str
    confirmed: int
    percent: float | None
    met: bool


@dataclass(frozen=True, slots=True)
class TargetCoverage:
    """A target, the ISO day of its document if known, and how much of it is reached or why that isn't computed."""

    target: Target
    stated_on: str | None
    reached: Reached | None = None
    not_computed: Reason | None = None

    @property
    def of(self) -> tuple[Counted, ...]:
        """Which places the target counts; empty where what it counts is no kind of place."""
        return _OF_MEASURE.get(self.target.measure, self.target.of)

    @property
    def differs(self) -> bool:
        """Whether the table counts otherwise than the document did: two numbers of two days, and both stand."""
        base = self.target.base
        return self.reached is not None and base is not None and base != self.reached.listed


@dataclass(frozen=True, slots=True)
class Coverage:
    """All regions of the networks down to the townships, and all targets, by region, document and day."""

    regions: tuple[RegionCoverage, ...]
    targets: tuple[TargetCoverage, ...]


def coverage(view: View) -> Coverage:
    """The coverage in the language of a view; what is withdrawn is left out."""
    targets = sorted(view.targets.values(), key=lambda target: (target.region, target.policy, target.by, target.id))
    return Coverage(tuple(_regions(view)), tuple(_against(view, target) for target in targets))


def _regions(view: View) -> Iterator[RegionCoverage]:
    inside: dict[str, list[Place]] = {
        region.code: []
        for region in view.regions.values()
        if region.tier != "village" and not region.withdrawn and nearest(region, view.networks)
    }
    for place in _places(view):
        for code in place.region.chain:
            if code in inside:
                inside[code].append(place)
    for code, places in inside.items():
        region = view.regions[code]
        network = nearest(region, view.networks)
        if network:
            counts = (_count(level, [place for place in places if place.level == level]) for level in LEVELS)
            yield RegionCoverage(
                code, region.tier, region.parent, network.id, tuple(count for count in counts if count.listed)
            )


def _places(view: View) -> list[Place]:
    return [place for place in view.places.values() if not place.withdrawn]


def _count(level: Level, places: Iterable[Place]) -> Count:
    listed = list(places)
    confirmed = [place for place in listed if place.confirmed_on]
    return Count(
        level=level,
        listed=len(listed),
        confirmed=len(confirmed),
        windows=sum(place.own_windows for place in confirmed),
        phone=sum(place.phone is not None for place in confirmed),
        hours=sum(place.hours is not None for place in confirmed),
    )


def _against(view: View, target: Target) -> TargetCoverage:
    found = TargetCoverage(target, _day(view.policies[target.policy]))
    network = nearest(view.regions[target.region], view.networks)
    if not found.of:
        return replace(found, not_computed="not-places")
    if not network:
        return replace(found, not_computed="no-table")
    return replace(found, reached=_reached(view, target, found.of, network))


def _reached(view: View, target: Target, of: tuple[Counted, ...], network: Network) -> Reached:
    places = [
        place
        for place in _places(view)
        if target.region in place.region.chain and any(_COUNTED[kind](place) for kind in of)
    ]
    listed, confirmed = len(places), sum(place.confirmed_on is not None for place in places)
    percent = confirmed * 1000 // listed / 10 if listed else None
    enough = listed > 0 and confirmed * 100 >= target.value * listed
    met = enough if target.measure == "percent" else confirmed >= target.value
    return Reached(listed, network.source_date, confirmed, percent, met)


def _day(policy: Policy) -> str | None:
    dates = policy.dates
    return dates.signed or dates.printed or dates.published or dates.effective
