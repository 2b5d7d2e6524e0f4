"""Sentences that a reader with little schooling loses the thread of."""

import re
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..prose import Written

CHARACTERS = 60
WORDS = 32

EXPLANATION = Explanation(
    "R902",
    "advice",
    Bilingual("句子太长", "A long sentence"),
    Bilingual(
        f"一句话超过{CHARACTERS}个字（英文{WORDS}个词），手机上要看好几行，念给人听也记不住。一句只说一件事，用句号断开。",
        f"A sentence of more than {CHARACTERS} characters (in English {WORDS} words) fills many lines of a phone, and "
        "nobody remembers it when it is read out. Say one thing a sentence.",
    ),
)
# What workers read; policies and the network's papers keep their own style.
_KINDS = frozenset({"service", "local", "category", "life-event", "department", "appeal", "window", "hotline", "term"})
_END = re.compile(r"[。！？；：\n]|(?<=[.!?;:])\s")
_HAN = re.compile("[㐀-鿿]")


def find(content: Content) -> Iterator[Finding]:
    """Texts of services and of the lists, in each language; a colon and a semicolon end a sentence too."""
    for written in content.written:
        if written.document.kind in _KINDS:
            yield from _judge(written)


def _judge(written: Written) -> Iterator[Finding]:
    chinese = written.document.lang is None
    for prose in written.pieces:
        if "review" in prose.pointer:  # Only editors read it.
            continue
        for sentence in _END.split(prose.text):
            length = len(sentence) if chinese else len(sentence.split())
            if length > (CHARACTERS if chinese else WORDS) and (not chinese or _HAN.search(sentence)):
                start = sentence.strip()[:16]
                yield EXPLANATION.at(
                    prose.path,
                    prose.at(prose.text.index(sentence)),
                    Bilingual(
                        f"“{start}…”这一句有{length}个{'字' if chinese else '词'}。",
                        f'The sentence "{start}…" has {length} {"characters" if chinese else "words"}.',
                    ),
                    Bilingual("请拆成短句，一句说一件事。", "Cut it into short ones, one thing each."),
                )
                break
