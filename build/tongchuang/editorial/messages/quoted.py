"""Lines of content files: what stands where a finding points, and how other files write the same."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...load.walk import Place, classify
from ...model.finding import Finding

_BEFORE, _WIDTH = 24, 72  # characters kept before a finding's column, and in all
_MOST_LINES = 4
_KEY = re.compile(r"\s*(?:- )?\{?\s*([a-z_]+):")
_NAMED = re.compile("“([a-z_]+)”")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line with how many columns of a terminal stand before the place that matters."""

    text: str
    indent: int


@dataclass(frozen=True, slots=True)
class Example:
    """How a file without a finding writes the same: its path, line (from 1) and some lines of it."""

    path: str
    line: int
    text: str


class Quoted:
    """Files by path, read when they are quoted. ``read`` gives the text of one, None if there is none.

    ``paths`` are those to take examples from.
    """

    def __init__(self, read: Callable[[str], str | None], paths: Iterable[str], findings: Iterable[Finding]) -> None:
        self._read, self._paths = read, tuple(paths)
        self._wrong = {(finding.path, finding.line) for finding in findings}
        self._known: dict[str, Sequence[str]] = {}
        self._examples: dict[tuple[str, ...], Example | None] = {}

    def snippet(self, finding: Finding) -> Snippet | None:
        """The line of a finding, as much of it as fits; None where there is no such line."""
        lines = self._lines(finding.path)
        if finding.line > len(lines) or not lines[finding.line - 1].strip():
            return None
        line, at = _plain(lines[finding.line - 1]), finding.column - 1
        start = max(0, at - _BEFORE) if len(line) > _WIDTH else 0
        shown = line[start : start + _WIDTH]
        head = "…" if start else ""
        return Snippet(f"{head}{shown}{'…' if start + _WIDTH < len(line) else ''}", _columns(head + line[start:at]))

    def example(self, finding: Finding) -> Example | None:
        """The same key where nothing is wrong: in another file of the kind, else elsewhere in this one.

        None for what is no key, and for what a rule found: its remedy is about this record.
        """
        place = classify(finding.path)
        key = self._key(finding)
        if place is None or key is None or finding.code.startswith("R"):
            return None
        alike = (place.kind, place.lang or "", key)
        if alike not in self._examples:
            self._examples[alike] = self._found(place, key)
        return self._examples[alike]

    def _key(self, finding: Finding) -> str | None:
        """The key that is missing, as the message names it, else that of the line."""
        lines = self._lines(finding.path)
        line = lines[finding.line - 1] if finding.line <= len(lines) else ""
        found = _NAMED.search(finding.message.zh) if finding.code == "S104" else _KEY.match(line)
        return found[1] if found else None

    def _found(self, place: Place, key: str) -> Example | None:
        pattern = re.compile(rf"(\s*)(?:- )?\{{?\s*{key}:")
        for path in (*self._clean(place), place.path):
            lines = self._lines(path)
            for number, line in enumerate(lines, 1):
                if pattern.match(line) and (path, number) not in self._wrong:
                    return Example(path, number, "\n".join(_block(lines, number - 1)))
        return None

    def _clean(self, place: Place) -> Iterable[str]:
        """The files of the same kind and language without any finding."""
        wrong = {path for path, _ in self._wrong}
        for path in self._alike.get((place.kind, place.lang), ()):
            if path not in wrong:
                yield path

    @cached_property
    def _alike(self) -> dict[tuple[str, str | None], list[str]]:
        found: dict[tuple[str, str | None], list[str]] = {}
        for path in sorted(self._paths):
            if place := classify(path):
                found.setdefault((place.kind, place.lang), []).append(path)
        return found

    def _lines(self, path: str) -> Sequence[str]:
        if path not in self._known:
            self._known[path] = (self._read(path) or "").split("\n")
        return self._known[path]


def _block(lines: Sequence[str], at: int) -> list[str]:
    """A key with what stands below it, without the indent, cut to a few lines."""
    indent = len(lines[at]) - len(lines[at].lstrip())
    end = at + 1
    while end < min(len(lines), at + _MOST_LINES) and len(lines[end]) - len(lines[end].lstrip()) > indent:
        end += 1
    shown = [_plain(line[indent:]) for line in lines[at:end]]
    return [line if len(line) <= _WIDTH else line[:_WIDTH] + "…" for line in shown]


def _plain(line: str) -> str:
    """A line without what would move or colour a terminal."""
    return "".join(character if character.isprintable() else " " for character in line.rstrip("\r"))


def _columns(text: str) -> int:
    """How wide text is on a terminal: wide characters take two columns (Unicode Annex 11)."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
