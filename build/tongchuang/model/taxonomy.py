"""The lists that services and policies refer to."""

from dataclasses import dataclass
from typing import Literal

from .common import Citation, Withdrawn


@dataclass(frozen=True, slots=True)
class Group:
    """One of the four groups above the categories."""

    id: str
    name: str
    summary: str
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """A category of services; ``points`` are the kinds of service points where its matters are seen to nearby."""

    id: str
    group: str
    name: str
    summary: str
    appeals: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a scheme, and the categories where its matters are found here."""

    id: str
    name: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a document divides the services otherwise than the categories do.

    ``parts_from`` tells that the parts are the kinds of appeal or the basic windows; ``parts`` holds those too.
    """

    id: str
    name: str
    policy: str
    parts: tuple[Part, ...] = ()
    parts_from: Literal["appeals", "windows"] | None = None
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the way through a life event: what you do, the services that help and the numbers to call."""

    id: str
    name: str
    text: str
    services: tuple[str, ...] = ()
    hotlines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardLaw:
    """What the law asks of the other side, to be shown to them."""

    text: str
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What a card to carry says of a life event: the proof to keep, the time limits not to miss, and what the law says.

    Each limit is the step or remedy of a service that has it (``service/entry``).
    """

    proof: tuple[str, ...]
    limits: tuple[str, ...]
    law: CardLaw | None = None


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Something that happens to you: the question you would ask, and the way through it across departments."""

    id: str
    name: str
    question: str
    summary: str
    categories: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    card: Card | None = None
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Department:
    """A department or body with duties; people look for it by its former names too."""

    id: str
    name: str
    summary: str
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    hotline: str | None = None
    note: str | None = None
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Appeal:
    """A kind of thing you may want to raise, and whose door it is; ``services`` are those to look at first."""

    id: str
    n: int
    name: str
    summary: str
    keywords: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    hotlines: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """A kind of window."""

    id: str
    name: str
    summary: str
    short: str | None = None
    basic: bool = False
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Hotline:
    """A national telephone number; ``short`` says whose it is in a word or two, ``area_code`` when it reaches the local
    desk only."""

    id: str
    number: str
    name: str
    summary: str
    short: str | None = None
    area_code: bool = False
    department: str | None = None
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A word and its meaning."""

    id: str
    name: str
    meaning: str
    obsolete: bool = False
    aliases: tuple[str, ...] = ()
    withdrawn: Withdrawn | None = None
