"""What holds between two days: amounts, calendars and notices. All days are ISO dates."""

from dataclasses import dataclass
from typing import Literal

from .common import Citation, Review, Revision, Withdrawn


@dataclass(frozen=True, slots=True)
class RateValue:
    """An amount (a decimal in text) in a region from ``starts`` to ``ends`` (None: until the next)."""

    id: str
    region: str
    starts: str
    value: str
    basis: tuple[Citation, ...]
    ends: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """A figure that changes with time and place, such as a minimum wage."""

    id: str
    name: str
    unit: Literal["yuan", "yuan-a-month", "yuan-an-hour", "yuan-a-day", "percent", "months"]
    values: tuple[RateValue, ...]
    revisions: tuple[Revision, ...]
    summary: str | None = None
    review: Review | None = None
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class CalendarNotice:
    """The document that a calendar comes from."""

    title: str
    number: str
    date: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday from its first to its last day off."""

    id: str
    name: str
    starts: str
    ends: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year's holidays, and the weekend days worked in exchange."""

    year: int
    notice: CalendarNotice
    holidays: tuple[Holiday, ...]
    workdays: tuple[str, ...]


NoticeKind = Literal["notice", "news", "activity", "award", "labour-lending", "urgent"]


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice with its first and last day; an urgent one stands on top of every page of its region."""

    id: str
    title: str
    text: str
    starts: str
    ends: str
    revisions: tuple[Revision, ...]
    region: str | None = None
    services: tuple[str, ...] = ()
    source: str | None = None
    kind: NoticeKind = "notice"
    where: str | None = None
    withdrawn: Withdrawn | None = None
