"""Changing values in a YAML file an editor wrote, leaving every other byte as it stands.

The text is edited at the positions of its nodes, never written anew: comments, order, quotes and the layout of what
did not change survive. What is new is written the way this project's files are. The result is read back; if it does
not say what it should, nothing is written (``Unwritable``).
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

import yaml as pyyaml

from ..load import yaml

# A list entry that fits here is written on one line, as citations and revisions are; CJK characters count double.
WIDEST = 84
_FENCE = "---\n"
# What other readers of YAML would take for a number, a date or a time is quoted, though ours takes it for text.
_NUMBERLIKE = re.compile(r"[\d()+\-. :]+")

Edit = tuple[int, int, str]


class Unwritable(Exception):
    """The file is written in a way that can't be edited safely here: change it by hand."""


def rewrite(text: str, after: Any) -> str:
    """``text`` (YAML, as ``load`` reads it) saying ``after`` instead; the same bytes wherever nothing changed."""
    before = yaml.parse("", text)
    if not before.whole:
        raise Unwritable
    if _same(before.data, after):
        return text
    changed = _Editor(text).changed(before.data, after)
    again = yaml.parse("", changed)
    if not again.whole or again.findings or not _same(again.data, after):
        raise Unwritable
    return changed


def rewrite_front_matter(text: str, after: Any, body: str | None = None) -> str:
    """A Markdown file with its front matter saying ``after``, and another body if one is given."""
    if not text.startswith(_FENCE) or (end := text.find("\n---", len(_FENCE) - 1)) < 0:
        raise Unwritable
    close = text.find("\n", end + 1)
    head, fence = text[len(_FENCE) : end + 1], text[end + 1 : close + 1 if close >= 0 else len(text)]
    rest = text[close + 1 :] if close >= 0 else ""
    return _FENCE + rewrite(head, after) + fence + (rest if body is None else body)


def written(value: Mapping[str, Any]) -> str:
    """A new file that says ``value``."""
    text = "".join(f"{line}\n" for line in _block(value, 0))
    if not _same(yaml.parse("", text).data, value):
        raise Unwritable
    return text


def placed(data: Mapping[str, Any], key: str, value: Any, order: Sequence[str]) -> dict[str, Any]:
    """``data`` with a value; a new key stands behind the last of those that come before it in ``order``."""
    if key in data or key not in order:
        return {**data, key: value}
    before = [known for known in data if known in order and order.index(known) < order.index(key)]
    with_it: dict[str, Any] = {} if before else {key: value}
    for known, inner in data.items():
        with_it[known] = inner
        if before and known == before[-1]:
            with_it[key] = value
    return with_it


class _Editor:
    """Collects edits of one text, by the nodes of its composed document."""

    def __init__(self, text: str) -> None:
        self.text = text if text.endswith("\n") or not text else text + "\n"
        starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        self.line_starts = starts
        self.edits: list[Edit] = []

    def changed(self, before: Any, after: Any) -> str:
        node = pyyaml.compose(self.text, Loader=pyyaml.CSafeLoader)
        if node is None or not self.edit(node, before, after):
            raise Unwritable
        return self.applied(0, len(self.text), self.edits)

    def applied(self, start: int, end: int, edits: list[Edit]) -> str:
        """The text from ``start`` to ``end`` with the edits that lie there."""
        parts, at = [], start
        for first, last, new in sorted(edits, key=lambda edit: edit[:2]):
            if start <= first and last <= end:
                parts += [self.text[at:first], new]
                at = last
        return "".join([*parts, self.text[at:end]])

    def offset(self, mark: Any) -> int:
        return int(self.line_starts[mark.line] + mark.column)

    def edit(self, node: Any, before: Any, after: Any) -> bool:
        """Edit a node to say ``after``; False if what holds it has to be written anew."""
        if _same(before, after):
            return True
        if isinstance(after, Mapping) and isinstance(before, Mapping) and before and after:
            return self.mapping(node, before, after)
        if isinstance(after, list) and isinstance(before, list) and before and after:
            return self.sequence(node, before, after)
        if (
            isinstance(node, pyyaml.ScalarNode)
            and node.style not in ("|", ">")
            and not isinstance(after, Mapping | list)
        ):
            start, end = self.offset(node.start_mark), self.offset(node.end_mark)
            inside = self.text[start:end]
            if not inside or (isinstance(after, str) and "\n" in after):
                return False
            self.edits.append((start, end, _scalar(after, flow=True, like=node.style)))
            return True
        # `[]` of a block gets the block's layout once there is something in it.
        return before != [] and before != {} and self.in_flow(node, after)

    def in_flow(self, node: Any, after: Any) -> bool:
        if not getattr(node, "flow_style", False):
            return False
        self.edits.append((self.offset(node.start_mark), self.offset(node.end_mark), _flow(after)))
        return True

    def mapping(self, node: Any, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
        nodes = {key.value: (key, value) for key, value in node.value}
        if node.flow_style:
            if list(before) != list(after):
                return self.in_flow(node, after)
            kept = len(self.edits)
            if all(self.edit(nodes[key][1], before[key], after[key]) for key in after):
                return True
            del self.edits[kept:]
            return self.in_flow(node, after)
        common = [key for key in before if key in after]
        if not common or common != [key for key in after if key in before]:
            return False
        column = int(node.start_mark.column)
        new: list[str] = []
        last: str | None = None
        for key in (*after, None):
            if key is not None and key not in before:
                new += _block({key: after[key]}, column)
                continue
            if new:
                self.insert(nodes, last, column, new)
                new = []
            if key is not None:
                last = key
                kept = len(self.edits)
                if not self.edit(nodes[key][1], before[key], after[key]):
                    del self.edits[kept:]
                    start, end = self.entry(*nodes[key])
                    fresh = "\n".join(_block({key: after[key]}, column)).lstrip(" ") + "\n"
                    self.edits.append((start, end, fresh))
        for key in before:
            if key not in after:
                self.remove(*nodes[key])
        return True

    def insert(self, nodes: Mapping[str, Any], after_key: str | None, column: int, lines: list[str]) -> None:
        """New entries of a block mapping, after a key or at its top."""
        if after_key is None:
            first = next(iter(nodes.values()))[0]
            at, line = self.offset(first.start_mark), self.line_starts[first.start_mark.line]
            above = "".join(f"{new}\n" for new in lines)
            if self.text[line:at].strip():
                self.edits.append((at, at, above[column:] + " " * column))
            else:
                self.edits.append((line, line, above))
        else:
            at = self.entry(*nodes[after_key])[1]
            self.edits.append((at, at, "".join(f"{line}\n" for line in lines)))

    def remove(self, key: Any, value: Any) -> None:
        start, end = self.entry(key, value)
        line = self.line_starts[key.start_mark.line]
        if not self.text[line:start].strip():
            start = line
        else:
            # The first key of a list entry stands behind its dash: the next one moves there.
            after = re.compile(r"(?: *(?:#[^\n]*)?\n)* *").match(self.text, end)
            end = after.end() if after else end
        self.edits.append((start, end, ""))

    def entry(self, key: Any, value: Any) -> tuple[int, int]:
        """From a key to the end of the last line of its value."""
        return self.offset(key.start_mark), self.end_of(value, self.offset(key.end_mark) + 1)

    def end_of(self, node: Any, least: int) -> int:
        """Behind the end of the line on which the content of a node ends, comments on that line included."""
        return self.line_end(max(self.last(node), least))

    def last(self, node: Any) -> int:
        if isinstance(node, pyyaml.ScalarNode):
            end = self.offset(node.end_mark)
            if node.style in ("|", ">"):
                return len(self.text[:end].rstrip())
            return end
        if node.flow_style or not node.value:
            return self.offset(node.end_mark)
        final = node.value[-1]
        if isinstance(final, tuple):
            return max(self.offset(final[0].end_mark) + 1, self.last(final[1]))
        return self.last(final)

    def line_end(self, at: int) -> int:
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found + 1

    def sequence(self, node: Any, before: Sequence[Any], after: Sequence[Any]) -> bool:
        if node.flow_style:
            kept = len(self.edits)
            if len(before) == len(after) and all(
                self.edit(*both) for both in zip(node.value, before, after, strict=True)
            ):
                return True
            del self.edits[kept:]
            return self.in_flow(node, after)
        column = int(node.start_mark.column)
        spans = [self.span(item, column) for item in node.value]
        came_from = _aligned(before, after)
        chunks = [
            " " * column + _entry(entry, column)
            if source is None
            else self.chunk(node.value[source], spans[source], column, before[source], entry)
            for entry, source in zip(after, came_from, strict=True)
        ]
        return self.place(spans, chunks, came_from)

    def chunk(self, item: Any, span: tuple[int, int], column: int, before: Any, after: Any) -> str:
        """The lines of a list entry, from the start of its first line, edited to say ``after``."""
        outer, self.edits = self.edits, []
        try:
            start, end = span
            if not self.edit(item, before, after):
                return " " * column + _entry(after, column)
            return " " * column + self.applied(start, end, self.edits)
        finally:
            self.edits = outer

    def place(self, spans: list[tuple[int, int]], chunks: list[str], came_from: list[int | None]) -> bool:
        """Put the chunks where they belong; what lies between entries (comments) keeps its place."""
        standing = _increasing([source for source in came_from if source is not None])
        at = spans[0][0] - (spans[0][0] - self.text.rfind("\n", 0, spans[0][0]) - 1)
        for chunk, source in zip(chunks, came_from, strict=True):
            if source is not None and source in standing:
                start, end = spans[source]
                self.edits.append((start, end, chunk.lstrip(" ")))
                at = end
            else:
                self.edits.append((at, at, chunk))
        for index, (start, end) in enumerate(spans):
            if index not in standing:
                line = self.text.rfind("\n", 0, start) + 1
                self.edits.append((line, end, ""))
        return not self.text[self.text.rfind("\n", 0, spans[0][0]) + 1 : spans[0][0]].strip()

    def span(self, item: Any, column: int) -> tuple[int, int]:
        """From the dash of a list entry to the end of its last line."""
        line = int(item.start_mark.line)
        while line >= 0:
            dash = self.line_starts[line] + column
            if self.text[dash : dash + 1] == "-" and dash < max(self.offset(item.start_mark), dash + 1):
                return dash, self.end_of(item, dash + 1)
            line -= 1
        raise Unwritable


def _same(one: Any, other: Any) -> bool:
    """Whether two values are the same in kind, value and order; ``True`` is not 1."""
    return json.dumps(one, ensure_ascii=False) == json.dumps(other, ensure_ascii=False)


def _aligned(before: Sequence[Any], after: Sequence[Any]) -> list[int | None]:
    """For each entry of ``after`` the entry of ``before`` that it came from, None for a new one."""
    if all(isinstance(entry, Mapping) and isinstance(entry.get("id"), str) for entry in (*before, *after)):
        places = {entry["id"]: index for index, entry in enumerate(before)}
        return [places.get(entry["id"]) for entry in after]
    old, new = ([json.dumps(entry, ensure_ascii=False, sort_keys=True) for entry in side] for side in (before, after))
    found: list[int | None] = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "delete":
            found += [index if index < last else None for index in range(first, first + end - start)]
    return found


def _increasing(sources: list[int]) -> frozenset[int]:
    """The longest run of entries that keep their order among themselves: the others move."""
    runs: list[list[int]] = [[]]
    for source in sources:
        before = sorted((run for run in runs if not run or run[-1] < source), key=len)
        runs.append([*before[-1], source])
    return frozenset(sorted(runs, key=len)[-1])


def _entry(value: Any, column: int) -> str:
    """A list entry from its dash on."""
    return "\n".join(_item(value, column)).lstrip(" ") + "\n"


def _item(value: Any, column: int) -> list[str]:
    if not isinstance(value, Mapping | list) or not value or _fits(value, column):
        return [
            f"{' ' * column}- {line}" if not index else line for index, line in enumerate(_value(value, column + 2))
        ]
    if isinstance(value, list):
        return [" " * column + "-", *_block(value, column + 2)]
    first, *rest = _block(value, column + 2)
    return [f"{' ' * column}- {first.lstrip(' ')}", *rest]


def _block(value: Any, column: int) -> list[str]:
    """The lines of a mapping or list in block style, indented by ``column``."""
    if isinstance(value, list):
        return [line for entry in value for line in _item(entry, column)]
    lines: list[str] = []
    for key, inner in value.items():
        name = f"{' ' * column}{_scalar(key, flow=False)}:"
        if isinstance(inner, Mapping | list) and inner:
            lines += [name, *_block(inner, column + 2)]
        else:
            first, *rest = _value(inner, column + 2)
            lines += [f"{name} {first}".rstrip(), *rest]
    return lines


def _value(value: Any, column: int) -> list[str]:
    """The lines of a value that begins behind its key or dash."""
    if isinstance(value, str) and "\n" in value and not value.startswith((" ", "\n")) and value.rstrip() == value:
        return ["|-", *(f"{' ' * column}{line}".rstrip() for line in value.split("\n"))]
    return [_flow(value) if isinstance(value, Mapping | list) else _scalar(value, flow=False)]


def _fits(value: Any, column: int) -> bool:
    return all(not isinstance(inner, Mapping) for inner in _inside(value)) and _width(_flow(value)) + column <= WIDEST


def _inside(value: Any) -> Iterator[Any]:
    yield from value.values() if isinstance(value, Mapping) else value


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(key, flow=True)}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_listed(inner) for inner in value) + "]"
    return _scalar(value, flow=True)


def _listed(value: Any) -> str:
    """An entry of a list in one line, in quotes if its own commas make it look like several."""
    text = _flow(value)
    several = isinstance(value, str) and yaml.parse("", f"[{text}]\n").findings
    return json.dumps(value, ensure_ascii=False) if several else text


def _scalar(value: Any, flow: bool, like: str | None = None) -> str:
    """A scalar, quoted as its predecessor was (``like``) or where it has to be."""
    if not isinstance(value, str):
        return json.dumps(value)
    if like == "'" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    if like != '"' and _plain(value, flow):
        return value
    return json.dumps(value, ensure_ascii=False)


def _plain(value: str, flow: bool) -> bool:
    if not value or _NUMBERLIKE.fullmatch(value) or "\n" in value:
        return False
    try:
        other = pyyaml.safe_load(value) if len(value) < 40 else value
    except (pyyaml.YAMLError, ValueError):
        return False
    read = yaml.parse("", f"{{k: {value}}}\n" if flow else f"k: {value}\n")
    return other == value and not read.findings and bool(read.data == {"k": value})
