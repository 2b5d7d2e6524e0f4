"""Reading the index: the query is analysed as the records were, and whole numbers are added.

``reader.js`` is the same in a browser, function by function; both must give the same results in the same order.
Only the standard library: whatever serves a release can search it.
"""

import itertools
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from . import analysis, buckets
from .place_reader import find_places

# A result with less than this part of the first one's score is left out.
FAINTEST = 8
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
        self._names = {kind: frozenset(listed.split(" ")) for kind, listed in names.items()}
        self._files: dict[str, Any] = {}

    def _file(self, file: str) -> Any:
        folder, _, name = file.partition("/")
        if file not in self._files:
            listed = name in self._names.get(folder, ())
            self._files[file] = json.loads(self._read(f"{self._folder}/{file}.json")) if listed else {}
        return self._files[file]

    def search(self, query: str, limit: int) -> list[Row]:
        """Rows, best first."""
        runs = [self._folded(run) for run in analysis.runs(analysis.normalise(query[: analysis.LONGEST]))]
        scores = self._documents(runs)
        best = max(scores.values(), default=0)
        kept = sorted((number for number in scores if scores[number] * FAINTEST >= best), key=lambda n: (-scores[n], n))
        rows = [(*self._file(buckets.document_file(n))[n % buckets.DOCUMENTS], scores[n]) for n in kept[:limit]]
        rows += find_places(runs, self._file)
        return sorted(rows, key=lambda row: -row[-1])[:limit]

    def _known(self, character: str) -> str:
        """Its sounds, or ``=`` and its simplified form, or nothing."""
        for found, said in _KNOWN.findall(self._file(buckets.term_file(character)).get("", "")):
            if found == character:
                return str(said)
        return ""

    def _folded(self, run: str) -> str:
        if not analysis.is_han(run):
            return run
        known = [(character, self._known(character)) for character in run]
        return "".join(said[1:] if said.startswith("=") else character for character, said in known)

    def _documents(self, runs: list[str]) -> dict[int, int]:
        """The sum of impacts by document. Single characters add to it, but alone they find nothing."""
        han = list(dict.fromkeys(run for run in runs if analysis.is_han(run)))
        latin = list(dict.fromkeys(run for run in runs if not analysis.is_han(run)))
        whole = [analysis.whole(" ".join(runs))] if runs else []
        scores: dict[int, int] = {}
        for term in dict.fromkeys([*whole, *self._grams(han), *self._words(latin), *self._typed(runs)]):
            for number, impact in self._postings(term):
                scores[number] = scores.get(number, 0) + impact
        alone = not latin and all(len(run) == 1 for run in han)
        for character in dict.fromkeys("".join(han)):
            for number, impact in self._postings(character):
                if alone or number in scores:
                    scores[number] = scores.get(number, 0) + impact
        return scores

    def _postings(self, term: str) -> Iterator[tuple[int, int]]:
        """Documents with their impacts."""
        flat = self._file(buckets.term_file(term)).get(term, ())
        return zip(flat[::2], flat[1::2], strict=True)

    def _has(self, term: str) -> bool:
        return term in self._file(buckets.term_file(term))

    def _grams(self, runs: Iterable[str]) -> Iterator[str]:
        """Grams of Chinese. One that no record has is taken for a slip: a character left out, or two that
        sound like the right ones."""
        for run in runs:
            for pair in analysis.pairs(run):
                if self._has(pair):
                    yield pair
                    continue
                first, second = pair[0], pair[1]
                yield f"{first}_{second}"
                yield from (f"{a} {b}" for a in self._known(first).split() for b in self._known(second).split())
            yield from analysis.gaps(run)

    def _words(self, words: Iterable[str]) -> Iterator[str]:
        """Stems of Latin words, and of the words that an unknown one may have meant."""
        for stem in map(analysis.stem, words):
            yield stem
            if len(stem) >= SHORTEST_CORRECTED and not self._has(stem):
                for variant in (stem, *analysis.deletions(stem)):
                    meant = self._file(buckets.variant_file(variant)).get(variant, "").split()
                    yield from (word for word in meant if analysis.one_slip_apart(stem, word))

    def _typed(self, runs: Iterable[str]) -> Iterator[str]:
        """Latin words as initials or as pinyin, whatever spaces are between them."""
        if "syllables" not in self._names:
            return
        for is_han, together in itertools.groupby(runs, analysis.is_han):
            letters = "".join(together)
            if letters.isalpha() and not is_han:
                yield f"@{letters}"
                yield from typed_sounds(letters, self._syllables)

    @cached_property
    def _syllables(self) -> frozenset[str]:
        return frozenset(self._file("syllables").split(" "))


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
