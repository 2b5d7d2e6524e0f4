"""Finding places and regions in the dictionary (see ``places``): by a name or its beginning, or by region and name."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from .analysis import is_han, plain
from .buckets import PLACE_CLASSES, place_file

# As many places as are shown for one query, and how long a name may be, in letters or with Chinese characters.
SHOWN = 50
LONGEST, LONGEST_HAN = 30, 12
# Scores of a whole name and of a beginning, and what is added when the region above it was named too.
WHOLE, BEGINNING, BELOW = 600, 160, 600


def rank(code: str) -> tuple[int, str]:
    """Sorts by tier, then by code: the city's is the lowest of its counties'."""
    return len(code), code


def above(code: str) -> list[str]:
    """The codes of the township, county and city above a place, the nearest first; codes are nested."""
    found = [code[:9], code[:6], f"{code[:4]}00"]
    return [parent for parent in found if len(parent) < len(code) or (parent != code and len(code) == 6)]


def find_places(runs: Sequence[str], file: Callable[[str], Any]) -> list[tuple[str, str, str, str, str, int]]:
    """Rows of results for the runs of a query, best first, then by rank.

    Scores grow with the query, as those of documents do: by the pairs of characters, or the Latin words.
    """
    typed = plain("".join(runs))
    size = sum(len(run) - 1 if is_han(run) else 1 for run in runs) or 1
    if not typed or len(typed) > (LONGEST_HAN if any(map(is_han, runs)) else LONGEST):
        return []
    found: dict[str, tuple[int, Any]] = {}
    for code, score, entry in _candidates(typed, file):
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


def _candidates(typed: str, file: Callable[[str], Any]) -> Iterator[tuple[str, int, Any]]:
    yield from _matches(typed, "", file)
    for cut in range(2, len(typed) - 1):
        head, tail = typed[:cut], typed[cut:]
        if any(text.startswith(head) and len(head) in (len(text), bare) for text, bare, _ in _node(head, file)["keys"]):
            yield from _matches(tail, head, file)
            yield from _matches(head, tail, file)


def _matches(name: str, region: str, file: Callable[[str], Any]) -> Iterator[tuple[str, int, Any]]:
    """Code, score and entry of each place whose key begins with ``name``, below a region that begins so."""
    node = _node(name, file)
    for text, bare, code in node["keys"]:
        if text.startswith(name) and _lies_below(code, region, node["above"]):
            score = WHOLE if len(name) in (len(text), bare) else BEGINNING
            yield code, score + (BELOW if region else 0), node["places"][code]


def _lies_below(code: str, region: str, spelled: dict[str, list[str]]) -> bool:
    return not region or any(key.startswith(region) for parent in above(code) for key in spelled.get(parent, ()))


def _node(text: str, file: Callable[[str], Any]) -> Any:
    """The file that holds the keys beginning with ``text``, or the first of them."""
    node: Any = {"split": [ord(text[0]) % PLACE_CLASSES]}
    path: tuple[int, ...] = ()
    while len(path) < len(text) and node["split"]:
        class_ = ord(text[len(path)]) % PLACE_CLASSES
        if class_ not in node["split"]:
            return _EMPTY
        path = (*path, class_)
        node = file(place_file(path)) or _EMPTY
    return node


_EMPTY: Any = {"keys": [], "places": {}, "above": {}, "split": []}
