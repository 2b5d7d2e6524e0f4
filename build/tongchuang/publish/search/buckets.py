"""Which file of the index holds what, and how postings are written: the rules that the writer and all readers share.

Below ``search/<hash>/<lang>/``: Chinese terms in ``c/`` by their first character, sounds in ``s/`` by their first
syllable, Latin words, initials and pinyin in ``w/`` by their first three letters; each of these in a file by the class
of that beginning. What is known of characters is in ``k/`` by code point, the words that misspelt ones are compared
with in ``v/`` by their length. Documents are in ``d/``, ``DOCUMENTS`` a file; places in ``p/`` and ``r/`` (``places``).

A file of terms is ``{beginning: entries}``: the rest of each term and its postings one after the other, without
anything between, since postings are of other characters. A posting is the distance of its document from the one
before (``LAST`` and ``MORE``), after its level unless that is the same as of the one before (``LEVELS``). A stop word
has a level and no document.

All of it is gzipped file by file, so it is a choice between the whole index and a first answer. Measured in November
2026, on the Chinese of 110 services and 330 other records:

- Classes of ``c``, with the bytes that the median and one in twenty of 650 queries load of them: 128 classes 116 KB, 10.1
  and 24.1 KB; 256 classes 124 KB, 6.8 and 16.6 KB; 512 classes 134 KB, 5.2 and 12.9 KB; 1024 classes 143 KB, 4.2 and
  10.4 KB.
- Postings of three digits with 53 levels took 197 KB in 256 classes; distances with levels a third as fine 178 KB, and the
  order of results was as good.
- A number for a whole text saves 5 KB, places by code point for characters 20 of 40 KB, words by length for misspellings
  33 of 37 KB.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

# Raised when what is read changes: a hub's reader is not always of the release that it reads, as a browser's is.
FORMAT = 2
# Classes of beginnings.
CLASSES = {"c": 1024, "s": 128, "w": 128}
PLACE_CLASSES = 256
# Code points of characters, and documents, of one file.
KNOWN = 512
DOCUMENTS = 8
LETTERS = 3
# Everything in ASCII that is in no term and that JSON leaves as it is: levels, and digits of distances. The last digit
# of a distance is one of ``LAST``, those before it are of ``MORE``.
LEVELS = "ABCDEFGHIJKLMNOPQRS"
LAST = "!#$%&'()*+,-./:;<>?TU"
MORE = "VWXYZ[]^`{|}~"
# An impact is the square of ``STEP`` times the level's number plus ``LOWEST``.
STEP, LOWEST = 3, 5
STOP = LEVELS[0]
# Digits of the number that stands for a whole text.
NUMERALS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Files that one digit of ``names`` tells of.
TOLD = 5
DIGITS = LAST + MORE
_ENTRY = re.compile(f"([^{re.escape(LEVELS + DIGITS)}]*)([{re.escape(LEVELS + DIGITS)}]+)")


def term_key(term: str) -> tuple[str, str, str]:
    """The file of a term, its beginning and the rest; ``=`` marks a whole text, ``@`` initials, a space syllables.

    A whole text is told by a number: it is never shown, and three digits are less than the text.
    """
    mark, bare = (term[0], term[1:]) if term[0] in "=@" else ("", term)
    if bare[0] > "z":
        file, beginning = _file("c", bare[0]), bare[0]
    else:
        syllable, space, rest = bare.partition(" ")
        if space and not mark:
            return _file("s", syllable), syllable, rest
        beginning = bare[:LETTERS]
        file = _file("w", beginning)
    return file, beginning, mark + (_numeral(bare) if mark == "=" else bare[len(beginning) :])


def _numeral(text: str) -> str:
    """A number of three digits for a text."""
    number = class_of(text, len(NUMERALS) ** 3)
    return "".join(NUMERALS[number // place % len(NUMERALS)] for place in (len(NUMERALS) ** 2, len(NUMERALS), 1))


def known_file(character: str) -> str:
    """The file of what is known of a character."""
    return f"k/{ord(character) // KNOWN}"


def words_file(length: int) -> str:
    """The file of the words of so many letters."""
    return f"v/{length}"


def _file(folder: str, beginning: str) -> str:
    """The file of a beginning."""
    return f"{folder}/{class_of(beginning, CLASSES[folder])}"


def class_of(text: str, classes: int) -> int:
    """The class of a text: that of a single character is its code point modulo the classes."""
    class_ = 0
    for character in text:
        class_ = (class_ * 31 + ord(character)) % classes
    return class_


def document_file(number: int) -> str:
    """The file of a document."""
    return f"d/{number // DOCUMENTS}"


def place_file(classes: Sequence[int]) -> str:
    """The file of the places whose keys begin with characters of these classes."""
    return f"p/{'-'.join(str(class_) for class_ in classes)}"


def written(entries: Mapping[str, Mapping[int, int]]) -> str:
    """Entries of one beginning: the rest of each term, its documents and their levels."""
    return "".join(rest + (_digits(postings) or STOP) for rest, postings in sorted(entries.items()))


def _digits(postings: Mapping[int, int]) -> str:
    found, before, held = "", -1, -1
    for document, level in sorted(postings.items()):
        found += (LEVELS[level] if level != held else "") + _distance(document - before - 1)
        before, held = document, level
    return found


def _distance(number: int) -> str:
    digits, number = LAST[number % len(LAST)], number // len(LAST)
    while number:
        digits, number = MORE[number % len(MORE)] + digits, number // len(MORE)
    return digits


def read(entries: str) -> dict[str, list[tuple[int, int]]]:
    """The rest of each term with its documents and impacts."""
    return {rest: list(_postings(digits)) for rest, digits in _ENTRY.findall(entries)}


def _postings(digits: str) -> Iterator[tuple[int, int]]:
    document, distance, impact = -1, 0, 0
    for digit in digits:
        if (level := LEVELS.find(digit)) >= 0:
            impact = impact_of(level)
        elif (last := LAST.find(digit)) >= 0:
            document += distance * len(LAST) + last + 1
            distance = 0
            yield document, impact
        else:
            distance = distance * len(MORE) + MORE.index(digit)


def impact_of(level: int) -> int:
    """What a term of this level adds to the score of its document."""
    return int((STEP * (LOWEST + level)) ** 2)


def names(files: Iterable[str]) -> dict[str, str]:
    """The files that exist, by folder: readers ask for no other. Each digit tells of five files, by number.

    Files of places below the first character are named by the file above them. A file in no folder has no digit.
    """
    numbers: dict[str, set[int]] = {}
    for file in files:
        folder, _, name = file.partition("/")
        numbers.setdefault(folder, set()).update([int(name)] if name.isdecimal() else [])
    return {folder: _told(listed) for folder, listed in sorted(numbers.items())}


def _told(numbers: Set[int]) -> str:
    ends = max(numbers, default=-1) + 1
    return "".join(
        DIGITS[sum(1 << bit for bit in range(TOLD) if start + bit in numbers)] for start in range(0, ends, TOLD)
    )


def exists(names: Mapping[str, str], file: str) -> bool:
    """Whether ``names`` has a file."""
    folder, _, name = file.partition("/")
    if folder not in names or not name.isdecimal():
        return folder in names
    at, bit = divmod(int(name), TOLD)
    return at < len(names[folder]) and bool(DIGITS.index(names[folder][at]) >> bit & 1)
