"""All words of the content, line by line, wherever they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..load.sources import Document, Pointer
from .content import Content
from .values import texts


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a Markdown body, or a text of structured data; ``markdown`` tells which."""

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
        line, column = self.document.position(self.pointer)
        return (line, column + offset) if self.markdown else (line, column)


def lines(content: Content) -> Iterator[Line]:
    """Every text of every document, whether or not its shape is right."""
    for document in content.sources.documents:
        for pointer, text in texts(document.data):
            yield Line(document, pointer[:1] if document.kind == "division" else pointer, text, False)
        for number, text in enumerate(document.body.split("\n")):
            yield Line(document, ("body", number), text, True)
