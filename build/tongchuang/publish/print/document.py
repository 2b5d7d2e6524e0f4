"""What a printed document is: its sizes, what it shows, and the order in which it gives up space."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ...catalogue import View
from ...catalogue.answers import Answers
from ...load.sources import Kind
from ...model.common import Withdrawn
from ...model.place import Place
from ..words import Words, words

FOLDER = Path(__file__).parent / "documents"
Facts = Mapping[str, Any]
OWN = "place"  # the fact that holds what only the place changes


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sheet is about: the record ``of`` a kind; for a ``place``, or at one of its windows.

    A service is the version in force at ``place``; a text for the wall is headed by the place's name. With ``answers``
    the sheet is for one person; no message or file name tells them.
    """

    kind: Kind
    of: str
    place: str | None = None
    window: str | None = None
    answers: Answers = field(default=(), repr=False)

    @property
    def id(self) -> str:
        """The parts that are set, for messages and file names."""
        parts = (self.of, self.place, self.window, "personal" if self.answers else None)
        return ".".join(part for part in parts if part)

    @property
    def complete(self) -> "Subject":
        """The same for everybody: what a personal sheet is checked against."""
        return replace(self, answers=()) if self.answers else self

    def record(self, view: View) -> Any:
        """The record that it is about; KeyError for an unknown one."""
        return view.service(self.of, self.place) if self.kind == "service" else view.record(self.kind, self.of)

    def revision(self, view: View) -> str:
        """The newest revision of the record, ``r0`` where it has none."""
        record = self.record(view)
        if self.kind == "service":
            return str(record.revision)
        revisions = getattr(record, "revisions", ())
        return revisions[-1].id if revisions else "r0"

    def ended(self, view: View) -> Withdrawn | None:
        """Set where the record was withdrawn, so that nothing is printed of it."""
        return getattr(self.record(view), "withdrawn", None)


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of a ladder: CSS custom properties (without dashes) and how many pages may be used."""

    lengths: Mapping[str, str]
    pages: int = 1

    @property
    def name(self) -> str:
        """All that it sets: ``body 12pt, row 4.80pt, pages 2``."""
        return ", ".join(f"{name} {value}" for name, value in {**self.lengths, "pages": self.pages}.items())


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of sheet.

    A size is a paper, or after a dash another design for it. ``A4-large`` is large type on A4, for old eyes: the same
    template and the style of A4 with the class ``large``, letters of 16 points and more, on as many pages as that takes.
    ``about`` is the kind of record that its sheets are about. ``ladders`` gives for each size the steps tried in
    order until the sheet fits, and under ``<size>.both`` those of bilingual sheets where they differ;
    ``own_ladders`` is the same for what only the place changes. ``facts`` yields what the templates show in one
    language: dicts, lists and text. The same facts make the edition. A document that ``continues`` may take
    further sheets, each headed by its ``next.html``. ``defaults`` are the sheets of a hub, those of withdrawn
    records too: they are printed no more, but their QR codes hang on walls. A hub prints them in
    ``default_sizes``, in all sizes if there are none; of those ``by_default`` may leave some to be asked for.
    ``unprinted`` are the facts (keys joined by dots) that steer a template or that not every size has room for: all
    others must be in print. ``cut_to`` is what its sheets are cut into, if they are, as a paper of ``legible``; those
    that are ``held`` are filled in or handed out, and hang nowhere. ``hangs`` are the sheets that belong on the walls,
    doors and counters of a place.
    """

    name: str
    about: Kind
    ladders: Mapping[str, tuple[Step, ...]]
    defaults: Callable[[View], Iterable[Subject]]
    facts: Callable[[View, Words, Subject], Facts]
    title: Callable[[View, Words, Subject], str]
    hangs: Callable[[View, Place], Iterable[Subject]] = lambda view, place: ()
    own_ladders: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    default_sizes: tuple[str, ...] = ()
    unprinted: frozenset[str] = frozenset()
    cut_to: str | None = None
    held: bool = False
    by_default: Callable[[View, Subject, str], bool] = lambda view, subject, size: True
    continues: bool = False

    @property
    def sizes(self) -> tuple[str, ...]:
        """Paper sizes, the usual one first."""
        return tuple(size for size in self.ladders if "." not in size)

    def words(self, lang: str) -> Words:
        """The interface words of a language, with each document's own (``<lang>.yaml`` of its folder) below its name."""
        return _words(lang)

    def ladder(self, size: str, lang: str, own: bool = False) -> tuple[Step, ...]:
        """The steps of a sheet, or of what only its place changes."""
        ladders = self.own_ladders if own else self.ladders
        return ladders.get(f"{size}.{lang}", ladders[size])

    def subject(self, view: View, of: str, place: str | None, window: str | None, answers: Answers = ()) -> Subject:
        """What a sheet asked for is about; KeyError (with the unknown value) for something that isn't there."""
        subject = Subject(self.about, of, place, window, answers)
        if place and place not in view.regions:
            raise KeyError(place)
        record = subject.record(view)
        if window and window not in getattr(record, "windows", ()):
            raise KeyError(window)
        return subject

    def sheet_id(self, subject: Subject) -> str:
        """The id in the address that the sheet's QR opens; the same for all sizes and languages."""
        return f"{self.name}-{subject.id}".replace(".", "-")


@cache
def _words(lang: str) -> Words:
    files = FOLDER.glob(f"*/{lang}.yaml")
    own = {file.parent.name: yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader) for file in files}
    table = words(lang).table
    return Words(lang, {**table, "print": {**table["print"], **own}})
