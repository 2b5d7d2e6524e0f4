"""Files as pandoc reads them: its document tree as blocks."""

import json
from collections.abc import Iterator
from typing import Any, Literal

from ...publish import pandoc
from .blocks import Block, Paragraph, Table
from .refusal import Refused

DEEPEST = 60
_STYLES = {"LowerAlpha": "a", "UpperAlpha": "A"}
# Cells with more than this hold the page's text, not figures: a web page laid out with tables.
_LAYOUT = 400


def read(raw: bytes, form: Literal["docx", "odt", "html"]) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of a file and its notes; Refused if pandoc can't read it within its limits."""
    try:
        said = pandoc.run(raw, f"--from={form}", "--to=json")
    except pandoc.Stopped:
        raise _too_much() from None
    except pandoc.Failed:
        raise _unreadable() from None
    try:
        tree = json.loads(said)
    except (ValueError, RecursionError):
        raise _unreadable() from None
    reader = _Reader()
    return tuple(reader.blocks(tree["blocks"])), tuple(reader.notes)


def _too_much() -> Refused:
    return Refused(
        "文件太复杂，超出了时间或内存的限度。请把文字复制到新文件，存为 .docx 再导入。",
        "The file is too complex: it went beyond the limits of time or memory. Copy the text to a new file, save it as "
        ".docx and import that.",
    )


def _unreadable() -> Refused:
    return Refused(
        "文件坏了，读不了。请用 Word 或 WPS 打开看看，另存一份再导入。",
        "The file is damaged. See whether Word or WPS opens it, save a copy and import that.",
    )


class _Reader:
    """Goes through pandoc's tree; the notes are collected on the way."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def blocks(self, nodes: list[Any], depth: int = 0) -> Iterator[Block]:
        """Paragraphs and tables in order."""
        if depth > DEEPEST:
            raise _too_much()
        for node in nodes:
            yield from self._block(node["t"], node.get("c"), depth + 1)

    def _block(self, kind: str, value: Any, depth: int) -> Iterator[Block]:
        match kind:
            case "Para" | "Plain":
                yield from self._paragraphs(value)
            case "Header":
                yield from self._paragraphs(value[2], value[0])
            case "LineBlock":
                for line in value:
                    yield from self._paragraphs(line)
            case "CodeBlock":
                yield from (Paragraph(line) for line in value[1].splitlines() if line.strip())
            case "BlockQuote":
                yield from self.blocks(value, depth)
            case "Div":
                yield from self.blocks(value[1], depth)
            case "Figure":
                yield from self.blocks(value[2], depth)
            case "BulletList":
                yield from self._items(((item, "• ") for item in value), depth)
            case "OrderedList":
                (start, style, delim), items = value
                yield from self._items(
                    ((item, _number(start + at, style["t"], delim["t"])) for at, item in enumerate(items)), depth
                )
            case "DefinitionList":
                for term, definitions in value:
                    yield from self._paragraphs(term)
                    for definition in definitions:
                        yield from self.blocks(definition, depth)
            case "Table":
                yield from self._table(value, depth)

    def _items(self, items: Iterator[tuple[list[Any], str]], depth: int) -> Iterator[Block]:
        for item, number in items:
            first = True
            for block in self.blocks(item, depth):
                if first and isinstance(block, Paragraph):
                    block = Paragraph(number + block.text, block.level)
                first = False
                yield block

    def _paragraphs(self, inlines: list[Any], level: int | None = None) -> Iterator[Paragraph]:
        for line in self._text(inlines).split("\n"):
            if line.strip():
                yield Paragraph(line, level)

    def _table(self, value: Any, depth: int) -> Iterator[Block]:
        _, (_, caption), _, (_, head), bodies, (_, foot) = value
        yield from self.blocks(caption, depth)
        raw_rows = [*head, *(row for body in bodies for row in (*body[2], *body[3])), *foot]
        rows = []
        for _, cells in raw_rows:
            row: list[list[Block]] = []
            for _, _, _, columns, content in cells:
                row.append(list(self.blocks(content, depth)))
                row.extend([] for _ in range(min(columns, 100) - 1))
            rows.append(row)
        flat = [block for row in rows for cell in row for block in cell]
        longest = max((len("".join(_words(cell))) for row in rows for cell in row), default=0)
        if longest > _LAYOUT or any(isinstance(block, Table) for block in flat) or max(map(len, rows), default=0) < 2:
            yield from flat
            return
        width = max(map(len, rows))
        texts = [tuple(" ".join(_words(cell)) for cell in row) for row in rows]
        yield Table(tuple(row + ("",) * (width - len(row)) for row in texts))

    def _text(self, inlines: list[Any]) -> str:
        words = []
        for at, node in enumerate(inlines):
            kind, value = node["t"], node.get("c")
            match kind:
                case "Str":
                    words.append(value)
                case "Space":
                    words.append(" ")
                case "SoftBreak":
                    words.append("" if at and _wide(inlines, at) else " ")
                case "LineBreak":
                    words.append("\n")
                case "Code" | "Math":
                    words.append(value[1])
                case "Note":
                    text = " ".join(word for block in self.blocks(value) for word in _words([block]))
                    self.notes.append(text)
                    words.append(f"［注{len(self.notes)}］")
                case "Quoted":
                    marks = "“”" if value[0]["t"] == "DoubleQuote" else "‘’"
                    words.append(f"{marks[0]}{self._text(value[1])}{marks[1]}")
                case "Link" | "Span" | "Cite":
                    words.append(self._text(value[1]))
                case "Emph" | "Strong" | "Underline" | "Strikeout" | "Superscript" | "Subscript" | "SmallCaps":
                    words.append(self._text(value))
        return "".join(words)


def _wide(inlines: list[Any], at: int) -> bool:
    """Whether a line break in the source stands between two Chinese characters, where it is no space."""
    before, after = inlines[at - 1], inlines[at + 1] if at + 1 < len(inlines) else {}
    return str(before.get("c", ""))[-1:] > "\u2e7f" and str(after.get("c", ""))[:1] > "\u2e7f"


def _words(blocks: list[Block]) -> list[str]:
    return [
        word
        for block in blocks
        for word in ([block.text] if isinstance(block, Paragraph) else [cell for row in block.rows for cell in row])
    ]


def _number(number: int, style: str, delim: str) -> str:
    """The number of a list's item as text: lists of web pages have no other."""
    text = chr(ord(_STYLES[style]) + number - 1) if style in _STYLES and number <= 26 else str(number)
    return f"（{text}）" if delim == "TwoParens" else f"{text}."
