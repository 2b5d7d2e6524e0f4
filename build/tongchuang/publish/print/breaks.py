"""Lines that end inside a word.

WeasyPrint ends a line there, without a hyphen, where a style sheet lets it (``overflow-wrap``) and the column is too
narrow for the word: a reader takes the two halves for two words.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from .fit import texts

_LETTERS = "[0-9A-Za-z\u00c0-\u024f]+"
_TAIL = re.compile(_LETTERS + r"\Z")
_HEAD = re.compile(_LETTERS)
_HYPHEN = "-"  # what hyphenation sets at the end of a line: hyphenate-character of paper.css
_SPACE = re.compile(r"[ \t\r\n]+")


def broken(pages: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """Each word or number that two lines of a block share though its markup has nothing in between, as ``Wo|rd``, after
    its field."""
    for page in pages:
        yield from _broken(page._page_box, "")


def _broken(box: Any, field: str) -> Iterator[tuple[str, str]]:
    if box.element is not None:
        field = box.element.get("data-field", field)
    lines = [child for child in box.all_children() if type(child).__name__ == "LineBox"]
    if len(lines) > 1 and box.element is not None:
        ends = [found for line in lines if (found := list(_runs(line)))]
        runs = [_SPACE.sub(" ", text) for _, text in texts(box.element, "")]
        for before, after in pairwise(ends):
            end, start = before[-1], after[0].rstrip(_HYPHEN)
            tail, head = _TAIL.search(end), _HEAD.match(start)
            if tail and head and end + start in "\n".join(runs) and f"{end} {start}" not in " ".join(runs):
                yield field, f"{tail[0]}|{head[0]}"
    for child in box.all_children():
        yield from _broken(child, field)


def _runs(box: Any) -> Iterator[str]:
    """The runs of text in a line, each of one element; what stands in it as a whole is a space."""
    if type(box).__name__ == "TextBox":
        if box.text:
            yield box.text
    elif type(box).__name__ in ("LineBox", "InlineBox"):
        for child in box.children:
            yield from _runs(child)
    else:
        yield " "
