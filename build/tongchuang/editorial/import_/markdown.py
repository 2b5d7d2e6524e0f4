"""The text of a policy as Markdown that says what the document says: what looks like markup there is escaped."""

import re
from collections.abc import Iterable, Iterator

from .blocks import Table
from .sections import Heading, Part

_MARKUP = re.compile(r"([\\`*_\[\]])")
_START = re.compile(r"^(\d+)([.)]) ")
_LINE = re.compile(r"^([#>+]|-(?=[\s-])|=+$|:(?=\s))")


def written(parts: Iterable[Part], notes: Iterable[str]) -> str:
    """The body of the policy."""
    blocks = [*map(_part, parts), *(f"注{number}：{escaped(note)}" for number, note in enumerate(notes, 1))]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _part(part: Part) -> str:
    if isinstance(part, Heading):
        return f"{'#' * (part.depth + 1)} {escaped(part.number + part.title)}"
    if isinstance(part, Table):
        return "\n".join(_rows(part))
    if part.strong:
        return f"**{part.strong}**　{escaped(part.text)}"
    if part.text.startswith("•"):
        return f"- {escaped(part.text[1:].strip())}"
    return escaped(part.text)


def _rows(table: Table) -> Iterator[str]:
    head, *rows = table.rows
    yield _row(head)
    yield "|" + " --- |" * len(head)
    yield from map(_row, rows)


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(escaped(cell).replace("|", "\\|") for cell in cells) + " |"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is; a less-than sign becomes an entity, as content holds no tags."""
    text = _MARKUP.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;")
    text = _START.sub(r"\1\\\2 ", text)
    return _LINE.sub(r"\\\1", text)


def plain(markdown: str) -> str:
    """The words of Markdown that ``written`` made: what a reader of the page sees."""
    lines = []
    for line in markdown.split("\n"):
        if re.fullmatch(r"\|( --- \|)+", line):
            continue
        line = re.sub(r"^#{2,6} |^- ", "", line)
        line = re.sub(r"^\*\*(第[^*]+条)\*\*　", r"\1", line)
        if line.startswith("| "):
            line = re.sub(r"(?<!\\)\|", " ", line).replace("\\|", "|")
        line = re.sub(r"\\([\\`*_\[\]#>+\-=:.)])", r"\1", line)
        lines.append(line.replace("&lt;", "<").replace("&amp;", "&"))
    return "\n".join(lines)
