"""Records shared by services, policies and places."""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["minutes", "working-days", "calendar-days", "months", "years"]
Level = Literal["centre", "office", "station"]
# Answers that make an entry apply: option ids by question id, all questions, any option of each.
When = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Citation:
    """A policy or law by its id, and the article in digits: ``"14(6)"`` is item 6 of article 14."""

    policy: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """A time limit; the unit is never implied (日 are calendar days, 工作日 working days)."""

    value: int
    unit: Unit
    counted_from: str | None = None
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """Which posts approved a change, by which document, on which ISO date; never who."""

    posts: tuple[str, ...]
    number: str
    date: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One entry of the memory of change, with its note in both authority languages."""

    id: str
    date: str
    kind: Literal["functional", "editorial"]
    zh: str
    en: str
    fields: tuple[str, ...] = ()
    approval: Approval | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Which post looked at the record, when, and what it could not confirm."""

    by: str
    on: str
    next: str
    unconfirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Validity:
    """First and last day (ISO dates) on which a record holds."""

    starts: str | None = None
    ends: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Why a published record no longer holds; its page and codes stay."""

    date: str
    why: str
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """How a record's words in this language relate to the Chinese original.

    ``fallbacks`` names the fields that stand in Chinese, because the translation lacks them or was
    made of an older revision and they are times, fees, conditions or materials.
    """

    status: Literal["original", "current", "stale", "missing"]
    of: str | None = None
    latest: str | None = None
    fallbacks: tuple[str, ...] = ()


ORIGINAL = Translation("original")
