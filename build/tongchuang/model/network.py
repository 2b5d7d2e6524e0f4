"""What surrounds the places: targets, partner organisations, pairs of regions, and who takes which appeal."""

from dataclasses import dataclass
from typing import Literal

from .common import Revision, Withdrawn

Counted = Literal["centres", "offices", "stations", "village-stations", "community-stations"]


@dataclass(frozen=True, slots=True)
class Target:
    """A number that a document wants reached by a day; ``base`` is what a percentage is of, as counted then.

    ``of`` says which places of the network a percentage or a number of places counts.
    """

    id: str
    name: str
    region: str
    policy: str
    measure: Literal["centres", "offices", "stations", "places", "percent", "persons", "square-metres", "yuan", "other"]
    value: int
    by: str
    of: tuple[Counted, ...] = ()
    base: int | None = None
    note: str | None = None
    historical: bool = False


@dataclass(frozen=True, slots=True)
class YearlyReview:
    """One yearly review of a partner organisation."""

    id: str
    on: str
    passed: bool
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Partner:
    """A cooperating organisation, from its filing to its expiry."""

    id: str
    name: str
    kind: Literal["association", "social-work", "enterprise", "union", "law-firm", "training", "other"]
    region: str
    filed_on: str
    reviews: tuple[YearlyReview, ...] = ()
    expires: str | None = None
    services: tuple[str, ...] = ()
    policy: str | None = None
    phone: str | None = None
    revisions: tuple[Revision, ...] = ()
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """One thing that two regions have agreed on."""

    id: str
    text: str
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """An agreement of the region that workers come from with the one they work in, from ``starts`` to ``ends``."""

    id: str
    name: str
    sending: str
    receiving: str
    agreed: tuple[Agreed, ...]
    starts: str
    source: str
    revisions: tuple[Revision, ...]
    ends: str | None = None
    policy: str | None = None
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """Where one kind of appeal goes; ``id`` is the appeal kind's."""

    id: str
    departments: tuple[str, ...]
    window: str | None = None
    hotlines: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Routing:
    """Who takes which appeal in a region."""

    region: str
    policy: str
    routes: tuple[Route, ...]
    note: str | None = None
