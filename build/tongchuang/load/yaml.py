"""YAML as editors write it: text stays text, and nothing of the language that surprises.

A plain scalar is typed only if it is ``true``, ``false``, ``null`` (or nothing) or a whole number without
leading zeros; ``NO``, ``012``, ``22:22``, ``1.10`` and dates stay the text that was written (the core schema
of YAML 1.2.2, 10.3, narrowed). Keys are always text. The parser's events are read one by one, without
recursion, so depth is bounded and every key has its position. Sound files are read without positions, a
third of the work, and again when one is asked for.
"""

import re
from collections.abc import Iterable
from typing import Any

import yaml as pyyaml

from ..model.finding import Finding
from .parsed import Parsed
from .problems import yaml as problems
from .problems.slips import Slip, slipped
from .slips import slip
from .sources import Pointer

DEEPEST = 24
QUOTE = '"'
_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_CONSTANTS = {"true": True, "false": False, "null": None, "": None}
_TAB = re.compile(r"^ *\t\s*\S", re.MULTILINE)
# What stands at the start of a line in place of "- ", and what may be commas between the entries of a list.
_FALSE_DASH = re.compile(r"(?<=:\n)( *)(?:[－—–•·●][ \u3000]*|-(?![\s-]|[^:\n]*:(?:\s|$)))(\S.*)$", re.MULTILINE)
_WIDE_COMMA = re.compile(r"\[[^\[\]\n]*[，、；]")
# A key, a colon that is none, and the quoted text after it, all taken for one key.
_KEY_AND_QUOTE = re.compile(r"([A-Za-z][\w-]*)\s*(：)?\s*\"")
_ASIDE = re.compile("（[^）]*）|“[^”]*”|《[^》]*》")


def parse(path: str, text: str, above: int = 0) -> Parsed:
    """The one document in ``text``; ``above`` lines of the file come before it."""
    data = _sound(text)
    if data is not _NOT_SOUND:
        return Parsed(data, again=lambda: _with_positions(path, text, above).positions)
    return _with_positions(path, text, above)


def _with_positions(path: str, text: str, above: int) -> Parsed:
    builder = _Builder(path, above)
    tabs = list(_TAB.finditer(text))
    if tabs:
        line, column = text.count("\n", 0, tabs[0].start()), tabs[0].group().index("\t")
        builder.broken(problems.tab(path, (line + 1 + above, column + 1), len(tabs)))
        return builder.parsed
    if dash := _FALSE_DASH.search(text):
        at = text.count("\n", 0, dash.start()) + 1 + above, len(dash[1]) + 1
        builder.broken(slipped(path, at, Slip.DASH, f"- {dash[2].rstrip()}"))
        return builder.parsed
    try:
        builder.read(pyyaml.parse(text, Loader=pyyaml.CSafeLoader))
    except pyyaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        stumbled, column = (mark.line, mark.column + 1) if mark else (0, 1)
        if found := slip(path, text, (stumbled, column)):
            builder.broken(slipped(path, (found.line + above, found.column), found.slip, found.better))
        else:
            builder.broken(problems.syntax(path, (stumbled + 1 + above, column), error.problem or ""))
    except pyyaml.YAMLError:
        builder.broken(problems.syntax(path, (1 + above, 1), ""))
    return builder.parsed


_NOT_SOUND = object()


def _sound(text: str) -> Any:
    """The data of a text that has nothing to find; ``_NOT_SOUND`` for any other."""
    if _TAB.search(text) or _FALSE_DASH.search(text) or _WIDE_COMMA.search(text):
        return _NOT_SOUND
    try:
        return _read_sound(pyyaml.CSafeLoader(text))
    except pyyaml.YAMLError:
        return _NOT_SOUND


def _read_sound(loader: Any) -> Any:
    holder: list[Any] = []
    top: Any = holder
    key: str | None = None
    stack: list[tuple[Any, str | None]] = []
    documents = 0
    while True:
        event = loader.get_event()
        kind = type(event)
        if kind in (pyyaml.MappingEndEvent, pyyaml.SequenceEndEvent):
            top, key = stack.pop()
            continue
        if kind is pyyaml.StreamEndEvent:
            return holder[0] if holder else None
        if kind is pyyaml.DocumentStartEvent:
            documents += 1
        if kind in (pyyaml.StreamStartEvent, pyyaml.DocumentStartEvent, pyyaml.DocumentEndEvent):
            continue
        if documents > 1 or kind is pyyaml.AliasEvent or event.anchor is not None or event.tag is not None:
            return _NOT_SOUND
        scalar = kind is pyyaml.ScalarEvent
        if key is None and type(top) is dict:
            if not scalar or not event.value or event.value == "<<" or event.value in top:
                return _NOT_SOUND
            key = event.value
            continue
        if scalar and '"' in event.value and _open_quote(event):
            return _NOT_SOUND
        value: Any = _value(event) if scalar else {} if kind is pyyaml.MappingStartEvent else []
        if type(top) is dict:
            top[key] = value
            key = None
        else:
            top.append(value)
        if not scalar:
            stack.append((top, key))
            top, key = value, None
            if len(stack) > DEEPEST:
                return _NOT_SOUND


class _Open:
    """A list or mapping whose end has not been reached; ``key`` waits for its value if ``has_key``."""

    __slots__ = ("container", "flow", "has_key", "key", "pointer")

    def __init__(self, container: Any, pointer: Pointer, flow: bool | None) -> None:
        self.container = container
        self.flow = bool(flow) and isinstance(container, list)
        self.pointer = pointer
        self.key: str | None = None
        self.has_key = False


class _Builder:
    """Turns events into plain data; ``stack`` holds the open lists and mappings."""

    def __init__(self, path: str, above: int) -> None:
        self.path = path
        self.above = above
        self.parsed = Parsed()
        self.stack: list[_Open] = []

    def read(self, events: Iterable[Any]) -> None:
        documents = 0
        for event in events:
            match event:
                case pyyaml.ScalarEvent():
                    self.refuse_decoration(event)
                    self.refuse_slips(event)
                    self.put(_value(event), event)
                case pyyaml.MappingStartEvent() | pyyaml.SequenceStartEvent():
                    self.refuse_decoration(event)
                    container: Any = {} if isinstance(event, pyyaml.MappingStartEvent) else []
                    self.stack.append(_Open(container, self.put(container, event), event.flow_style))
                    if len(self.stack) > DEEPEST:
                        self.broken(problems.too_deep(self.path, self.at(event), DEEPEST))
                        return
                case pyyaml.MappingEndEvent() | pyyaml.SequenceEndEvent():
                    self.stack.pop()
                case pyyaml.AliasEvent():
                    self.broken(problems.alias(self.path, self.at(event), str(event.anchor)))
                    self.put(None, event)
                case pyyaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        self.broken(problems.second_document(self.path, self.at(event)))
                        return

    def at(self, event: Any) -> tuple[int, int]:
        return event.start_mark.line + 1 + self.above, event.start_mark.column + 1

    def broken(self, finding: Finding) -> None:
        self.parsed.findings.append(finding)
        self.parsed.whole = False

    def refuse_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            self.parsed.findings.append(problems.anchor(self.path, self.at(event), event.anchor))
        if event.tag is not None:
            self.parsed.findings.append(problems.tag(self.path, self.at(event), event.tag))

    def refuse_slips(self, event: Any) -> None:
        """Text that was meant to be in quotes, or to be several entries of a list."""
        line = self.at(event)[0]
        if any(finding.line == line for finding in self.parsed.findings):
            return
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.container, dict) and not top.has_key and (key := _KEY_AND_QUOTE.match(event.value)):
            slip_made = Slip.WIDE if key[2] else Slip.COLON
            self.broken(slipped(self.path, (line, self.at(event)[1] + len(key[1])), slip_made, f"{key[1]}:"))
        elif _open_quote(event):
            self.broken(slipped(self.path, self.at(event), Slip.QUOTE, f'"{event.value.replace(QUOTE, "")}"'))
        elif top and top.flow and event.implicit[0] and re.search("[，、；]", _ASIDE.sub("", event.value)):
            self.broken(slipped(self.path, self.at(event), Slip.WIDE, re.sub(" *[，、；] *", ", ", event.value)))

    def put(self, value: Any, event: Any) -> Pointer:
        """Put a value, or the key of the next one, into the innermost container; returns the way to it."""
        if not self.stack:
            self.parsed.data = value
            self.parsed.positions[()] = self.at(event)
            return ()
        top = self.stack[-1]
        if isinstance(top.container, list):
            pointer = (*top.pointer, len(top.container))
            self.parsed.positions[pointer] = self.at(event)
            top.container.append(value)
            return pointer
        if not top.has_key:
            top.key = self.key(event, top)
        elif top.key is not None:
            top.container[top.key] = value
        top.has_key = not top.has_key
        return top.pointer if top.key is None else (*top.pointer, top.key)

    def key(self, event: Any, top: _Open) -> str | None:
        """The key that ``event`` writes; None if what follows it has nowhere to go."""
        at = self.at(event)
        if not isinstance(event, pyyaml.ScalarEvent) or not event.value:
            self.broken(problems.bad_key(self.path, at))
            return None
        if event.value == "<<" and event.implicit[0]:
            self.broken(problems.merge_key(self.path, at))
            return None
        pointer = (*top.pointer, event.value)
        if event.value in top.container:
            self.parsed.findings.append(
                problems.duplicate_key(self.path, at, event.value, self.parsed.positions[pointer][0])
            )
            return None
        self.parsed.positions[pointer] = at
        return str(event.value)


def _open_quote(event: Any) -> bool:
    """Whether text without quotes holds one of a pair."""
    return bool(event.implicit[0]) and event.value.count(QUOTE) % 2 == 1


def _value(event: Any) -> Any:
    if not event.implicit[0]:
        return event.value
    if event.value in _CONSTANTS:
        return _CONSTANTS[event.value]
    return int(event.value) if _WHOLE_NUMBER.fullmatch(event.value) else event.value
