"""Blank papers: forms, ledgers and texts for the wall. Nothing filled in ever stands in the catalogue."""

from dataclasses import dataclass
from typing import Literal

from .common import Citation, Level, Review, Revision, Withdrawn
from .service import Option


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form, or one column of a ledger."""

    id: str
    label: str
    kind: Literal["text", "number", "date", "choice", "tick", "signature"]
    help: str | None = None
    required: bool = False
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A blank form and the services that use it."""

    id: str
    name: str
    services: tuple[str, ...]
    fields: tuple[Field, ...]
    revisions: tuple[Revision, ...]
    summary: str | None = None
    policy: str | None = None
    review: Review | None = None
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The template of a working ledger."""

    id: str
    name: str
    levels: tuple[Level, ...]
    columns: tuple[Field, ...]
    revisions: tuple[Revision, ...]
    summary: str | None = None
    policy: str | None = None
    keep: str | None = None
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class WallItem:
    """One line of a wall text; a pledge can carry its percentage."""

    id: str
    text: str
    percent: int | None = None
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class WallRule:
    """A rule, duty, norm or pledge for the wall, of one region or of all."""

    id: str
    kind: Literal["rule", "duty", "norm", "pledge"]
    name: str
    levels: tuple[Level, ...]
    items: tuple[WallItem, ...]
    revisions: tuple[Revision, ...]
    region: str | None = None
    policy: str | None = None
    review: Review | None = None
    withdrawn: Withdrawn | None = None
