"""Blank papers: forms, ledgers and texts for the wall. Nothing filled in ever stands in the catalogue."""

from dataclasses import dataclass
from typing import Literal

from .common import Citation, Level, Review, Revision, Withdrawn
from .service import Option

WallKind = Literal[
    "rule", "duty", "norm", "pledge", "emergency", "pointing", "phrases", "role", "handbook", "checklist", "advice"
]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a ledger. ``example`` is what a filled sample shows; a choice shows its first option."""

    id: str
    label: str
    kind: Literal["text", "number", "date", "choice", "tick", "signature"]
    help: str | None = None
    required: bool = False
    options: tuple[Option, ...] = ()
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Field(Column):
    """One field of a form, with room for ``lines`` of handwriting; a ``heading`` starts a new part.

    ``basis`` says which rule asks for it.
    """

    heading: str | None = None
    lines: int = 1
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A line that stands printed on a form, nothing to fill in."""

    id: str
    text: str
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A blank form and the services that use it; or one that the ``staff`` fill in, such as a report.

    One that is ``hung`` is read by everybody once it is filled in, such as a notice at a gate, and printed large.
    The fields of one with ``rows`` are the columns of a table of so many rows. ``hotlines`` are ids.
    """

    id: str
    name: str
    services: tuple[str, ...]
    fields: tuple[Field, ...]
    revisions: tuple[Revision, ...]
    staff: bool = False
    hung: bool = False
    rows: int | None = None
    notes: tuple[Note, ...] = ()
    hotlines: tuple[str, ...] = ()
    summary: str | None = None
    policy: str | None = None
    review: Review | None = None
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The template of a working ledger, of one category of services or of all."""

    id: str
    name: str
    levels: tuple[Level, ...]
    columns: tuple[Column, ...]
    revisions: tuple[Revision, ...]
    summary: str | None = None
    policy: str | None = None
    category: str | None = None
    keep: str | None = None
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class WallItem:
    """One line of a wall text; a ``heading`` starts a new part. A pledge can carry its percentage.

    ``hotlines`` are ids of hotlines, the first to call first.
    """

    id: str
    text: str
    heading: str | None = None
    percent: int | None = None
    hotlines: tuple[str, ...] = ()
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class WallRule:
    """A text for the wall (rule, duty, norm, pledge, advice) or for the staff, of one region or of all."""

    id: str
    kind: WallKind
    name: str
    levels: tuple[Level, ...]
    items: tuple[WallItem, ...]
    revisions: tuple[Revision, ...]
    summary: str | None = None
    region: str | None = None
    policy: str | None = None
    window: str | None = None
    review: Review | None = None
    withdrawn: Withdrawn | None = None
