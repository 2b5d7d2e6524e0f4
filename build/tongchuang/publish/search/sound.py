"""How Chinese sounds: toneless syllables of grams and initials, put in when indexing.

Accents mix zh and z, ch and c, sh and s, -ng and -n: those are one here (``plain``), so a homophone in any of
these accents is found.
"""

import itertools
from collections.abc import Iterator
from functools import cache

from pypinyin import Style, pinyin

from . import analysis
from .analysis import plain

# More combinations of readings than this say more of the dictionary than of the text.
MOST_READINGS = 3
MOST_COMBINATIONS = 8
MOST_INITIALS = 6


@cache
def readings(text: str) -> tuple[tuple[str, ...], ...]:
    """The readings of each character, those that fit the context first, at most three each."""
    found = pinyin(text, style=Style.NORMAL, heteronym=True)
    if len(found) != len(text):  # characters without a reading come in one lump
        found = [pinyin(character, style=Style.NORMAL, heteronym=True)[0] for character in text]
    return tuple(tuple(dict.fromkeys(r for r in choices if r.isascii()))[:MOST_READINGS] for choices in found)


def pair_sounds(run: str) -> Iterator[str]:
    """The sounds of each two neighbours: ``ju zu`` of 居住."""
    heard = readings(run)
    for first, second in itertools.pairwise(heard):
        yield from dict.fromkeys(f"{plain(a)} {plain(b)}" for a in first for b in second if a and b)


def combinations(run: str) -> list[tuple[str, ...]]:
    """The run's syllables in each combination of readings."""
    return list(itertools.islice(itertools.product(*readings(run)), MOST_COMBINATIONS))


def initials(run: str) -> list[str]:
    """The first letters of the run's syllables in each combination of readings."""
    return list(dict.fromkeys("".join(syllable[:1] for syllable in said) for said in combinations(run)))


def initial_terms(text: str) -> Iterator[str]:
    """What people type of each line of normalised text by its initials: the first three to six letters."""
    for letters in _lines_initials(text):
        yield from (f"@{letters[:length]}" for length in range(3, min(len(letters), MOST_INITIALS) + 1))


def whole_initial_terms(text: str) -> Iterator[str]:
    """All initials of each line that is no longer than that."""
    return (f"@{letters}" for letters in _lines_initials(text) if len(letters) <= MOST_INITIALS)


def short_initial_terms(text: str) -> Iterator[str]:
    """The first initials of such lines alone."""
    return initial_terms("\n".join(analysis.short_lines(text, MOST_INITIALS)))


def wholes(text: str) -> Iterator[str]:
    """Each line of normalised text that is a run of Chinese as one term by its sound, so that a name in pinyin or
    with a homophone finds its own record first."""
    for line in text.split("\n"):
        runs = analysis.runs(line)
        if len(runs) == 1 and analysis.is_han(runs[0]) and len(runs[0]) <= analysis.LONGEST_HEARD:
            yield analysis.heard("".join(choices[0] for choices in readings(runs[0]) if choices))


def _lines_initials(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        pieces = analysis.pieces(analysis.runs(line))
        if len(pieces) == 1 and analysis.is_han(pieces[0]):
            yield from initials(pieces[0])
