"""Each service in each language: the standard version and that of every region that has its own."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from ..load.sources import Sources
from ..model.place import Region
from ..model.service import Service
from . import inherit, translate


def standard(sources: Sources, lang: str) -> dict[str, Service]:
    """The standard version of every service, by id."""
    return {id_: _service(sources, id_, (), lang) for id_ in sources.of("service")}


def regional(sources: Sources, lang: str, regions: Mapping[str, Region]) -> dict[tuple[str, str], Service]:
    """The versions of regions with a local version of their own, by (region, service id)."""
    local = sources.local()
    found = {}
    for code, id_ in sorted(local):
        chain = tuple(region for region in regions[code].chain if (region, id_) in local)
        found[code, id_] = _service(sources, id_, chain, lang)
    return found


def layers(sources: Sources, id_: str, chain: tuple[str, ...]) -> Iterator[tuple[str, inherit.Merged]]:
    """The record after each region's local version, from the province down, with the region's code."""
    local = sources.local()
    data: Mapping[str, Any] = sources.of("service")[id_].data
    for region in chain:
        if (region, id_) in local:
            merged = inherit.merge(data, local[region, id_].data)
            data = merged.data
            yield region, merged


def _service(sources: Sources, id_: str, chain: tuple[str, ...], lang: str) -> Service:
    data: dict[str, Any] = sources.of("service")[id_].data
    document = None if lang == "zh" else sources.of("service", lang).get(id_)
    words: Mapping[str, Any] | None = document.data if document else None
    changed: dict[str, None] = {}
    local_words = sources.local(lang) if lang != "zh" else {}
    for region, merged in layers(sources, id_, chain):
        data = merged.data
        changed.update({_dotted(data, path): None for path in merged.changes})
        words = translate.without(words or {}, data, list(merged.changes))
        if (region, id_) in local_words:
            words = translate.combine(words, local_words[region, id_].data)
    record = {**data, "lang": lang, "differences": tuple(changed)}
    if chain:
        record |= {"region": chain[-1], "base": sources.local()[chain[-1], id_].data["base"]}
    if lang != "zh":
        status, of = translate.standing(data["revisions"], document.data if document else None)
        withhold = translate.CRITICAL if status == "stale" else frozenset()
        overlaid, fallbacks = translate.overlay("service", data, words, withhold)
        latest = data["revisions"][-1]["id"]
        record |= {**overlaid, "translation": translate.translation_record(status, of, latest, fallbacks)}
    return msgspec.convert(record, Service)


def _dotted(data: Mapping[str, Any], path: tuple[str | int, ...]) -> str:
    """A path into a record in words: list entries by their id."""
    value: Any = data
    parts = []
    for part in path:
        value = value[part]
        parts.append(value["id"] if isinstance(part, int) else part)
    return ".".join(str(part) for part in parts)
