"""What there is to translate: each piece of words in a record, its translation, and whether that still holds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ... import schemas
from ...catalogue.revisions import BODY
from ...catalogue.translate import standing
from ...check.rules.translation_is_missing import translated_path
from ...check.schema import written_schema
from ...load import Document, Sources
from ...load.walk import LISTS
from ...model.finding import Bilingual

Status = Literal["current", "stale", "missing"]
Words = str | list[str]
# A file without positions of its own: the way to a unit in its translation, entries of lists by id.
Way = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of words; ``before`` is the Chinese that was translated, None where nobody knows."""

    way: Way
    title: Bilingual
    zh: Words
    words: Words | None
    status: Status
    before: Words | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """An original and its translation; ``of`` is the revision it was made of, ``latest`` the original's."""

    original: Document
    translation: Document | None
    path: str
    of: str | None
    latest: str | None
    units: tuple[Unit, ...]

    @property
    def open(self) -> tuple[Unit, ...]:
        """What is missing or out of date."""
        return tuple(unit for unit in self.units if unit.status != "current")

    @property
    def named(self) -> bool:
        """Whether this kind of translation names the revision it was made of."""
        return self.original.kind in schemas.TRANSLATED_BY_REVISION


Earlier = Callable[[Document], Sequence[Document]]


def tasks(sources: Sources, lang: str, earlier: Earlier) -> Iterator[Task]:
    """Every original with words in it, in the order of paths. ``earlier`` gives older versions of an original."""
    there = {document.path: document for document in sources.documents}
    for document in sources.documents:
        if document.lang is None and document.kind != "division":
            path = translated_path(document, lang)
            task = _task(document, there.get(path), path, earlier)
            if task.units:
                yield task


def _task(original: Document, translation: Document | None, path: str, earlier: Earlier) -> Task:
    data = translation.data if translation else {}
    of, latest, stale = None, None, frozenset[str]()
    if original.kind in schemas.TRANSLATED_BY_REVISION:
        revisions = original.data["revisions"]
        latest = revisions[-1]["id"]
        if translation is not None:
            status, of = standing(revisions, data)
            stale = _changed(revisions, of) if status == "stale" else stale
    past = _as_translated(original, of, earlier) if stale else {}
    units = []
    for way, title, zh in _words(original):
        words = _at(data, way)
        if way == (BODY,):
            words = translation.body.strip("\n") if translation else None
        before = past.get(way)
        outdated = bool(stale & {way[0], "*"}) and before != zh
        state: Status = "missing" if not words else "stale" if outdated else "current"
        units.append(Unit(way, title, zh, words or None, state, before))
    return Task(original, translation, path, of, latest, tuple(units))


def _changed(revisions: Sequence[Mapping[str, Any]], of: str | None) -> frozenset[str]:
    """The top-level fields of the substantial revisions after ``of``; ``*`` where one of them names none."""
    ids = [revision["id"] for revision in revisions]
    later = revisions[ids.index(of) + 1 :] if of in ids else revisions
    found: set[str] = set()
    for revision in later:
        if revision["kind"] == "functional":
            found |= set(revision.get("fields") or ["*"])
    return frozenset(found)


def _as_translated(original: Document, of: str | None, earlier: Earlier) -> dict[Way, Words]:
    """The words of the original as they stood at the revision ``of``; none if no older version says so."""
    for document in earlier(original):
        revisions = document.data.get("revisions") if isinstance(document.data, dict) else None
        if isinstance(revisions, list) and revisions and revisions[-1].get("id") == of:
            return {way: zh for way, _, zh in _words(document)}
    return {}


def _words(document: Document) -> Iterator[tuple[Way, Bilingual, Words]]:
    """Every piece of words of an original, by the way to it in a translation."""
    node = written_schema(document.kind, translation=False)
    if document.kind in LISTS:
        for record in document.data:
            yield from _inside(node["items"], record, (record["id"],), Bilingual(record["id"], record["id"]))
    else:
        yield from _inside(node, document.data, (), None)
    if document.kind == "policy" and document.body.strip():
        yield (BODY,), Bilingual("正文", "Text"), document.body.strip("\n")


def _inside(node: schemas.Node, data: Any, way: Way, said: Bilingual | None) -> Iterator[tuple[Way, Bilingual, Words]]:
    if not isinstance(data, Mapping):
        return
    for key, value in data.items():
        child = schemas.properties(node).get(key) or node.get("additionalProperties")
        if not isinstance(child, Mapping):
            continue
        yield from _value(schemas.deref(child), key, value, way, said)


def _value(
    node: schemas.Node, key: str, value: Any, way: Way, said: Bilingual | None
) -> Iterator[tuple[Way, Bilingual, Words]]:
    own = Bilingual(node.get("title", key), node.get("x-en", key))
    title = Bilingual(f"{said.zh}·{own.zh}", f"{said.en}: {own.en}") if said else own
    # What a place sets in a delegated field stands in its translation like the field itself.
    here = way if key == "delegated" else (*way, key)
    entry = schemas.items_by_id(node)
    if node.get("x-text"):
        yield here, title, value
    elif entry is not None and isinstance(value, list):
        for one in value:
            yield from _inside(
                entry, one, (*here, one["id"]), Bilingual(f"{title.zh}·{one['id']}", f"{title.en}: {one['id']}")
            )
    elif key != "set":
        yield from _inside(node, value, here, title)


def _at(data: Any, way: Way) -> Any:
    for key in way:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data
