"""What a printed document is: its sizes, what it shows, and the order in which it gives up space."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ...catalogue import View
from ...model.place import Place
from ...model.service import Service
from ..words import Words

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sheet is about: a place, one of its windows, or a service (as in force at ``place``, if given)."""

    place: str | None = None
    service: str | None = None
    window: str | None = None

    @property
    def id(self) -> str:
        """The parts that are set, for messages and file names."""
        return ".".join(part for part in (self.service, self.place, self.window) if part)

    def record(self, view: View) -> Service | Place:
        """The service or place that it is about; KeyError for an unknown one."""
        return view.service(self.service, self.place) if self.service else view.places[self.place or ""]


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of a ladder: CSS custom properties (without dashes) and how many pages may be used."""

    name: str
    lengths: Mapping[str, str]
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of sheet.

    ``ladders`` gives for each size the steps tried in order until the sheet fits, and under ``<size>.both``
    those of bilingual sheets where they differ; ``own_ladders`` is the same for what only the place changes.
    ``facts`` yields what the templates show in one language: dicts, lists and text. The same facts make the
    edition. A document that ``continues`` may take further sheets, each headed by its ``next.html``. ``defaults`` are the sheets of a hub, those of withdrawn
    services and places too: they are printed no more, but their QR codes hang on walls.
    """

    name: str
    ladders: Mapping[str, tuple[Step, ...]]
    own_ladders: Mapping[str, tuple[Step, ...]]
    defaults: Callable[[View], Iterable[Subject]]
    subject: Callable[[View, str | None, str | None, str | None], Subject]
    facts: Callable[[View, Words, Subject], Facts]
    path: Callable[[Subject, str, str], str]
    title: Callable[[View, Words, Subject], str]
    revision: Callable[[View, Subject], str]
    continues: bool = False

    @property
    def sizes(self) -> tuple[str, ...]:
        """Paper sizes, the usual one first."""
        return tuple(size for size in self.ladders if "." not in size)

    def ladder(self, size: str, lang: str, own: bool = False) -> tuple[Step, ...]:
        """The steps of a sheet, or of what only its place changes."""
        ladders = self.own_ladders if own else self.ladders
        return ladders.get(f"{size}.{lang}", ladders[size])

    def sheet_id(self, subject: Subject) -> str:
        """The id in the address that the sheet's QR opens; the same for all sizes and languages."""
        return f"{self.name}-{subject.id}".replace(".", "-")
