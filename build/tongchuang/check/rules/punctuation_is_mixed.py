"""Chinese text with half-width punctuation, and other text with full-width punctuation."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache

import autocorrect_py as autocorrect

from ...load.walk import MOST_FILES
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..prose import Prose

EXPLANATION = Explanation(
    "R901",
    "advice",
    Bilingual("标点用混了", "Mixed punctuation"),
    Bilingual(
        "中文里用全角标点（，。；：？！），标点前后不空格，数字和字母用半角；英文里用半角标点。输入法没有切换过来就会混。",
        "Chinese text takes full-width punctuation without spaces around it and half-width digits and letters; English "
        "text takes half-width punctuation. An input method left in the other mode mixes them.",
    ),
)
# Rules of AutoCorrect. Those about spaces between Chinese and Latin letters are off: browsers and the printed
# sheets set that distance themselves (CSS Text 4, text-autospace).
_RULES = {
    "fullwidth": 1,
    "halfwidth-word": 1,
    "halfwidth-punctuation": 1,
    "no-space-fullwidth": 1,
    "no-space-fullwidth-quote": 1,
    "space-fullwidth-quote": 0,
    "space-word": 0,
    "space-punctuation": 0,
    "space-bracket": 0,
    "space-dash": 0,
    "space-backticks": 0,
    "space-dollar": 0,
    "spellcheck": 0,
}
autocorrect.load_config(json.dumps({"rules": _RULES}))  # type: ignore[attr-defined]
_HAN = re.compile("[㐀-鿿]")
_ADDRESS = re.compile(r"https?://\S+|`[^`]*`|\]\([^)]*\)")


def find(content: Content) -> Iterator[Finding]:
    """The first place in each text: another language that quotes Chinese, and the names in tables, are let be."""
    for words in content.written:
        if words.document.kind == "division" or _is_right(words.text):
            continue
        for prose in words.pieces:
            yield from _judge(prose)


# Remembered, as who edits has the same texts checked at every save.
@lru_cache(MOST_FILES)
def _is_right(text: str) -> bool:
    return bool(autocorrect.format(text) == text)


def _judge(prose: Prose) -> Iterator[Finding]:
    for start, line in _lines(prose):
        if _ADDRESS.search(line) or (prose.document.lang is not None and _HAN.search(line)):
            continue
        better = autocorrect.format(line)
        if better != line:
            at = next(i for i, (a, b) in enumerate(zip(line + "\0", better + "\0", strict=False)) if a != b)
            old, new = _around(line, at), _around(better, at)
            yield EXPLANATION.at(
                prose.path,
                prose.at(start + at),
                Bilingual(f"“{old}”里的标点用混了。", f'Mixed punctuation in "{old}".'),
                Bilingual(f"写成“{new}”。", f'Write "{new}".'),
            )
            return


def _lines(prose: Prose) -> Iterator[tuple[int, str]]:
    start = 0
    for line in prose.text.split("\n"):
        yield start, line
        start += len(line) + 1


def _around(text: str, at: int) -> str:
    return text[max(0, at - 6) : at + 6].strip()
