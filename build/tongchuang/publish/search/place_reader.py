"""Finding places and regions in the dictionary (see ``places``): by a name or its beginning, or by region and name."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from .analysis import is_han, plain
from .buckets import PLACE_CLASSES, class_of, place_file

# As many places as are shown for one query, and how long a name may be, in letters or with Chinese characters.
SHOWN = 50
LONGEST, LONGEST_HAN = 30, 12
# Scores of a whole name and of a beginning, and what is added when the region above it was named too.
WHOLE, BEGINNING, BELOW = 600, 160, 600
# The least of a name on either side of where a run is divided, in letters and in Chinese characters.
SHORTEST, SHORTEST_HAN = 4, 2
# Classes of beginnings of regions' names.
REGION_CLASSES = 512
# As many regions of a name as are looked into: each costs a file.
MOST_REGIONS = 3
# Digits of a county's code, which a province or city fills up with noughts, and of a township's.
COUNTY, TOWNSHIP = 6, 9
# Code, score and entry of a place.
Candidate = tuple[str, int, Any]
Files = Callable[[str], Any]


def rank(code: str) -> tuple[int, str]:
    """Sorts by tier, then by code: the city's is the lowest of its counties'."""
    return len(code), code


def below(code: str) -> str:
    """How the codes of all that lies in a region begin: those of cities and provinces end with noughts."""
    return code.removesuffix("00").removesuffix("00") if len(code) == COUNTY else code


def regions_file(name: str) -> str:
    """The file of the regions called so, by the class of the first character or letters."""
    return f"r/{class_of(name[: SHORTEST_HAN if is_han(name) else SHORTEST], REGION_CLASSES)}"


def inside_file(region: str, script: str, part: int) -> str:
    """The file of a part of what lies in a county or city: by the Chinese names (``h``) or those in letters (``a``)."""
    return f"p/in-{region}-{script}{part}"


def find_places(runs: Sequence[str], file: Files) -> list[tuple[str, str, str, str, str, int]]:
    """Rows of results for the runs of a query, best first, then by rank.

    Scores grow with the query, as those of documents do: by the pairs of characters, or the Latin words.
    """
    parts = [plain(run) for run in runs]
    typed = "".join(parts)
    size = sum(len(run) - 1 if is_han(run) else 1 for run in runs) or 1
    if not typed or len(typed) > (LONGEST_HAN if any(map(is_han, runs)) else LONGEST):
        return []
    found: dict[str, tuple[int, Any]] = {}
    for code, score, entry in _candidates(parts, file):
        if code not in found or found[code][0] < score * size:
            found[code] = score * size, entry
    ordered = sorted(found, key=lambda code: (-found[code][0], rank(code)))[:SHOWN]
    return [_row(code, *found[code]) for code in ordered]


def _row(code: str, score: int, entry: Sequence[str]) -> tuple[str, str, str, str, str, int]:
    """A region's entry ends with the address of its page, a place's does not tell it."""
    name, line, *page = entry
    return (
        ("region", code, name, page[0], line, score) if page else ("place", code, name, f"places/{code}/", line, score)
    )


def _candidates(parts: Sequence[str], file: Files) -> Iterator[Candidate]:
    """Places called as the parts together; and, where the parts can be divided, those of a region and a name.

    Parts are divided between them, and the region may come last where none came first; a single one is divided anywhere,
    and it is first.
    """
    typed = "".join(parts)
    yield from _called(_node(typed, file), typed)
    if len(parts) == 1:
        least = SHORTEST_HAN if is_han(typed) else SHORTEST
        for cut in range(least, len(typed) - least + 1):
            yield from _inside(typed[:cut], typed[cut:], file)
    halves = [("".join(parts[:cut]), "".join(parts[cut:])) for cut in range(1, len(parts))]
    yield from [found for first, last in halves for found in _inside(first, last, file)] or (
        found for first, last in halves for found in _inside(last, first, file)
    )


def _called(node: Any, name: str) -> Iterator[Candidate]:
    """What a file has whose key begins with ``name``."""
    for text, bare, at in node["keys"]:
        if text.startswith(name):
            code, *entry = node["places"][at]
            yield code, WHOLE if len(name) in (len(text), bare) else BEGINNING, entry


def _inside(region: str, name: str, file: Files) -> Iterator[Candidate]:
    """What is called ``name`` in the regions called ``region``: counties and cities, townships if there are none."""
    called = [found for found in file(regions_file(region)) or () if found[0] == region]
    for _, code, *counts in called[:MOST_REGIONS]:
        script, count = ("h", counts[0]) if is_han(name) else ("a", counts[1])
        if count and len(code) == len(called[0][1]):
            inside = file(inside_file(code[:COUNTY], script, ord(name[0]) % count))
            for candidate, score, entry in _called(inside, name):
                if candidate.startswith(below(code)) and candidate != code:
                    yield candidate, score + BELOW, entry


def _node(text: str, file: Files) -> Any:
    """The file that holds the keys beginning with ``text``, or the first of them."""
    path: tuple[int, ...] = (ord(text[0]) % PLACE_CLASSES,)
    node = file(place_file(path)) or EMPTY
    split = node["split"]
    for character in text[1:]:
        if split:
            parts, below = split
            path = (*path, ord(character) % parts)
            split = below.get(str(path[-1]))
    return node if len(path) == 1 else file(place_file(path))


EMPTY: Any = {"keys": [], "places": [], "split": None}
