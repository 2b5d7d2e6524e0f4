"""Characters of Chinese official text: what is invisible or half as wide as it should be, and how to count them.

GB/T 15834 for punctuation. Nothing here changes a word.
"""

import re
from collections import Counter

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_SPACES = re.compile(r"[\s\u3000]+")
_CJK = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2018-\u201d\u2026\u2014\U00020000-\U0003ffff"
_MARK = re.compile(rf"(?<=[{_CJK}])[,;:?!]|[,;:?!](?=[{_CJK}])")
_PAIR = re.compile(r"\(([^()]*)\)")
_HAS_CJK = re.compile(f"[{_CJK}]")
_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_NARROW = {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05)
}
_UNKNOWN = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_ASIDE = re.compile(r"[\s\u3000|•]+")
_HALF_OPEN = re.compile("〔[^〔〕]{0,12}(?![^〔]*〕)")
_BRACKETS = str.maketrans({"﹝": "〔", "﹞": "〕", "○": "〇", "∶": "："})


def clean(text: str) -> str:
    """One line: no invisible characters, one space for a run of them, digits and letters of half width."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip().translate(_NARROW)


def punctuated(text: str) -> str:
    """The line with marks of full width where they stand in Chinese."""
    if not _HAS_CJK.search(text):
        return text
    text = _MARK.sub(lambda found: found[0].translate(_FULL), text)
    for _ in range(3):  # brackets in brackets
        text = _PAIR.sub(_bracketed, text)
    if text.count('"') and text.count('"') % 2 == 0:
        quotes = iter("“”" * text.count('"'))
        text = re.sub('"', lambda _: next(quotes), text)
    # Marks that stand next to one that has just changed.
    return _MARK.sub(lambda found: found[0].translate(_FULL), text)


def unknown(text: str) -> list[str]:
    """Characters that no font but the author's own shows: private use, and the sign for a lost character."""
    return sorted(set(_UNKNOWN.findall(text)))


def half_open(text: str) -> list[str]:
    """Where a bracket of a document number is not closed, with what follows it."""
    return [found[0] for found in _HALF_OPEN.finditer(text)]


def counted(text: str) -> Counter[str]:
    """How often each character stands in ``text``, whatever its width; spaces, rules of tables and bullets aside."""
    folded = _ASIDE.sub("", _INVISIBLE.sub("", text)).translate(_NARROW).translate(_FULL).translate(_BRACKETS)
    return Counter(folded.replace("“", '"').replace("”", '"'))


def _bracketed(found: re.Match[str]) -> str:
    text = found.string
    around = text[max(0, found.start() - 1) : found.start()] + found[1] + text[found.end() : found.end() + 1]
    chinese = _HAS_CJK.search(around) or found.start() == 0
    return f"（{found[1]}）" if chinese else found[0]
