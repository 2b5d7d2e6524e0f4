"""Laying a translation over a record, and saying which words stay Chinese.

Chinese is the authority. A word without a translation is shown in Chinese; a translation made of an older
revision is still used for what can't mislead, but for times, fees, conditions and materials the current
Chinese is shown.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from .. import schemas
from ..load.sources import Pointer
from ..model.common import Revision, Translation

CRITICAL = frozenset({"time", "fee", "conditions", "materials"})


def changed_since(revisions: Sequence[Revision], of: str | None) -> tuple[Revision, ...]:
    """The functional revisions after ``of``; all of them where it is none of these."""
    ids = [revision.id for revision in revisions]
    later = revisions[ids.index(of) + 1 :] if of in ids else revisions
    return tuple(revision for revision in later if revision.kind == "functional")


def standing(revisions: Sequence[Mapping[str, Any]], translation: Mapping[str, Any] | None) -> tuple[str, str | None]:
    """Status of a translation (``current``, ``stale`` or ``missing``) and the revision it was made of."""
    if translation is None:
        return "missing", None
    of = translation.get("of")
    later: list[Mapping[str, Any]] = []
    for revision in reversed(revisions):
        if revision["id"] == of:
            break
        later.append(revision)
    stale = any(revision["kind"] == "functional" for revision in later)
    return ("stale" if stale else "current"), of


def overlay(
    kind: str, record: Mapping[str, Any], translation: Mapping[str, Any] | None, withhold: frozenset[str] = frozenset()
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """``record`` in the translation's words, and the paths that stay Chinese.

    Top-level fields in ``withhold`` are left Chinese whatever the translation says.
    """
    data = dict(record)
    fallbacks: list[str] = []
    for key, child in schemas.schema(kind)["properties"].items():
        if key in data:
            words = None if key in withhold else (translation or {}).get(key)
            data[key] = _overlay(child, data[key], words, key, fallbacks)
    return data, tuple(fallbacks)


def _overlay(node: schemas.Node, value: Any, words: Any, path: str, fallbacks: list[str]) -> Any:
    node = schemas.deref(node)
    if node.get("x-text"):
        if words is None:
            fallbacks.append(path)
            return value
        return words
    entry = schemas.items_by_id(node)
    if entry is not None:
        by_id = words if isinstance(words, Mapping) else {}
        return [_overlay(entry, item, by_id.get(item["id"]), f"{path}.{item['id']}", fallbacks) for item in value]
    if isinstance(value, Mapping):
        inner = words if isinstance(words, Mapping) else {}
        return {
            key: _overlay(child, value[key], inner.get(key), f"{path}.{key}", fallbacks)
            if (child := schemas.properties(node).get(key))
            else value[key]
            for key in value
        }
    return value


def exceptions(
    records: Sequence[Mapping[str, Any]], translation: Mapping[str, Any] | None
) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """The exceptions of local versions in the translation's words, and the paths that stay Chinese."""
    words = (translation or {}).get("exceptions", {})
    fallbacks: list[str] = []
    entry = schemas.items_by_id({"$ref": "common.json#/$defs/exceptions"}) or {}
    return [
        _overlay(entry, record, words.get(record["id"]), f"exceptions.{record['id']}", fallbacks) for record in records
    ], tuple(fallbacks)


def without(
    translation: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any], changes: Sequence[Pointer]
) -> dict[str, Any]:
    """A translation without the words of what a local version has changed (paths into ``after``).

    Words below a change are kept where their Chinese is still that of ``before``.
    """
    words = deepcopy(dict(translation))
    for change in changes:
        at: Any = words
        old: Any = before
        new: Any = after
        for part in change[:-1]:
            new = new[part]
            old = _inside(old, part)
            key = new["id"] if isinstance(part, int) else part
            at = at.get(key, {}) if isinstance(at, dict) else {}
        if isinstance(at, dict):
            last = change[-1]
            new, old = new[last], _inside(old, last)
            dropped = at.pop(new["id"] if isinstance(last, int) else last, None)
            if isinstance(dropped, dict) and isinstance(new, Mapping) and isinstance(old, Mapping):
                at[last] = {key: word for key, word in dropped.items() if new.get(key) == old.get(key)}
    return words


def _inside(value: Any, part: str | int) -> Any:
    if isinstance(value, Mapping):
        return value.get(str(part))
    return value[part] if isinstance(value, list) and isinstance(part, int) and part < len(value) else None


def combine(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Two translations, the second winning; lists of words that both have are joined."""
    merged = dict(first)
    for key, value in second.items():
        if isinstance(value, Mapping) and isinstance(merged.get(key), Mapping):
            merged[key] = combine(merged[key], value)
        elif isinstance(value, list) and isinstance(merged.get(key), list):
            merged[key] = [*merged[key], *value]
        elif key not in ("of", "base"):
            merged[key] = value
    return merged


def translation_record(status: str, of: str | None, latest: str | None, fallbacks: tuple[str, ...]) -> Translation:
    """The record that publishers see."""
    if status not in ("original", "current", "stale", "missing"):
        raise ValueError(status)
    return Translation(status, of, latest, fallbacks)  # type: ignore[arg-type]
