"""Which file of the index holds what, and how postings are written: the rules that the writer and all readers share.

Below ``search/<hash>/<lang>/``: Chinese terms in ``c/`` by their first character, what is known of characters in
``k/``, sounds in ``s/`` by their first syllable, Latin words and initials in ``w/`` and misspelt words in ``v/`` by
their first three letters; each of these in a file by the class of that beginning. Documents are in ``d/``, four a
file; places in ``p/`` by the classes (modulo 256) of their first characters.

A file of terms is ``{beginning: entries}``: the rest of each term and its postings one after the other, without
anything between, since postings are of other characters (``DIGITS``). A posting is three of them: two for the
number of the document, one for the level, whose square is the impact. A stop word has a single digit.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

# Classes of beginnings: so many that the file of a common one holds few others.
CLASSES = {"c": 2048, "k": 256, "s": 256, "w": 512, "v": 128}
PLACE_CLASSES = 256
DOCUMENTS = 4
LETTERS = 3
# Everything in ASCII that is in no term and that JSON leaves as it is.
DIGITS = "!#$%&'()*+,-./:;<>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^`{|}~"
STOP = DIGITS[0]
# Files that one digit of ``names`` tells of.
TOLD = 5
_ENTRY = re.compile(f"([^{re.escape(DIGITS)}]*)([{re.escape(DIGITS)}]+)")


def term_key(term: str) -> tuple[str, str, str]:
    """The file of a term, its beginning and the rest; ``=`` marks a whole text, ``@`` initials, a space syllables."""
    mark, bare = (term[0], term[1:]) if term[0] in "=@" else ("", term)
    if bare[0] > "z":
        return _file("c", bare[0]), bare[0], mark + bare[1:]
    syllable, space, rest = bare.partition(" ")
    if space and not mark:
        return _file("s", syllable), syllable, rest
    return _file("w", bare[:LETTERS]), bare[:LETTERS], mark + bare[LETTERS:]


def known_file(character: str) -> str:
    """The file of what is known of a character."""
    return _file("k", character)


def variant_file(word: str) -> str:
    """The file of misspelt words."""
    return _file("v", word[:LETTERS])


def _file(folder: str, beginning: str) -> str:
    """The file of a beginning: that of a single character is its code point modulo the classes."""
    class_ = 0
    for character in beginning:
        class_ = (class_ * 31 + ord(character)) % CLASSES[folder]
    return f"{folder}/{class_}"


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
    base = len(DIGITS)
    return "".join(f"{DIGITS[d // base]}{DIGITS[d % base]}{DIGITS[level]}" for d, level in sorted(postings.items()))


def read(entries: str) -> dict[str, list[tuple[int, int]]]:
    """The rest of each term with its documents and impacts."""
    return {rest: list(_postings(digits)) for rest, digits in _ENTRY.findall(entries)}


def _postings(digits: str) -> Iterator[tuple[int, int]]:
    values = [DIGITS.index(digit) for digit in digits]
    for high, low, level in zip(values[::3], values[1::3], values[2::3], strict=False):
        yield high * len(DIGITS) + low, level**2


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
