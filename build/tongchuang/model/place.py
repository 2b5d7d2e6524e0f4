"""Regions, and the centres, offices and stations in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .common import Level, Revision, Withdrawn

Tier = Literal["country", "province", "city", "county", "township", "village"]
Premises = Literal["own", "hosted", "mobile"]
OnSuchDays = Literal["closed", "as-usual", "by-appointment"]


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
class WeeklyTimes:
    """Days of the week (1 for Monday) and when a place opens and closes on them, in 24-hour ``HH:MM``."""

    days: tuple[int, ...]
    opens: str
    closes: str
    by_appointment: bool = False


@dataclass(frozen=True, slots=True)
class SpecialHours:
    """Days (ISO) on which a place is closed, or keeps ``weekly`` in place of its own times."""

    id: str
    starts: str
    ends: str
    why: str
    weekly: tuple[WeeklyTimes, ...] = ()


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours; on holidays and make-up days None is unknown, and nothing is guessed.

    But for a make-up day None means the hours of Monday to Friday where these five are alike. Special hours within
    one holiday speak of that holiday; longer ones change the weekly times alone.
    """

    weekly: tuple[WeeklyTimes, ...]
    holidays: OnSuchDays | None = None
    make_up_days: OnSuchDays | None = None
    special: tuple[SpecialHours, ...] = ()
    note: str | None = None


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
    hours: Hours | None = None
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

    @property
    def needs_area_code(self) -> bool:
        """Whether callers from elsewhere must dial the area code before ``phone``: a fixed line written without."""
        digits = re.sub(r"\D", "", self.phone or "")
        return bool(self.area_code) and len(digits) in (7, 8) and digits[0] not in "01"


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
class Reviewer:
    """A team on the platform (``@group/team``) and what it reviews: a department's content, a region's, or the rest."""

    team: str
    department: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Hub:
    """Who publishes, and where. Without ``publisher`` and ``base_url`` everything is a sample.

    ``prints`` are the documents printed with the hub, every one if there are none. ``site_code``, ``icp`` and
    ``security_record`` are the numbers that a government site must show (国办发〔2017〕47号), as they were given.
    ``offline`` says whether phones may keep pages for when there is no network. From ``approval_since`` (ISO date)
    on, changes of substance are released with their approval only. ``reviewers`` are asked to look at changes.
    """

    name: str
    tagline: str
    network: str
    print_county: str
    prints: tuple[str, ...] = ()
    publisher: str | None = None
    base_url: str | None = None
    phone: str | None = None
    site_code: str | None = None
    icp: str | None = None
    security_record: str | None = None
    report_url: str | None = None
    offline: bool = True
    approval_since: str | None = None
    reviewers: tuple[Reviewer, ...] = ()

    @property
    def sample(self) -> bool:
        """Whether outputs must be marked 样稿 · 非政府发布."""
        return not (self.publisher and self.base_url)
