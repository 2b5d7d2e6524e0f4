"""A policy or law: metadata, measures with their departments, and its text or a digest of it."""

from dataclasses import dataclass
from typing import Literal

from .common import ORIGINAL, Review, Revision, Translation, Validity, Withdrawn

Rank = Literal[
    "law",
    "administrative-regulation",
    "local-regulation",
    "ministry-rule",
    "judicial-interpretation",
    "normative-document",
    "party-document",
]


@dataclass(frozen=True, slots=True)
class PolicyDates:
    """The several dates of a document (ISO), kept apart because sources confuse them."""

    signed: str | None = None
    printed: str | None = None
    published: str | None = None
    effective: str | None = None
    amended: str | None = None
    expires: str | None = None


@dataclass(frozen=True, slots=True)
class Repeal:
    """When a document was repealed, and by which."""

    date: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Articles:
    """How many articles the official text has if counted, what it calls them, and which were put in between."""

    count: int | None = None
    called: Literal["article", "part", "item"] = "article"
    inserted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a policy that its measures stand in."""

    id: str
    title: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of a policy, with the departments that the document names."""

    id: str
    title: str
    text: str
    chapter: str | None = None
    number: str | None = None
    lead: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    historical: str | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy in one language; ``text`` is Markdown, a digest unless ``kind`` is ``full``."""

    id: str
    title: str
    issuers: tuple[str, ...]
    rank: Rank
    region: str
    dates: PolicyDates
    kind: Literal["full", "digest"]
    source: str
    revisions: tuple[Revision, ...]
    review: Review
    text: str
    short: str | None = None
    number: str | None = None
    recipients: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    repeals: tuple[str, ...] = ()
    repealed: Repeal | None = None
    historical: str | None = None
    articles: Articles | None = None
    chapters: tuple[Chapter, ...] = ()
    measures: tuple[Measure, ...] = ()
    validity: Validity | None = None
    withdrawn: Withdrawn | None = None
    lang: str = "zh"
    translation: Translation = ORIGINAL

    @property
    def revision(self) -> str:
        """Id of the newest revision."""
        return self.revisions[-1].id

    @property
    def by_chapter(self) -> tuple[tuple[Chapter | None, tuple[Measure, ...]], ...]:
        """The measures of each chapter in order; under None those of a policy that isn't divided."""
        parts = self.chapters or ((None,) if self.measures else ())
        return tuple(
            (part, tuple(m for m in self.measures if m.chapter == (part.id if part else None))) for part in parts
        )
