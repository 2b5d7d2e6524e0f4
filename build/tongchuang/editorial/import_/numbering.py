"""How official texts number their parts: 一、（一）1.（1） (GB/T 9704-2012, 7.3.3), and 章, 节, 条 of laws."""

import re
from dataclasses import dataclass
from typing import Literal

from .numerals import value

Kind = Literal["book", "chapter", "section", "article", "part", "item", "point", "sub", "circle"]
# From the widest to the narrowest.
ORDER: tuple[Kind, ...] = ("book", "chapter", "section", "article", "part", "item", "point", "sub", "circle")
_HAN = "一二三四五六七八九十百零〇"
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("book", re.compile(rf"(第([{_HAN}\d]+)[编])\s*")),
    ("chapter", re.compile(rf"(第([{_HAN}\d]+)章)\s*")),
    ("section", re.compile(rf"(第([{_HAN}\d]+)节)\s*")),
    ("article", re.compile(rf"(第([{_HAN}\d]+)条)(?:之[一二三四五六七八九十]+)?(?=[\s　])\s*")),
    ("part", re.compile(rf"(([{_HAN}]+)\s*[、．.])\s*")),
    ("item", re.compile(rf"([（(]([{_HAN}]+)[)）])[、．.]?\s*")),
    ("sub", re.compile(r"([（(](\d{1,2})[)）])[、．.]?\s*")),
    ("point", re.compile(r"((\d{1,2})\s*[.．、])(?:\s*(?!\d)|(?=(?:19|20)\d\d年))\s*")),
    ("circle", re.compile(r"([①-⑳])()\s*")),
)
# A digit whose point was lost on the way, as in 1扩大就业; not before a word that counts.
_BARE = re.compile(
    r"(\d{1,2})(?=[\u4e00-\u9fff])(?![年月日个名万亿号条家人次项所户元小时分秒级类种岁周天倍成平米公里千百十余多至到以])"
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph that begins with a number: ``number`` as it is to be written, and what follows."""

    kind: Kind
    value: int
    number: str
    rest: str
    restored: bool = False


def numbered(text: str) -> Numbered | None:
    """The number that a paragraph begins with, if any."""
    for kind, pattern in _PATTERNS:
        if found := pattern.match(text):
            count = ord(found[1]) - 0x245F if kind == "circle" else value(found[2])
            if count:
                return Numbered(kind, count, _written(kind, found[1]), text[found.end() :])
    if found := _BARE.match(text):
        return Numbered("point", int(found[1]), f"{found[1]}.", text[found.end() :], restored=True)
    return None


def _written(kind: Kind, number: str) -> str:
    number = re.sub(r"\s", "", number)
    if kind in ("book", "chapter", "section"):
        return f"{number}　"
    return f"（{number[1:-1]}）" if kind in ("item", "sub") else number
