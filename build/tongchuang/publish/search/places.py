"""The dictionary of places, and of regions that have a page and no place: what people type of a name, in files small
enough for a phone.

A key is the short name in the language (``阳明镇``, ``yangmingtown``), its pinyin in each combination of
readings, or its initials, written together and as accents say it. A key falls into one of 256 files by its
first character. A file that grows too long keeps the first places of each beginning for its own depth, and
its keys move to files of their next character.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...catalogue import View
from ...model.place import Place, Region
from ..address import address
from ..words import Words
from . import sound
from .analysis import normalise, plain, runs
from .buckets import PLACE_CLASSES, place_file
from .characters import fold
from .place_reader import SHOWN, above, rank

# As many keys as a file holds before it is split.
MOST_KEYS = 400
# What may be left out at the end of a name, in the national table and in its English.
_UNITS = ("社区", "街道", "自治州", "自治县", "镇", "乡", "村", "县", "区", "市", "省")
_ENGLISH_UNITS = frozenset(
    {"community", "subdistrict", "town", "township", "village", "county", "district", "city", "prefecture", "province"}
)


@dataclass(frozen=True, slots=True)
class Key:
    """One way to type a place's name; ``bare`` is its length without the unit (镇, town)."""

    text: str
    bare: int
    code: str


def files(view: View, chinese: View, words: Words) -> dict[str, Any]:
    """The dictionary's files of a view by name; ``chinese`` is the same in Chinese.

    A place that was merged is not shown: its name leads to the place that it became part of. An entry is what a result
    shows, its name and a line, and for a region the address of its page.
    """
    places = view.places
    current = {code: place for code, place in places.items() if not place.withdrawn}
    areas = {code: region for code, region in view.areas.items() if code not in places}
    shown = {code: place.region for code, place in current.items()} | areas
    typed = {code: list(_keys(region, chinese.regions[code])) for code, region in shown.items()}
    for code, place in places.items():
        now = _now(place, places)
        if code not in current and now in current:
            typed[now] += [Key(key.text, key.bare, now) for key in _keys(place.region, chinese.regions[code])]
    entries = {code: [place.name, _line(place, places, words)] for code, place in current.items()}
    entries |= {code: [area.short, _above(area, view), address("region", code)] for code, area in areas.items()}
    ordered = [key for code in sorted(shown, key=rank) for key in typed[code]]
    spelled = {code: [key.text for key in found] for code, found in typed.items()}
    return dict(_split(ordered, (), entries, spelled))


def _now(place: Place, places: Mapping[str, Place]) -> str:
    """The code of what a withdrawn place became in the end, or its own."""
    while place.withdrawn and (after := places.get(place.withdrawn.replaced_by or "")):
        place = after
    return place.code


def _keys(region: Region, original: Region) -> Iterator[Key]:
    chinese = "".join(runs(fold(normalise(original.short))))
    unit = next((unit for unit in _UNITS if chinese.endswith(unit) and len(chinese) > len(unit) + 1), "")
    bare = len(chinese) - len(unit)
    found = dict([_own_key(region, unit)])
    for syllables in sound.combinations(chinese):
        whole, short = ("".join(part) for part in (syllables, syllables[:bare]))
        found.setdefault(plain(whole), len(plain(short)))
        found.setdefault("".join(syllable[:1] for syllable in syllables), bare)
    return (Key(text, length, region.code) for text, length in found.items() if text)


def _own_key(region: Region, unit: str) -> tuple[str, int]:
    """The short name in the region's language, and its length without the unit."""
    parts = runs(fold(normalise(region.short)))
    text = plain("".join(parts))
    if len(parts) > 1 and parts[-1] in _ENGLISH_UNITS:
        return text, len(plain("".join(parts[:-1])))
    return text, len(text) - len(unit) if text.endswith(unit) else len(text)


def _line(place: Place, places: Mapping[str, Place], words: Words) -> str:
    way = " ".join(places[code].region.short for code in reversed(above(place.code)) if code in places)
    unconfirmed = "" if place.confirmed_on else words("unconfirmed")
    return words("search.join").join(part for part in (way, unconfirmed) if part)


def _above(area: Region, view: View) -> str:
    """The regions that an area lies in, the nearest first."""
    return " ".join(view.regions[code].short for code in reversed(area.chain[1:-1]))


def _split(
    keys: Sequence[Key], path: tuple[int, ...], entries: Mapping[str, Any], spelled: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Any]]:
    """The files below ``path`` (classes of the first characters) with these keys, in order of rank."""
    depth = len(path)
    below: dict[int, list[Key]] = defaultdict(list)
    if not path or len(keys) > MOST_KEYS:
        for key in keys:
            if len(key.text) > depth:
                below[ord(key.text[depth]) % PLACE_CLASSES].append(key)
    for class_, longer in sorted(below.items()):
        yield from _split(longer, (*path, class_), entries, spelled)
    if path:
        kept = _first(keys, depth) if below else keys
        codes = sorted({key.code for key in kept}, key=rank)
        parents = sorted({parent for code in codes for parent in above(code) if parent in spelled}, key=rank)
        yield (
            place_file(path),
            {
                "keys": [[key.text, key.bare, key.code] for key in kept],
                "places": {code: entries[code] for code in codes},
                "above": {code: spelled[code] for code in parents},
                "split": sorted(below),
            },
        )


def _first(keys: Sequence[Key], depth: int) -> list[Key]:
    """The first places of each beginning of ``depth`` characters."""
    shown: dict[str, int] = defaultdict(int)
    kept = []
    for key in keys:
        shown[key.text[:depth]] += 1
        if shown[key.text[:depth]] <= SHOWN:
            kept.append(key)
    return kept
