"""Reading the index: the query is analysed as the records were, and whole numbers are added.

``reader.js`` is the same in a browser, function by function; both must give the same results in the same order.
Only the standard library: whatever serves a release can search it.
"""

import itertools
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from . import analysis, buckets
from .place_reader import find_places

# A document with less than half of the first one's score is left out, after so many.
FAINTEST, FEWEST = 2, 3
# A word of the query shorter than this is not taken for a misspelt one.
SHORTEST_CORRECTED = 4
# Files of a language, and beginnings of terms, that are kept once they were parsed: all of a hub's index, a part of
# a country's places.
KEPT = 4096
# As many ways as are tried to write a misspelt query, or to say one in Chinese.
MOST_WAYS = 8
_SOUND = re.compile("[a-z]+")
# The last part of an address, without what closes it.
_ID = re.compile("[^/#]+(?=/?$)")
# Kind, id, title, address below the language's root, line, score, summary.
Row = tuple[str, str, str, str, str, int, str]


@dataclass(frozen=True, slots=True)
class Found:
    """One result; ``url`` is a path from the root of the release, ``line`` says the most useful of it, ``summary`` what
    it is if ``line`` doesn't."""

    kind: str
    id: str
    title: str
    url: str
    line: str
    score: int
    lang: str
    summary: str = ""


class OtherFormat(OSError):
    """The index was made by a version of the program whose files are written otherwise."""


class Reader:
    """Searches an index whose files ``read`` gives by their path below ``search/``; what it has read, it keeps.

    OtherFormat if it can't.
    """

    def __init__(self, read: Callable[[str], bytes]) -> None:
        current = json.loads(read("current.json"))
        if (found := current.get("format")) != buckets.FORMAT:
            raise OtherFormat(f"the search index has format {found}, this program reads {buckets.FORMAT}")
        self._indexes = {
            lang: _Index(read, f"{current['hash']}/{lang}", told["files"])
            for lang, told in current["languages"].items()
        }

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages that can be searched."""
        return tuple(self._indexes)

    def search(self, query: str, lang: str, limit: int) -> list[Found]:
        """The best results in ``lang``, in another language if there are none; KeyError for an unknown one."""
        others = (other for other in self.languages if other != lang)
        for language in (lang, *others):
            if found := self._indexes[language].search(query, limit):
                return [
                    Found(kind, id_, title, f"{language}/{address}", line, score, language, summary)
                    for kind, id_, title, address, line, score, summary in found
                ]
        return []


class _Index:
    """The index of one language."""

    def __init__(self, read: Callable[[str], bytes], folder: str, names: dict[str, str]) -> None:
        self._read = read
        self._folder = folder
        self._names = names
        self._file = lru_cache(KEPT)(self._parsed)
        self._entries = lru_cache(KEPT)(self._entries_of)

    def _parsed(self, file: str) -> Any:
        known = buckets.exists(self._names, file)
        return json.loads(self._read(f"{self._folder}/{file}.json")) if known else {}

    def _entries_of(self, file: str, beginning: str) -> dict[str, list[tuple[int, int]]]:
        return buckets.read(self._file(file).get(beginning, ""))

    def search(self, query: str, limit: int) -> list[Row]:
        """Rows, best first."""
        runs = [self._folded(run) for run in analysis.runs(analysis.normalise(query[: analysis.LONGEST]))]
        scores = self._documents(runs)
        ordered = sorted(scores, key=lambda number: (-scores[number], number))[:limit]
        kept = [n for at, n in enumerate(ordered) if at < FEWEST or scores[n] * FAINTEST >= scores[ordered[0]]]
        rows = [self._row(number, scores[number]) for number in kept]
        rows += [(*row, "") for row in find_places(runs, self._file)]
        return sorted(rows, key=lambda row: -row[5])[:limit]

    def _row(self, number: int, score: int) -> Row:
        """A document as a result."""
        kind, title, address, line, *summary = self._file(buckets.document_file(number))[number % buckets.DOCUMENTS]
        return kind, _ID.findall(address)[0], title, address, line, score, "".join(summary)

    def _known(self, character: str) -> str:
        """Its sounds, or its simplified form, or nothing."""
        known = (self._file(buckets.known_file(character)) or "").split(",")
        at = ord(character) % buckets.KNOWN
        return known[at] if at < len(known) else ""

    def _sounds(self, character: str) -> list[str]:
        return _SOUND.findall(self._known(character))

    def _folded(self, run: str) -> str:
        return "".join(map(self._simplified, run)) if analysis.is_han(run) else run

    def _simplified(self, character: str) -> str:
        """The character itself if terms begin with it: they are all in simplified characters."""
        if character in analysis.FILLERS or self._begins(character):
            return character
        said = self._known(character)
        return said if said and analysis.is_han(said) else character

    def _begins(self, character: str) -> bool:
        file, beginning, _ = buckets.term_key(character)
        return beginning in self._file(file)

    def _documents(self, runs: list[str]) -> dict[int, int]:
        """The sum of impacts by document. Single characters add to it, but alone they find nothing."""
        pieces = analysis.pieces(runs)
        han = list(dict.fromkeys(piece for piece in pieces if analysis.is_han(piece)))
        latin = list(dict.fromkeys(piece for piece in pieces if not analysis.is_han(piece)))
        whole = [*self._wholes(pieces), *self._heard(runs)]
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
        return self._entries(file, beginning)

    def _grams(self, pieces: Iterable[str]) -> Iterator[str]:
        """Grams of Chinese. A wrong character makes the two pairs around it unknown, one if it is the first or last of
        its piece: those are taken for a slip, where a character is another, was left out or sounds like the right one.
        A single pair within is where two known words meet, and more in a row are about something else."""
        for piece in pieces:
            yield from filter(self._has, analysis.pairs(piece))
            slips = self._slips(piece)
            for pair in slips:
                yield f"{pair[0]}_{pair[1]}"
                yield from (f"{a} {b}" for a in self._sounds(pair[0]) for b in self._sounds(pair[1]))
            for first, second in itertools.pairwise(slips):
                yield f"{first[0]}_{second[1]}"

    def _slips(self, piece: str) -> list[str]:
        """The pairs of a piece of Chinese that one wrong character made unknown."""
        pairs = list(analysis.pairs(piece)) if len(piece) <= analysis.LONGEST_SLIPPED else []
        return list(_slips([self._has(pair) for pair in pairs], pairs))

    def _wholes(self, pieces: Iterable[str]) -> Iterator[str]:
        """The whole query, in each way that an unknown Latin word of it may have been meant."""
        ways = [[piece] if analysis.is_han(piece) else self._meant(analysis.stem(piece)) for piece in pieces]
        return (f"={' '.join(way)}" for way in itertools.islice(itertools.product(*ways), MOST_WAYS) if way)

    def _heard(self, runs: Sequence[str]) -> Iterator[str]:
        """A short run of Chinese with a slip by its sound as a whole, in each way that it may be read."""
        short = len(runs) == 1 and analysis.is_han(runs[0]) and len(runs[0]) <= analysis.LONGEST_HEARD
        if short and any(map(self._slips, analysis.pieces(runs))):
            ways = itertools.product(*map(self._sounds, runs[0]))
            yield from (analysis.heard("".join(way)) for way in itertools.islice(ways, MOST_WAYS))

    def _words(self, words: Iterable[str]) -> Iterator[str]:
        """Stems of Latin words, or those that an unknown one may have meant, and what follows each other of them."""
        stems = [stem for stem in map(analysis.stem, words) if not self._has(stem) or self._postings(stem)]
        meant = [self._meant(stem) for stem in stems]
        for firsts, seconds in itertools.pairwise(meant):
            yield from (f"{first}_{second}" for first in firsts for second in seconds)
        yield from itertools.chain(*meant)

    def _meant(self, stem: str) -> list[str]:
        """A stem, or if it is unknown the words that are one slip away."""
        if len(stem) < SHORTEST_CORRECTED or self._has(stem):
            return [stem]
        files = (self._file(buckets.words_file(len(stem) + more)) or "" for more in (-1, 0, 1))
        return [word for file in files for word in file.split() if analysis.one_slip_apart(stem, word)] or [stem]

    def _typed(self, pieces: Sequence[str]) -> Iterator[str]:
        """Latin words as initials or as pinyin, whatever spaces are between them."""
        if "syllables" not in self._names:
            return
        if (all_ := "".join(pieces)).isalpha() and all_.isascii():
            yield analysis.heard(all_)
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
