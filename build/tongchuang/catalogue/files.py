"""Records that are a file each: points, routing, papers, targets, partners, rates, calendars and the like."""

from typing import TypeVar

import msgspec

from ..load.sources import Kind, Sources
from . import translate

Record = TypeVar("Record")


def records(sources: Sources, kind: Kind, lang: str, record: type[Record]) -> dict[str, Record]:
    """The records of a kind by the name of their file, in the words of ``lang`` where they are translated."""
    words = {} if lang == "zh" else sources.of(kind, lang)
    found = {}
    for key, document in sorted(sources.of(kind).items()):
        translation = words.get(key)
        data, _ = translate.overlay(kind, document.data, translation.data if translation else None)
        found[key] = msgspec.convert(data, record)
    return found
