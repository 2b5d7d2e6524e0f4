"""All words of the content, wherever they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..load.sources import Document, Pointer
from .values import texts


@dataclass(frozen=True, slots=True)
class Prose:
    """The Markdown body of a document, or one text of its structured data; ``markdown`` tells which."""

    document: Document
    pointer: Pointer
    text: str
    markdown: bool

    @property
    def path(self) -> str:
        """The file it stands in."""
        return self.document.path

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at ``offset``: exact in Markdown, else those of the key."""
        if not self.markdown:
            return self.document.position(self.pointer)
        line, _ = self.document.position(("body", self.text.count("\n", 0, offset)))
        return line, offset - self.text.rfind("\n", 0, offset)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Where a pattern is found, once a line."""
        last = -1
        for found in pattern.finditer(self.text):
            line = self.text.count("\n", 0, found.start())
            if line != last:
                yield found
            last = line


@dataclass(frozen=True)
class Written:
    """All words of one document: ``text`` is every text of it, a line each, to see at once what it may hold."""

    document: Document

    @cached_property
    def text(self) -> str:
        """The texts and the body."""
        return "\n".join([*_strings(self.document.data), self.document.body])

    @property
    def pieces(self) -> Iterator[Prose]:
        """Each text, whether or not its shape is right, and the body."""
        for pointer, text in texts(self.document.data):
            yield Prose(self.document, pointer, text, False)
        if self.document.body:
            yield Prose(self.document, ("body",), self.document.body, True)


def _strings(value: Any) -> Iterator[str]:
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
