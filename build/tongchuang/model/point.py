"""Service points outside the division table."""

from dataclasses import dataclass
from typing import Literal

from .common import Revision, Validity, Withdrawn


@dataclass(frozen=True, slots=True)
class Stop:
    """A weekly stop of a mobile station; ``weekday`` is 1 for Monday, times are 24-hour ``HH:MM``."""

    id: str
    weekday: int
    stop: str
    opens: str
    closes: str


@dataclass(frozen=True, slots=True)
class Point:
    """A point that stands in ``region`` and serves people of ``serves``; unconfirmed without ``confirmed_on``."""

    id: str
    kind: Literal[
        "out-of-province-station",
        "monitoring-point",
        "village-enterprise-pair",
        "mobile-station",
        "dispatched-tribunal",
        "construction-site-station",
    ]
    name: str
    region: str
    serves: str
    source: str
    run_by: str | None = None
    host: str | None = None
    services: tuple[str, ...] = ()
    address: str | None = None
    phone: str | None = None
    hours: str | None = None
    timetable: tuple[Stop, ...] = ()
    policy: str | None = None
    confirmed_on: str | None = None
    validity: Validity | None = None
    revisions: tuple[Revision, ...] = ()
    withdrawn: Withdrawn | None = None
