"""All words of the content, wherever they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..load.sources import Document, Pointer, Sources
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


def prose(sources: Sources) -> Iterator[Prose]:
    """Every text of every document, whether or not its shape is right."""
    for document in sources.documents:
        for pointer, text in texts(document.data):
            yield Prose(document, pointer, text, False)
        if document.body:
            yield Prose(document, ("body",), document.body, True)
