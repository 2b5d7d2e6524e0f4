"""Reading the index: the query is analysed as the records were, and whole numbers are added.

``reader.js`` is the same in a browser, function by function; both must give the same results in the same order.
Only the standard library: whatever serves a release can search it.
"""

import itertools
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from . import analysis, buckets
from .place_reader import find_places

# A result with less than this part of the first one's score is left out.
FAINTEST = 3
# A word of the query shorter than this is not taken for a misspelt one.
SHORTEST_CORRECTED = 4
_KNOWN = re.compile("(.)(=.|[a-z ]+)")
# Kind, id, title, address below the language's root, line, score.
Row = tuple[str, str, str, str, str, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One result; ``url`` is a path from the root of the release, ``line`` says the most useful of it."""

    kind: str
    id: str
    title: str
    url: str
    line: str
    score: int
    lang: str


class Reader:
    """Searches an index whose files ``read`` gives by their path below ``search/``."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._current = json.loads(read("current.json"))

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages that can be searched."""
        return tuple(self._current["languages"])

    def search(self, query: str, lang: str, limit: int) -> list[Found]:
        """The best results in ``lang``, in another language if there are none; KeyError for an unknown one."""
        others = (other for other in self.languages if other != lang)
        for language in (lang, *others):
            folder = f"{self._current['hash']}/{language}"
            found = _Index(self._read, folder, self._current["languages"][language]["files"]).search(query, limit)
            if found:
                return [
                    Found(kind, id_, title, f"{language}/{address}", line, score, language)
                    for kind, id_, title, address, line, score in found
                ]
        return []


class _Index:
    """The index of one language."""

    def __init__(self, read: Callable[[str], bytes], folder: str, names: dict[str, str]) -> None:
        self._read = read
        self._folder = folder
        self._names = names
        self._files: dict[str, Any] = {}
        self._entries: dict[str, dict[str, list[tuple[int, int]]]] = {}

    def _file(self, file: str) -> Any:
        if file not in self._files:
            known = buckets.exists(self._names, file)
            self._files[file] = json.loads(self._read(f"{self._folder}/{file}.json")) if known else {}
        return self._files[file]

    def search(self, query: str, limit: int) -> list[Row]:
        """Rows, best first."""
        runs = [self._folded(run) for run in analysis.runs(analysis.normalise(query[: analysis.LONGEST]))]
        scores = self._documents(analysis.pieces(runs))
        best = max(scores.values(), default=0)
        kept = sorted((number for number in scores if scores[number] * FAINTEST >= best), key=lambda n: (-scores[n], n))
        rows = [(*self._file(buckets.document_file(n))[n % buckets.DOCUMENTS], scores[n]) for n in kept[:limit]]
        rows += find_places(runs, self._file)
        return sorted(rows, key=lambda row: -row[-1])[:limit]

    def _known(self, character: str) -> str:
        """Its sounds, or ``=`` and its simplified form, or nothing."""
        for found, said in _KNOWN.findall(self._file(buckets.known_file(character)) or ""):
            if found == character:
                return str(said)
        return ""

    def _folded(self, run: str) -> str:
        return "".join(map(self._simplified, run)) if analysis.is_han(run) else run

    def _simplified(self, character: str) -> str:
        """The character itself if terms begin with it: they are all in simplified characters."""
        if character in analysis.FILLERS or self._begins(character):
            return character
        said = self._known(character)
        return said[1:] if said.startswith("=") else character

    def _begins(self, character: str) -> bool:
        file, beginning, _ = buckets.term_key(character)
        return beginning in self._file(file)

    def _documents(self, pieces: list[str]) -> dict[int, int]:
        """The sum of impacts by document. Single characters add to it, but alone they find nothing."""
        han = list(dict.fromkeys(piece for piece in pieces if analysis.is_han(piece)))
        latin = list(dict.fromkeys(piece for piece in pieces if not analysis.is_han(piece)))
        whole = [analysis.whole(" ".join(pieces))] if pieces else []
        scores: dict[int, int] = {}
        for term in dict.fromkeys([*whole, *self._grams(han), *self._words(latin), *self._typed(pieces)]):
            for number, impact in self._postings(term):
                scores[number] = scores.get(number, 0) + impact
        alone = not latin and all(len(run) == 1 for run in han)
        for character in dict.fromkeys("".join(han)):
            for number, impact in self._postings(character):
                if alone or number in scores:
                    scores[number] = scores.get(number, 0) + impact
        return scores

    def _postings(self, term: str) -> list[tuple[int, int]]:
        """Documents with their impacts; none for a stop word."""
        _, _, rest = buckets.term_key(term)
        return self._below(term).get(rest, [])

    def _has(self, term: str) -> bool:
        _, _, rest = buckets.term_key(term)
        return rest in self._below(term)

    def _below(self, term: str) -> dict[str, list[tuple[int, int]]]:
        """The entries of a term's beginning."""
        file, beginning, _ = buckets.term_key(term)
        key = f"{file} {beginning}"
        if key not in self._entries:
            self._entries[key] = buckets.read(self._file(file).get(beginning, ""))
        return self._entries[key]

    def _grams(self, pieces: Iterable[str]) -> Iterator[str]:
        """Grams of Chinese. A wrong character makes the two pairs around it unknown, one if it is the first or last of
        its piece: those are taken for a slip, where a character was left out or sounds like the right one. A single
        pair within is where two known words meet, and more in a row are about something else."""
        for piece in pieces:
            pairs = list(analysis.pairs(piece))
            yield from (pair for pair in pairs if self._has(pair))
            for pair in _slips([self._has(pair) for pair in pairs], pairs):
                yield f"{pair[0]}_{pair[1]}"
                yield from (f"{a} {b}" for a in self._known(pair[0]).split() for b in self._known(pair[1]).split())
            yield from analysis.gaps(piece)

    def _words(self, words: Iterable[str]) -> Iterator[str]:
        """Stems of Latin words, what follows each other of them, and the words that an unknown one may have meant."""
        stems = [stem for stem in map(analysis.stem, words) if not self._has(stem) or self._postings(stem)]
        yield from analysis.neighbours(stems)
        for stem in stems:
            yield stem
            if len(stem) >= SHORTEST_CORRECTED and not self._has(stem):
                for variant in (stem, *analysis.deletions(stem)):
                    meant = self._file(buckets.variant_file(variant)).get(variant, "").split()
                    yield from (word for word in meant if analysis.one_slip_apart(stem, word))

    def _typed(self, pieces: Iterable[str]) -> Iterator[str]:
        """Latin words as initials or as pinyin, whatever spaces are between them."""
        if "syllables" not in self._names:
            return
        for is_han, together in itertools.groupby(pieces, analysis.is_han):
            letters = "".join(together)
            if letters.isalpha() and not is_han:
                yield f"@{letters}"
                yield from typed_sounds(letters, self._syllables)

    @cached_property
    def _syllables(self) -> frozenset[str]:
        return frozenset(self._file("syllables").split(" "))


def _slips(known: Sequence[bool], pairs: Sequence[str]) -> Iterator[str]:
    """The pairs that one wrong character made unknown."""
    at = 0
    for is_known, together in itertools.groupby(known):
        start, at = at, at + len(list(together))
        if not is_known and (at - start == 2 or (at - start == 1 and (start == 0 or at == len(pairs)))):
            yield from pairs[start:at]


def typed_sounds(letters: str, syllables: Collection[str]) -> list[str]:
    """The two-syllable sounds of pinyin written together, in every way to divide it; ``xian`` is 先 and 西安.

    Up to two letters at the end may be the beginning of a syllable not yet typed.
    """
    ends = [
        [end for end in range(start + 1, min(start + 6, len(letters)) + 1) if letters[start:end] in syllables]
        for start in range(len(letters))
    ]
    reached = {0}
    for start, found in enumerate(ends):
        if start in reached:
            reached.update(found)
    last = max(reached)
    if len(letters) - last > 2:
        return []
    leading = {last}
    for start in range(last - 1, -1, -1):
        if leading.intersection(ends[start]):
            leading.add(start)
    cuts = sorted(reached & leading - {last})
    sounds = [
        f"{analysis.plain(letters[start:middle])} {analysis.plain(letters[middle:end])}"
        for start in cuts
        for middle in ends[start]
        if middle in leading and middle != last
        for end in ends[middle]
        if end in leading
    ]
    return list(dict.fromkeys(sounds))
