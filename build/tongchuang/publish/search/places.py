"""The dictionary of places, and of regions that have a page and no place: what people type of a name, in files small
enough for a phone, for one city's network as for all 662,000 places of the country.

A key is the short name in the language (``阳明镇``, ``yangmingtown``), its pinyin in each combination of
readings, or its initials, written together and as accents say it. A key falls into one of 256 files by its
first character. A file that grows too long keeps the first places of each beginning for its own depth, and
its keys move to so many files, by their next character. The first file tells how all below it are split, so that
the second one loaded is the right one: 新村 takes two files, not five, of the whole country.

What lies in a county is in files of its own as well, for those who type the county too; so are a city's counties
and townships, and a province's cities and counties: so many files for what is typed in letters, so many for Chinese.
What regions are called is in files (``r/``) by their first characters.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...catalogue import View
from ...model.place import Place, Region
from ..address import address
from ..words import Words
from . import sound
from .analysis import is_han, normalise, plain, runs
from .buckets import PLACE_CLASSES, place_file
from .characters import fold
from .place_reader import COUNTY, SHOWN, TOWNSHIP, inside_file, rank, regions_file

# As many keys as a file holds before it is split, how many files it is split into for so many keys, and as many mere
# beginnings of names as it keeps of each then.
MOST_KEYS = 80
FINER = 2
FEW = 10
# A file has the names of all provinces, cities and counties, and townships until it has so many.
MOST_CALLED = 100
# As many keys as a file of what lies in a region holds on average: up to three of them are loaded at once.
MOST_INSIDE = 40
# What may be left out at the end of a name, in the national table and in its English.
_UNITS = ("社区", "街道", "自治州", "自治县", "镇", "乡", "村", "县", "区", "市", "省")
_ENGLISH_UNITS = frozenset(
    {"community", "subdistrict", "town", "township", "village", "county", "district", "city", "prefecture", "province"}
)


# Into how many files one is split, and how those of them are split that are.
Split = list[Any] | None


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
    entries = {code: [place.name, _line(place, view, words)] for code, place in current.items()}
    entries |= {code: [area.short, _above(area, view), address("region", code)] for code, area in areas.items()}
    ordered = [key for code in sorted(shown, key=rank) for key in typed[code]]
    inside = _inside(ordered)
    parts = {code: (_parts(han), _parts(latin)) for code, (han, latin) in inside.items()}
    dictionary = _Dictionary(entries)
    made = dictionary.files(ordered) | _region_files(ordered, parts)
    for code, scripts in sorted(inside.items()):
        for script, keys, count in zip("ha", scripts, parts[code], strict=True):
            divided = enumerate(_divided(keys, 0, count))
            made |= {inside_file(code, script, part): dictionary.file(found) for part, found in divided}
    return made


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


def _line(place: Place, view: View, words: Words) -> str:
    """The city, county and township that a place lies in, and that nobody confirmed it."""
    way = " ".join(view.regions[code].short for code in place.region.chain[2:-1])
    unconfirmed = "" if place.confirmed_on else words("unconfirmed")
    return words("search.join").join(part for part in (way, unconfirmed) if part)


def _above(area: Region, view: View) -> str:
    """The regions that an area lies in, the nearest first."""
    return " ".join(view.regions[code].short for code in reversed(area.chain[1:-1]))


def _inside(keys: Iterable[Key]) -> dict[str, tuple[list[Key], list[Key]]]:
    """The keys of what lies in each region, in Chinese and in letters."""
    found: dict[str, tuple[list[Key], list[Key]]] = defaultdict(lambda: ([], []))
    for key in keys:
        for region in _regions(key.code):
            found[region][not is_han(key.text)].append(key)
    return found


def _region_files(keys: Iterable[Key], parts: Mapping[str, tuple[int, int]]) -> dict[str, list[Any]]:
    """What each region may be called, with and without the unit, its code, and how many files of what lies in it."""
    files: dict[str, dict[tuple[str, str], list[Any]]] = defaultdict(dict)
    for key in keys:
        if len(key.code) <= TOWNSHIP and key.code[:COUNTY] in parts:
            for form in (key.text, key.text[: key.bare]):
                named = files[regions_file(form)]
                if len(key.code) == COUNTY or len(named) < MOST_CALLED:
                    named[form, key.code] = [form, key.code, *parts[key.code[:COUNTY]]]
    return {file: list(named.values()) for file, named in sorted(files.items())}


def _apart(points: Sequence[int], parts: int) -> int:
    """The least number from ``parts`` on that gives each code point a part of its own: each fills one by itself."""
    while len({point % parts for point in points}) < len(points):
        parts += 1
    return parts


def _parts(keys: Sequence[Key]) -> int:
    """How many files keys are divided into."""
    return -(-len(keys) // MOST_INSIDE)


def _regions(code: str) -> list[str]:
    """The county of a township or village; the city of what isn't a village; the province of cities and counties."""
    city, province = f"{code[:4]}00", f"{code[:2]}0000"
    found = [code[:COUNTY]] if len(code) > COUNTY else []
    found += [city] if len(code) <= TOWNSHIP else []
    found += [province] if len(code) == COUNTY else []
    return [region for region in dict.fromkeys(found) if region != code]


@dataclass(frozen=True, slots=True)
class _Dictionary:
    """What makes files of keys: the entry of each code."""

    entries: Mapping[str, Sequence[str]]

    def file(self, keys: Sequence[Key]) -> dict[str, Any]:
        """A file of keys: what is typed, its length without the unit, and which of the file's places it is."""
        codes = {key.code: at for at, key in enumerate({key.code: key for key in keys}.values())}
        return {
            "keys": [[key.text, key.bare, codes[key.code]] for key in keys],
            "places": [[code, *self.entries[code]] for code in codes],
        }

    def files(self, keys: Sequence[Key]) -> dict[str, Any]:
        """The files of keys that are in order of rank; each first one tells how those below it are split."""
        files: dict[str, Any] = {}
        for class_, found in enumerate(_divided(keys, 0, PLACE_CLASSES)):
            if found:
                split = self._split(found, (class_,), files)
                files[place_file((class_,))]["split"] = split
        return files

    def _split(self, keys: Sequence[Key], path: tuple[int, ...], files: dict[str, Any]) -> Split:
        """Puts the file of a path with these keys into ``files``, and those below it."""
        depth = len(path)
        if len(keys) <= MOST_KEYS:
            files[place_file(path)] = self.file(keys)
            return None
        files[place_file(path)] = self.file(_first(keys, depth))
        nexts = Counter(key.text[depth] for key in keys if len(key.text) > depth)
        if not nexts:
            return None
        parts = _apart(
            [ord(next_) for next_ in nexts if nexts[next_] > MOST_KEYS], min(len(nexts), FINER * len(keys) // MOST_KEYS)
        )
        below = [self._split(found, (*path, part), files) for part, found in enumerate(_divided(keys, depth, parts))]
        return [parts, {str(part): split for part, split in enumerate(below) if split}]


def _divided(keys: Iterable[Key], depth: int, parts: int) -> list[list[Key]]:
    """The keys longer than ``depth``, divided into so many by the character there."""
    divided: list[list[Key]] = [[] for _ in range(parts)]
    for key in keys:
        if parts and len(key.text) > depth:
            divided[ord(key.text[depth]) % parts].append(key)
    return divided


def _first(keys: Sequence[Key], depth: int) -> list[Key]:
    """The first places of each beginning of ``depth`` characters: those that are called so, a few called longer."""
    left: dict[tuple[str, bool], int] = {}
    kept = []
    for key in keys:
        kind = key.text[:depth], depth in (key.bare, len(key.text))
        left[kind] = left.get(kind, SHOWN if kind[1] else FEW) - 1
        if left[kind] >= 0:
            kept.append(key)
    return kept
