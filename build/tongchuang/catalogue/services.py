"""Each service in each language: the standard version and that of every region that has its own."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from ..load.sources import Pointer, Sources
from ..model.place import Region
from ..model.service import Service
from . import inherit, translate
from .merged import Merged, covered


def standard(sources: Sources, lang: str) -> dict[str, Service]:
    """The standard version of every service, by id."""
    return {id_: _service(sources, id_, (), lang) for id_ in sources.of("service")}


def regional(sources: Sources, lang: str, regions: Mapping[str, Region], as_of: date) -> dict[tuple[str, str], Service]:
    """The versions of regions with a local version of their own, by (region, service id)."""
    local = sources.local()
    found = {}
    for code, id_ in sorted(local):
        chain = tuple(region for region in regions[code].chain if (region, id_) in local)
        found[code, id_] = _service(sources, id_, tuple(layers(sources, id_, chain, as_of)), lang)
    return found


def layers(sources: Sources, id_: str, chain: tuple[str, ...], as_of: date) -> Iterator[tuple[str, Merged]]:
    """The record after each region's local version, from the province down, with the region's code."""
    local = sources.local()
    data: Mapping[str, Any] = sources.of("service")[id_].data
    for region in chain:
        if (region, id_) in local:
            merged = inherit.merge(data, local[region, id_].data, region, as_of)
            data = merged.data
            yield region, merged


def _service(sources: Sources, id_: str, versions: tuple[tuple[str, Merged], ...], lang: str) -> Service:
    data: dict[str, Any] = sources.of("service")[id_].data
    document = None if lang == "zh" else sources.of("service", lang).get(id_)
    words: Mapping[str, Any] | None = document.data if document else None
    local_words = sources.local(lang) if lang != "zh" else {}
    changed: dict[Pointer, str] = {}
    exceptions: list[dict[str, Any]] = []
    for region, merged in versions:
        before, data = data, merged.data
        changed = {
            old: name for old, name in changed.items() if old in merged.changes or not covered(old, merged.changes)
        }
        changed |= {path: _dotted(data, path) for path in merged.changes}
        exceptions += [_exception(data, region, exception, paths) for exception, paths in merged.exceptions]
        words = translate.without(words or {}, before, data, list(merged.changes))
        if (region, id_) in local_words:
            words = translate.combine(words, local_words[region, id_].data)
    record = {
        **data,
        "lang": lang,
        "region": versions[-1][0] if versions else None,
        "base": sources.local()[versions[-1][0], id_].data["base"] if versions else None,
        "differences": tuple(dict.fromkeys(changed.values())),
    }
    if lang != "zh":
        status, of = translate.standing(data["revisions"], document.data if document else None)
        withhold = translate.CRITICAL if status == "stale" else frozenset()
        overlaid, fallbacks = translate.overlay("service", data, words, withhold)
        exceptions, more = translate.exceptions(exceptions, words)
        latest = data["revisions"][-1]["id"]
        record |= {**overlaid, "translation": translate.translation_record(status, of, latest, (*fallbacks, *more))}
    return msgspec.convert({**record, "exceptions": exceptions}, Service)


def _exception(
    data: Mapping[str, Any], region: str, exception: Mapping[str, Any], paths: tuple[Pointer, ...]
) -> dict[str, Any]:
    """The record of an exception: what it changed in place of what it set."""
    kept = {key: value for key, value in exception.items() if key != "set"}
    return {**kept, "region": region, "fields": tuple(_dotted(data, path) for path in paths)}


def _dotted(data: Mapping[str, Any], path: Pointer) -> str:
    """A path into a record in words: list entries by their id."""
    value: Any = data
    parts = []
    for part in path:
        value = value[part]
        parts.append(value["id"] if isinstance(part, int) else part)
    return ".".join(str(part) for part in parts)
