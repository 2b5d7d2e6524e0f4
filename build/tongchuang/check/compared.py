"""Records beside what they were at the base."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..catalogue.revisions import BODY, REVISED, difference
from ..load.sources import Document, Kind
from .content import Content, Record


@dataclass(frozen=True)
class Compared:
    """A record, the revisions that the base had of it, and each field that changed: True if only in wording."""

    kind: Kind
    record: Record
    before: tuple[Mapping[str, Any], ...]
    changed: Mapping[str, bool]

    @property
    def revisions(self) -> tuple[Mapping[str, Any], ...]:
        """Those of the record now."""
        return tuple(self.record.data.get("revisions", ()))

    @property
    def new(self) -> dict[int, Mapping[str, Any]]:
        """The revisions that the base did not have, by their index."""
        known = {revision["id"] for revision in self.before}
        return {index: revision for index, revision in enumerate(self.revisions) if revision["id"] not in known}


def compared(content: Content) -> Iterator[Compared]:
    """Every record with revisions that the base had too; none without a base.

    Left out are records whose memory is broken on either side, and fields that break their schema now.
    """
    if content.base is None:
        return
    for kind in REVISED:
        before = {record.document.key: record for record in content.base.records(kind)}
        for record in content.records(kind):
            old = before.get(record.document.key)
            if old and "revisions" not in old.doubtful | record.doubtful:
                changed = difference(_data(old.document), _data(record.document))
                kept = {field: wording for field, wording in changed.items() if field not in record.doubtful}
                yield Compared(kind, record, tuple(old.data.get("revisions", ())), kept)


def _data(document: Document) -> Mapping[str, Any]:
    """What a record says; the body of a policy without the spaces and empty lines at its ends."""
    if document.kind != "policy":
        return dict(document.data)
    lines = [line.rstrip() for line in document.body.split("\n")]
    return {**document.data, BODY: "\n".join(lines).strip()}
