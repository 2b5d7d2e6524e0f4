"""What pages need to know of the printed sheets: their files by record, and the kinds that there are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ...load.sources import Kind


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file to open: what tells it from the other sheets of its kind, and where it lies in a release.

    ``kilobytes`` is its size where it is large enough to think twice about, else None.
    """

    label: str
    path: str
    kilobytes: int | None = None


@dataclass(frozen=True, slots=True)
class KindOfSheet:
    """A document in one language: what it is called, what it is for, its sizes, and the records that have one.

    A record is its kind, id and title; the sheets of places stand on the pages of the places.
    """

    name: str
    purpose: str
    sizes: tuple[str, ...]
    about: Kind
    records: tuple[tuple[Kind, str, str], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A small picture of a sheet's first page: where it lies in a release, and its width and height in pixels."""

    path: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class File:
    """A sheet in one size and language, with the edition that it bears; ``picture`` is None where none was made."""

    path: str
    size: str
    language: str
    edition: str
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Hung:
    """A sheet that belongs at a place: what tells it from the others of its kind there, and its files, none where the
    hub doesn't print it."""

    name: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class KindHung:
    """The sheets of a kind that belong at a place, in the order of its wall list."""

    id: str
    name: str
    sheets: tuple[Hung, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """The sheets of a hub in one language.

    ``files`` is by kind and id of the record, and the region where a version of a service holds; then by the name of
    the kind of sheet. ``hung`` gives what belongs at the place with a code, ``bound`` is the inspection pack of each
    place that has one.
    """

    files: Mapping[tuple[Kind, str, str | None], Mapping[str, Sequence[Sheet]]]
    kinds: tuple[KindOfSheet, ...]
    hung: Callable[[str], Iterable[KindHung]] = lambda code: ()
    bound: Mapping[str, Sheet] = field(default_factory=dict)

    def of(self, kind: Kind, id: str, region: str | None = None) -> Mapping[str, Sequence[Sheet]]:
        """The sheets of a record, or of the version of a service that holds in a region, by the name of their kind."""
        return self.files.get((kind, id, region), {})

    @property
    def places(self) -> list[str]:
        """The codes of the places that have sheets of their own."""
        return [id for kind, id, _ in self.files if kind == "place"]


# Where nothing is printed.
NOTHING = Printed({}, ())
