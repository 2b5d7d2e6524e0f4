"""From what a reader found to clean paragraphs: broken lines mended, lost line ends found again, punctuation set."""

import re
from collections.abc import Iterator

from .blocks import Block, Paragraph, Table
from .characters import clean, punctuated
from .numbering import numbered

# A paragraph this long, with spaces before numbers or after sentences, once was several lines.
_LONG = 300
_LOST = re.compile(r"[。；：:;] |(?<=[^\x00-\x7f]) (?=[（(]?[一二三四五六七八九十]{1,3}[）)、])")
_BREAK = re.compile(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])|(?<=[日号：:)\]】|]) +")
_ENDS = ("。", "；", "：", "）", ")", "”", "|")
_OPENED = (("“", "”"), ("《", "》"), ("（", "）"))
# Between two Chinese characters a space is set for looks only, but it separates names in a signature or a title.
_NUMBER = re.compile(r"第[一二三四五六七八九十百零〇\d]+[编章节条](?:之[一二三四五六七八九十]+)? ")
_PADDED = re.compile(r"(?<=[\u3400-\u9fff，。；：、！？”》）]) (?=[\u3400-\u9fff（《“])")


def mended(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with clean text, without empty ones."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            rows = tuple(tuple(punctuated(clean(cell)) for cell in row) for row in block.rows)
            if any(cell for row in rows for cell in row):
                found.append(Table(rows))
            continue
        for line in _lines(block.text):
            # A rule at the end of a line is left of a table that held the names of those who signed.
            text = punctuated(clean(line)).strip("| ")
            if not text:
                continue
            last = found[-1] if found else None
            if isinstance(last, Paragraph) and _goes_on(last.text):
                found[-1] = Paragraph(_unpadded(last.text + text), last.level)
            else:
                found.append(Paragraph(_unpadded(text), block.level))
    return tuple(found)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if len(line) > _LONG and len(_LOST.findall(clean(line))) > 2:
            yield from _broken(clean(line))
        else:
            yield line


def _broken(line: str) -> Iterator[str]:
    """The lines that a paragraph was made of, at its spaces but those in the middle of a sentence."""
    waiting = ""
    for word in _BREAK.split(line):
        if waiting and "。" in waiting and not waiting.endswith(_ENDS) and not numbered(word):
            waiting += word
            continue
        yield waiting
        waiting = word
    yield waiting


def _goes_on(text: str) -> bool:
    """Whether a paragraph was broken in the middle of a quotation, a title or a bracket."""
    return (
        any(text.count(left) == text.count(right) + 1 for left, right in _OPENED)
        and len(text) > 12
        and not text.endswith(("。", "；", "："))
    )


def _unpadded(text: str) -> str:
    """A sentence without the spaces that typists put into it; short lines keep theirs, which may part two names."""
    if "。" not in text:
        return text
    start = _NUMBER.match(text)
    at = start.end() if start else 0
    return text[:at] + _PADDED.sub("", text[at:])
