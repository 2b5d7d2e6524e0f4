"""From orders to jobs: the facts of each distinct layout, and beside them what only each copy of it says."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

import msgspec

from ...catalogue import Catalogue
from ..words import words
from .document import OWN, Document, Facts, Subject
from .edition import edition, facts_of
from .qr import address

BATCH = 20  # places laid out together: faster than one by one, and their shared font subset stays small
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Copy:
    """One file of a job.

    ``own`` are the facts that only its place changes, in each language of the job; None where nothing does. ``url`` is
    where the QR leads, empty without one; ``edition`` is what it bears.
    """

    subject: str
    path: str
    title: str
    edition: str
    url: str = ""
    own: tuple[Facts, ...] | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What is laid out once, for all the copies that share it: facts, not yet markup.

    ``langs`` are the languages of the sheet language ``lang``, and ``shared`` are the facts in each; so are the words of
    the ``publisher``, empty without one. ``mark`` is the artwork (PNG) of the network, empty where none was supplied.
    """

    document: str
    size: str
    lang: str
    langs: tuple[str, ...]
    shared: tuple[Facts, ...]
    publisher: tuple[str, ...]
    mark: bytes
    sample: bool
    copies: list[Copy] = field(default_factory=list)


def batches(sheets: Sequence[One]) -> list[Sequence[One]]:
    """Sheets of a job in groups whose own words are laid out together."""
    return [sheets[start : start + BATCH] for start in range(0, len(sheets), BATCH)]


def made_of(told: Job | Copy) -> bytes:
    """A hash of all that a job's copies share, or of all that a copy says of itself."""
    alone = replace(told, copies=[], mark=_artwork(told.mark)) if isinstance(told, Job) else told
    return _hash(msgspec.json.encode(alone, order="deterministic"))


def _hash(told: bytes) -> bytes:
    return hashlib.sha256(told).digest()


_artwork = lru_cache(maxsize=16)(_hash)  # of the few marks that thousands of sheets share


@dataclass(frozen=True, slots=True)
class Order:
    """One sheet that is wanted. ``lang`` is a language of the catalogue or ``both``."""

    document: Document
    subject: Subject
    size: str
    lang: str

    @property
    def path(self) -> str:
        """Where the sheet lies in a release."""
        return f"print/{self.document.name}/{self.subject.id}.{self.size}.{self.lang}.pdf"


def sheet_languages(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """What a sheet can be printed in: each language that ``print.q.languages`` names, as the pinned fonts have
    its script, and ``both``, Chinese above the second of them."""
    named = words(catalogue.languages[0]).table["print"]["q"]["languages"]
    printed = tuple(lang for lang in catalogue.languages if lang in named)
    found: dict[str, tuple[str, ...]] = {lang: (lang,) for lang in printed}
    return {**found, "both": printed[:2]} if len(found) > 1 else found


class Composer:
    """Composes orders on one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._languages = sheet_languages(catalogue)
        self._ever: dict[str, frozenset[Subject]] = {}

    def jobs(self, orders: Iterable[Order]) -> list[Job]:
        """The distinct jobs of all orders, in order of their first copy."""
        found: dict[tuple[bytes, str], Job] = {}
        for order in orders:
            views = [self._catalogue.view(lang) for lang in self._languages[order.lang]]
            facts = [facts_of(order.document, order.subject, view) for view in views]
            shared = tuple({key: value for key, value in one.items() if key != OWN} for one in facts)
            own = tuple({OWN: one[OWN]} for one in facts) if OWN in facts[0] else None
            job = self._job(order, shared)
            job = found.setdefault((made_of(job), order.subject.id if own is None else ""), job)
            job.copies.append(self._copy(order, own))
        return list(found.values())

    def edition(self, document: Document, subject: Subject, lang: str) -> str:
        """The current edition of a sheet in a sheet language."""
        return edition(document, subject, *map(self._catalogue.view, self._languages[lang]))

    def facts(self, document: Document, subject: Subject, lang: str) -> Facts:
        """What a sheet shows, in the first of its languages."""
        return facts_of(document, subject, self._catalogue.view(self._languages[lang][0]))

    def title(self, document: Document, subject: Subject, lang: str) -> str:
        """What a sheet is called."""
        return document.title(self._catalogue.view(lang), document.words(lang), subject)

    def _job(self, order: Order, shared: tuple[Facts, ...]) -> Job:
        view, langs = self._catalogue.view("zh"), self._languages[order.lang]
        return Job(
            order.document.name,
            order.size,
            order.lang,
            langs,
            shared,
            publisher=tuple(map(self._publisher, langs)),
            mark=self._mark(order.subject),
            sample=view.hub.sample,
        )

    def _copy(self, order: Order, own: tuple[Facts, ...] | None) -> Copy:
        title = self.title(order.document, order.subject, self._languages[order.lang][0])
        number = self.edition(order.document, order.subject, order.lang)
        checked = self._checked(order, number)
        base_url = self._catalogue.view("zh").hub.base_url or ""
        url = address(base_url, order.document.sheet_id(checked), number) if checked else ""
        return Copy(order.subject.id, order.path, title, number, url, own)

    def _checked(self, order: Order, number: str) -> Subject | None:
        """What the page is about that can check a sheet: the sheet's own, or that of the same text for all places.

        None for a sample, and for a sheet made for one place that no page knows.
        """
        view = self._catalogue.view("zh")
        if view.hub.sample:
            return None
        document, subject = order.document, order.subject
        if document.name not in self._ever:
            self._ever[document.name] = frozenset(document.defaults(view))
        complete = subject.complete
        known = (one for one in (complete, replace(complete, place=None)) if one in self._ever[document.name])
        return next((one for one in known if self.edition(document, one, order.lang) == number), None)

    def _mark(self, subject: Subject) -> bytes:
        """The mark on a sheet, of the network of the place or region that it is of or for, else the hub's.

        Empty where none was supplied: nothing is drawn in its stead."""
        view = self._catalogue.view("zh")
        own = subject.of if subject.of in view.regions else getattr(subject.record(view), "region", None)
        where = subject.place or own
        profile = (where and view.profile_at(where)) or view.profiles[view.network.profile]
        return view.marks.get(profile.id, b"")

    def _publisher(self, lang: str) -> str:
        name = self._catalogue.view(lang).hub.publisher
        return words(lang)("print.publisher", name=name) if name else ""
