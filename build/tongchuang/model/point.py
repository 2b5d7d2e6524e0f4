"""Service points outside the division table."""

from dataclasses import dataclass
from typing import Literal

from .common import Revision, Validity, Withdrawn

PointKind = Literal[
    "mobile-station",
    "construction-site-station",
    "out-of-province-station",
    "mediation-point",
    "dispatched-tribunal",
    "training-provider",
    "vocational-school",
    "partner-school",
    "startup-base",
    "cultural-venue",
    "supply-point",
    "care-point",
    "community-organisation",
    "village-enterprise-pair",
    "monitoring-point",
]
# The kinds that hold courses.
TEACHING: tuple[PointKind, ...] = ("training-provider", "vocational-school", "partner-school")


@dataclass(frozen=True, slots=True)
class Stop:
    """A weekly stop of a mobile station; ``weekday`` is 1 for Monday, times are 24-hour ``HH:MM``."""

    id: str
    weekday: int
    stop: str
    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class Visit:
    """A stop of a mobile station on one day (ISO); without ``services`` all of the point's."""

    id: str
    date: str
    stop: str
    opens: str
    closes: str
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Whether a provider stands on its department's published list, and since which day (ISO)."""

    status: Literal["approved", "removed"]
    since: str


@dataclass(frozen=True, slots=True)
class Point:
    """A point that stands in ``region`` and serves people of ``serves``; unconfirmed without ``confirmed_on``."""

    id: str
    kind: PointKind
    name: str
    region: str
    serves: str
    source: str
    run_by: str | None = None
    host: str | None = None
    services: tuple[str, ...] = ()
    address: str | None = None
    directions: str | None = None
    phone: str | None = None
    hours: str | None = None
    timetable: tuple[Stop, ...] = ()
    visits: tuple[Visit, ...] = ()
    qualification: str | None = None
    listing: Listing | None = None
    stars: int | None = None
    policy: str | None = None
    confirmed_on: str | None = None
    validity: Validity | None = None
    revisions: tuple[Revision, ...] = ()
    withdrawn: Withdrawn | None = None
