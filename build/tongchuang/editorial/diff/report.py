"""The report of a change: what changed, where it reaches, what to do about paper and translations."""

from dataclasses import dataclass
from typing import Literal

from ...catalogue.due import Event
from ...load.sources import Kind
from ...model.common import Revision
from ...model.finding import Bilingual

# Of the report as JSON; it rises when something known changes its name or meaning.
VERSION = 1

What = Literal["added", "changed", "withdrawn", "removed"]


@dataclass(frozen=True, slots=True)
class Field:
    """One value that differs: its dotted path (entries by id), what editors call it, and both values in words.

    ``before`` or ``after`` is None where there is nothing. ``windows`` counts those where the field of the service
    changed, None where a window has no part in it.
    """

    path: str
    title: Bilingual
    before: Bilingual | None
    after: Bilingual | None
    windows: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A record that was added, changed, withdrawn or removed; of a local version, ``region`` is the place's code.

    ``substance`` are the fields that matter to the public, ``wording`` the others. ``revisions`` are those that
    the record did not have before. ``starts`` is the first day (ISO) on which the change holds, None where
    nothing says so; ``windows`` counts those where people meet it.
    """

    kind: Kind
    kind_name: Bilingual
    id: str
    name: Bilingual
    path: str
    what: What
    substance: tuple[Field, ...]
    wording: tuple[Field, ...]
    revisions: tuple[Revision, ...] = ()
    region: str | None = None
    region_name: Bilingual | None = None
    starts: str | None = None
    windows: int | None = None

    @property
    def functional(self) -> bool:
        """Whether it matters to the public: anything but a change of wording."""
        return self.what != "changed" or bool(self.substance)


@dataclass(frozen=True, slots=True)
class Translated:
    """The words of a record in another language that changed."""

    lang: str
    kind_name: Bilingual
    id: str
    name: Bilingual
    path: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Stale:
    """A translation that is out of date by this change: its language, the record, and what it has not followed."""

    lang: str
    kind_name: Bilingual
    id: str
    name: Bilingual
    fields: tuple[Bilingual, ...]


@dataclass(frozen=True, slots=True)
class Sheets:
    """Sheets of paper of one document to put up, replace or take down; ``windows`` is at how many places they hang,
    0 for what is handed out. ``of`` names the record that the sheets are about, None for the places' own."""

    action: Literal["new", "replace", "remove"]
    document: str
    title: Bilingual
    of: Bilingual | None
    windows: int


@dataclass(frozen=True, slots=True)
class Walls:
    """How many windows have sheets to replace on their walls, and the least and the most at one of them."""

    windows: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Day:
    """Something that begins or ends on an ISO ``day`` and did not before the change."""

    day: str
    event: Event
    kind_name: Bilingual
    id: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class Loss:
    """Very many records of a kind that go at once, of how many there were: probably a mistake."""

    kind_name: Bilingual
    gone: int
    of: int


@dataclass(frozen=True, slots=True)
class Report:
    """The change from the commit ``base`` (asked for as ``revision``) to the content as it is.

    ``base_errors`` counts the errors of the base by today's rules, 0 for a sound one.
    """

    revision: str
    base: str
    as_of: str
    base_errors: int
    changes: tuple[Change, ...]
    translated: tuple[Translated, ...]
    stale: tuple[Stale, ...]
    sheets: tuple[Sheets, ...]
    walls: Walls
    days: tuple[Day, ...]
    losses: tuple[Loss, ...]

    @property
    def functional(self) -> tuple[Change, ...]:
        """What matters to the public at every window."""
        return tuple(change for change in self.changes if change.functional and change.kind != "local")

    @property
    def local(self) -> tuple[Change, ...]:
        """What matters to the public where a place differs."""
        return tuple(change for change in self.changes if change.functional and change.kind == "local")

    @property
    def editorial(self) -> tuple[Change, ...]:
        """Changes of wording."""
        return tuple(change for change in self.changes if not change.functional)

    @property
    def nothing(self) -> bool:
        """Whether the two versions say the same."""
        return not (self.changes or self.translated)
