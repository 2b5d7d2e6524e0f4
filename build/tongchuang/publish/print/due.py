"""Which sheets on the walls of a place are out of date, and why: since a day, or since an earlier catalogue."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...catalogue import Catalogue
from ...catalogue.revisions import REVISED, changes_between
from ...load.sources import Kind
from ...model.common import Revision
from .compose import Composer
from .document import Document, Subject
from .documents.walls.document import sheets

# By kind and id of a record: what was revised of it.
Changes = Mapping[tuple[Kind, str], Sequence[Revision]]


@dataclass(frozen=True, slots=True)
class Outdated:
    """A sheet to replace at a place: its ``edition`` now, the one that it had (None if new or not known), and each
    record that changed, with its revisions. No record: what it shows changed without a revision. ``new`` is one that
    didn't hang there before."""

    place: str
    document: Document
    subject: Subject
    edition: str
    was: str | None
    why: Changes
    new: bool = False


def since_day(catalogue: Catalogue, day: str, places: Iterable[str], lang: str) -> Iterator[Outdated]:
    """The sheets that show a record with a revision later than the ISO ``day``."""
    view = catalogue.view(catalogue.languages[0])
    changes: dict[tuple[Kind, str], Sequence[Revision]] = {}
    for kind in REVISED:
        for id_, record in view.collection(kind).items():
            if later := [revision for revision in record.revisions if revision.date > day]:
                changes[kind, id_] = later
    composer = _Editions(catalogue, lang)
    for place, document, subject in _hanging(catalogue, places):
        if why := composer.of(document, subject, changes):
            yield Outdated(place, document, subject, composer.edition(document, subject), None, why)


def since(before: Catalogue, catalogue: Catalogue, places: Iterable[str], lang: str) -> Iterator[Outdated]:
    """The sheets whose edition differs from that of an earlier catalogue, new ones among them."""
    changes = {(change.kind, change.id): change.revisions for change in changes_between(before, catalogue)}
    old, new = _Editions(before, lang), _Editions(catalogue, lang)
    codes = list(places)
    earlier = (code for code in codes if code in before.view("zh").places)
    known = {(place, document.name, subject) for place, document, subject in _hanging(before, earlier)}
    for place, document, subject in _hanging(catalogue, codes):
        new_there = (place, document.name, subject) not in known
        was = None if new_there else old.edition(document, subject)
        now = new.edition(document, subject)
        if now != was:
            yield Outdated(place, document, subject, now, was, new.of(document, subject, changes), new_there)


def _hanging(catalogue: Catalogue, places: Iterable[str]) -> Iterator[tuple[str, Document, Subject]]:
    view = catalogue.view("zh")
    for code in places:
        for document, subject in sheets(view, view.places[code]):
            yield code, document, subject


class _Editions:
    """Editions, and which records sheets show: reckoned once for a text for all places."""

    def __init__(self, catalogue: Catalogue, lang: str) -> None:
        self._composer = Composer(catalogue)
        self._lang = lang
        self._shown: dict[tuple[str, Subject], frozenset[str]] = {}

    def edition(self, document: Document, subject: Subject) -> str:
        return self._composer.edition(document, subject, self._lang)

    def of(self, document: Document, subject: Subject, changes: Changes) -> Changes:
        """The changed records that a sheet is of, or names among its facts."""
        if not changes:
            return {}
        key = (document.name, _common(subject))
        if key not in self._shown:
            self._shown[key] = frozenset(_ids(self._composer.facts(document, key[1], self._lang)))
        own, shown = (subject.kind, subject.of), self._shown[key]
        return {
            (kind, id_): revisions
            for (kind, id_), revisions in changes.items()
            if (kind, id_) == own or (kind != "place" and id_ in shown)
        }


def _common(subject: Subject) -> Subject:
    return replace(subject, place=None) if subject.kind == "wall-rule" else subject


def _ids(facts: Any) -> Iterator[str]:
    if isinstance(facts, Mapping):
        if isinstance(facts.get("id"), str):
            yield facts["id"]
        for value in facts.values():
            yield from _ids(value)
    elif isinstance(facts, (list, tuple)):
        for value in facts:
            yield from _ids(value)
