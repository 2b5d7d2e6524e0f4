"""Regions, and the centres, offices and stations in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .common import Level, Revision, Withdrawn

Tier = Literal["country", "province", "city", "county", "township", "village"]
Premises = Literal["own", "hosted", "mobile"]


@dataclass(frozen=True, slots=True)
class Region:
    """A division of the statistical table: ``name`` is official, ``short`` without its parents' names.

    ``chain`` runs from the country down to this region, itself last. ``committee`` tells a village from a community
    by its official name. ``withdrawn`` is set for a division that was merged into another; it is in its parent's
    ``children`` no more.
    """

    code: str
    tier: Tier
    name: str
    short: str
    parent: str | None
    chain: tuple[str, ...]
    children: tuple[str, ...] = ()
    committee: Literal["villagers", "residents"] | None = None
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class NotOffered:
    """A group of services, by its id, of which a place offers nothing, and why."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Place:
    """A centre, office or station in one language.

    ``confirmed_on`` is None for a place that the table lists and nobody has confirmed: it may
    not exist under this name, and outputs must say so. ``windows`` are those that the region's profile
    gives to its level, unless ``own_windows``: then the place has named its own. ``has`` holds numbers by the id of a
    minimum of that profile, ``follows`` the items of wall texts that it has put up and keeps to, by the text's id.
    """

    code: str
    level: Level
    name: str
    region: Region
    windows: tuple[str, ...]
    own_windows: bool = False
    parent: str | None = None
    children: tuple[str, ...] = ()
    area_code: str | None = None
    confirmed_on: str | None = None
    source: str | None = None
    address: str | None = None
    phone: str | None = None
    hours: str | None = None
    supervision_phone: str | None = None
    premises: Premises | None = None
    host: str | None = None
    directions: str | None = None
    honours: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    key_town: bool = False
    workers: int | None = None
    has: Mapping[str, int] = field(default_factory=dict)
    follows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_offered: tuple[NotOffered, ...] = ()
    revisions: tuple[Revision, ...] = ()
    withdrawn: Withdrawn | None = None
    lang: str = "zh"


@dataclass(frozen=True, slots=True)
class Network:
    """The service network of a region: where its list of places comes from, and the profile that names them."""

    id: str
    region: str
    profile: str
    source: str
    source_date: str
    policy: str | None = None
    area_code: str | None = None


@dataclass(frozen=True, slots=True)
class Hub:
    """Who publishes, and where. Without ``publisher`` and ``base_url`` everything is a sample.

    ``prints`` are the documents printed with the hub, every one if there are none.
    """

    name: str
    tagline: str
    network: str
    print_county: str
    prints: tuple[str, ...] = ()
    publisher: str | None = None
    base_url: str | None = None

    @property
    def sample(self) -> bool:
        """Whether outputs must be marked 样稿 · 非政府发布."""
        return not (self.publisher and self.base_url)
