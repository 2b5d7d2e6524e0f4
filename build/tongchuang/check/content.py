"""What rules look at: the records of all documents that have the right shape."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from ..load.sources import Document, Kind, Pointer, Sources
from ..load.walk import LISTS, MOST_FILES, Place, meant
from .prose import Prose, Written
from .schema import Mistake


@dataclass(frozen=True)
class Record:
    """One record of a document: a file as a whole, an entry of a list, or a row of a table.

    ``data`` lacks the top-level fields in ``broken``, whose values have the wrong shape; those in
    ``doubtful`` are there but break their schema. Below the top level every shape can be relied on.
    """

    document: Document
    data: Mapping[str, Any]
    above: Pointer = ()
    broken: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()

    def position(self, pointer: Pointer) -> tuple[int, int]:
        """Line and column of what lies at ``pointer`` of this record."""
        return self.document.position((*self.above, *pointer))


@dataclass(frozen=True)
class Content:
    """All records by kind, the day to judge by, and what can't be judged because its file is broken.

    ``base`` is the content of an earlier revision to compare with, if one was asked for. With ``for_release`` it is
    about to be published: what is unfinished or not approved stands in the way.
    """

    sources: Sources
    mistakes: Mapping[str, list[Mistake]]
    foreign: Mapping[str, tuple[Pointer, ...]]
    as_of: date
    base: "Content | None" = None
    for_release: bool = False

    @cached_property
    def _records(self) -> Mapping[tuple[Kind, str | None], tuple[Record, ...]]:
        found: dict[tuple[Kind, str | None], list[Record]] = {}
        for document in self.sources.documents:
            records = _split(document, self.mistakes.get(document.path, []))
            found.setdefault((document.kind, document.lang), []).extend(records)
        return {key: tuple(records) for key, records in found.items()}

    def records(self, kind: Kind, lang: str | None = None) -> tuple[Record, ...]:
        """Records of a kind: originals, or the words of one language (for a list: those of each id)."""
        return self._records.get((kind, lang), ())

    @property
    def originals(self) -> Iterator[Record]:
        """Every record that is no translation."""
        for (_, lang), records in self._records.items():
            if lang is None:
                yield from records

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """The words of every document."""
        return tuple(Written(document) for document in self.sources.documents)

    def prose_with(self, pattern: re.Pattern[str]) -> Iterator[Prose]:
        """The texts of every document in which ``pattern`` is found: a few of very many."""
        for words in self.written:
            if _holds(pattern, words.text):
                yield from words.pieces

    @cached_property
    def unread_files(self) -> tuple[Place, ...]:
        """Files that belong to the content but could not be understood, or not be found for their name."""
        understood = {document.path for document in self.sources.documents}
        paths = sorted({finding.path for finding in self.sources.findings} - understood)
        return tuple(place for path in paths if (place := meant(path)) and place.path not in understood)

    def unread(self, kind: Kind, key: str | None = None) -> bool:
        """Whether an original file of this kind (and key) exists but can't be understood."""
        return any(
            place.kind == kind and place.lang is None and (key is None or place.key == key)
            for place in self.unread_files
        )

    def named_otherwise(self, kind: Kind, id_: str) -> bool:
        """Whether an original calls itself ``id_`` in a file of another name: its name is the mistake."""
        return (kind, id_) in self._misnamed

    @cached_property
    def _misnamed(self) -> frozenset[tuple[Kind, str]]:
        single = (record for record in self.originals if record.document.kind not in (*LISTS, "division"))
        return frozenset(
            (record.document.kind, str(record.data["id"]))
            for record in single
            if record.data.get("id", record.document.key) != record.document.key
        )

    def is_gone(self, kind: Kind, id_: str) -> bool:
        """Whether the base had an original of this kind and id that is there no more: that is the finding."""
        if self.base is None:
            return False
        if kind in LISTS:
            had, has = ({r.data.get("id") for r in c.records(kind)} for c in (self.base, self))
            return id_ in had and id_ not in has
        return id_ in self.base.sources.of(kind) and id_ not in self.sources.of(kind)

    @property
    def tables_are_whole(self) -> bool:
        """Whether every row of every division table could be read."""
        wrong = {finding.path for finding in self.sources.findings if finding.severity == "error"}
        wrong |= {path for path, mistakes in self.mistakes.items() if mistakes}
        return not any(document.path in wrong for document in self.sources.of("division").values()) and not self.unread(
            "division"
        )

    @cached_property
    def _paths(self) -> frozenset[str]:
        understood = {document.path for document in self.sources.documents}
        return frozenset(understood | {place.path for place in self.unread_files})

    def exists(self, path: str) -> bool:
        """Whether there is a file at ``path``, understood or not."""
        return path in self._paths


# Remembered, as who edits has the same texts checked at every save.
@lru_cache(8 * MOST_FILES)
def _holds(pattern: re.Pattern[str], text: str) -> bool:
    return bool(pattern.search(text))


def _split(document: Document, mistakes: list[Mistake]) -> Iterator[Record]:
    """The records of a document, without the fields whose shape is wrong."""
    whole = document.kind not in LISTS and document.kind != "division"
    entries: list[tuple[Pointer, Any]]
    if whole:
        entries = [((), document.data)]
    elif isinstance(document.data, list):
        entries = [((index,), entry) for index, entry in enumerate(document.data)]
    else:
        entries = [((id_,), entry) for id_, entry in document.data.items()]
    level = 0 if whole else 1
    for above, data in entries:
        mine = [mistake for mistake in mistakes if mistake.pointer[:level] == above]
        if any(mistake.hard and len(mistake.pointer) < level for mistake in mistakes):
            continue
        # A key that is missing at the top leaves nothing to take away; what no schema looked at may be anything.
        if not isinstance(data, dict) or any(
            m.hard and len(m.pointer) == level and m.finding.code != "S104" for m in mine
        ):
            continue
        broken = frozenset(str(m.pointer[level]) for m in mine if m.hard and len(m.pointer) > level)
        doubtful = frozenset(str(m.pointer[level]) for m in mine if len(m.pointer) > level)
        kept = {key: value for key, value in data.items() if key not in broken}
        yield Record(document, kept, above, broken, doubtful)
