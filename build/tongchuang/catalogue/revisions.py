"""What follows from revisions, the one memory of change: what changed since, and what has fallen behind.

A translation names the revision that it was made of (``of``), a local version the one that it was written
against (``base``), a printed sheet its edition. What was revised in substance since is what each has missed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ..load.sources import Kind, Pointer
from ..model.common import Revision, Translation
from .catalogue import Catalogue
from .view import View

# A change of these alone is one of wording: it may be an editorial revision, all others are functional.
WORDING = frozenset({"name", "title", "short", "summary", "keywords", "faq", "source"})
WORDING_ANYWHERE = "note"
# What is no part of the record's facts: its memory, and who looked at it last.
UNREVISED = frozenset({"revisions", "review", "confirmed_on"})
# How carefully a page handles the answers to a question: nothing that a translation or a sheet says.
UNREVISED_ANYWHERE = "sensitive"
# The text of a policy, as `fields` of a revision names it.
BODY = "text"
# The kinds of record with revisions.
REVISED: tuple[Kind, ...] = (
    "service",
    "policy",
    "place",
    "point",
    "pair",
    "form",
    "ledger",
    "wall-rule",
    "partner",
    "brand",
    "course",
    "rate",
    "notice",
)


class Revised(Protocol):
    """A record with a memory of change: a service, a policy, a place."""

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """From old to new."""


class Translated(Revised, Protocol):
    """A service or policy in one language."""

    @property
    def translation(self) -> Translation:
        """What revision its words were made of."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was revised in one record between two catalogues; ``before`` is None for a new record."""

    kind: Kind
    id: str
    before: str | None
    revisions: tuple[Revision, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that these revisions name."""
        return changed_fields(self.revisions)


def changes_since(record: Revised, revision_id: str) -> tuple[Revision, ...]:
    """The revisions after ``revision_id``, from old to new; KeyError if the record never had it."""
    ids = [revision.id for revision in record.revisions]
    if revision_id not in ids:
        raise KeyError(revision_id)
    return record.revisions[ids.index(revision_id) + 1 :]


def changed_fields(revisions: Iterable[Revision], kind: str | None = None) -> tuple[str, ...]:
    """The fields that revisions (of one ``kind``, if given) name, each once, in the order of change."""
    named = (field for revision in revisions if kind in (None, revision.kind) for field in revision.fields)
    return tuple(dict.fromkeys(named))


def stale_fields(record: Translated) -> tuple[str, ...]:
    """The fields changed in substance since a record's translation was made; none if it is current."""
    if record.translation.status != "stale" or record.translation.of is None:
        return ()
    return changed_fields(changes_since(record, record.translation.of), "functional")


def stale_local_versions(view: View) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """By (region, service): the fields of the standard item changed in substance since ``base``."""
    found = {}
    for key, service in view.regional.items():
        if service.base is not None:
            since = changes_since(service, service.base)
            if any(revision.kind == "functional" for revision in since):
                found[key] = changed_fields(since, "functional")
    return found


def changes_between(before: Catalogue, after: Catalogue) -> Iterator[Change]:
    """The records with revisions that the earlier catalogue did not have."""
    old, new = (catalogue.view(catalogue.languages[0]) for catalogue in (before, after))
    for kind in REVISED:
        earlier = old.collection(kind)
        records: Mapping[str, Revised] = new.collection(kind)
        for id_, record in records.items():
            known = earlier[id_].revisions if id_ in earlier else ()
            ids = {revision.id for revision in known}
            added = tuple(revision for revision in record.revisions if revision.id not in ids)
            if added:
                yield Change(kind, id_, known[-1].id if known else None, added)


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> Mapping[str, bool]:
    """The top-level fields in which two versions of a record's data differ, and whether only in wording."""
    fields = dict.fromkeys((*after, *before))
    found = {}
    for field in fields:
        if field not in UNREVISED:
            ways = list(_ways(before.get(field), after.get(field), (field,)))
            if ways:
                found[field] = field in WORDING or all(way[-1] == WORDING_ANYWHERE for way in ways)
    return found


def _ways(before: Any, after: Any, pointer: Pointer) -> Iterator[Pointer]:
    """The ways to what differs, as deep as both sides go; entries of lists are known by their id."""
    if before == after:
        return
    old, new = _by_key(before), _by_key(after)
    if old is None or new is None or (isinstance(before, list) and list(old) != list(new)):
        yield pointer
        return
    for key in dict.fromkeys((*old, *new)):
        if key == UNREVISED_ANYWHERE:
            continue
        yield from _ways(old.get(key), new.get(key), (*pointer, key))


def _by_key(value: Any) -> Mapping[str, Any] | None:
    if isinstance(value, Mapping):
        return value
    if (
        isinstance(value, list)
        and value
        and all(isinstance(entry, Mapping) and isinstance(entry.get("id"), str) for entry in value)
    ):
        return {entry["id"]: entry for entry in value}
    return None
