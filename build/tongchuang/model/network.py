"""What surrounds the places: targets, partner organisations, and who takes which appeal."""

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
