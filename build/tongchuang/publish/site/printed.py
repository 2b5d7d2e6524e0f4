"""What pages need to know of the printed sheets: their files by record, and the kinds that there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
class Printed:
    """The sheets of a hub in one language.

    ``files`` is by kind and id of the record, and the region where a version of a service holds; then by the name of
    the kind of sheet.
    """

    files: Mapping[tuple[Kind, str, str | None], Mapping[str, Sequence[Sheet]]]
    kinds: tuple[KindOfSheet, ...]

    def of(self, kind: Kind, id: str, region: str | None = None) -> Mapping[str, Sequence[Sheet]]:
        """The sheets of a record, or of the version of a service that holds in a region, by the name of their kind."""
        return self.files.get((kind, id, region), {})


# Where nothing is printed.
NOTHING = Printed({}, ())
