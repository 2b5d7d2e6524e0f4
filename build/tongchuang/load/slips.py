"""What an editor most likely did where the YAML parser stumbles, found by mending it.

The parser often stumbles a line or more after the slip: a quotation mark that is never closed ends at the next one.
So each likely slip of the lines at and above the place of the error is mended in turn, and the text is read again.
What lets the parser get furthest is the slip, and its line the line to look at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

import yaml as pyyaml

from .. import schemas
from .problems.slips import Slip
from .walk import LISTS, classify

_NEAR = 3  # lines with text above the error that may hold the slip
_LONGEST = 200_000  # characters; what is longer is read once only
_PAIRS = {"[": "]", "{": "}"}
_SOUND = 1 << 30
_KEY = re.compile(r"(?P<head>\s*(?:- +)?\{?)(?P<key>[A-Za-z][\w-]*)(?P<tail>.*)")
_VALUE = re.compile(r"(?P<head>\s*(?:- +)?[A-Za-z][\w-]*: +)(?P<value>\S.*?)\s*$")
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"' + r"|(?<![^\s\[{,:-])'(?:''|[^'])*'")


@dataclass(frozen=True, slots=True)
class Found:
    """A slip, and where it is: line and column from 1 within the text, and what belongs there."""

    slip: Slip
    line: int
    column: int
    better: str


def slip(path: str, text: str, stumbled: tuple[int, int]) -> Found | None:
    """The slip that made the parser stumble in a line (from 0) and column (from 1), if mending one gets it further."""
    if len(text) > _LONGEST:
        return None
    error, column = stumbled
    lines = text.split("\n")
    known = _top_keys(path)
    best: tuple[tuple[int, int, int], Found] | None = None
    for found, mended in _mended(lines, min(error, len(lines) - 1)):
        changed = [*lines[: found.line - 1], mended, *lines[found.line :]]
        reached = _reached("\n".join(changed))
        if reached <= error:
            continue
        # As far as possible; then what leaves every key of the top where it is known; then the first in the order.
        strange = sum(known is not None and key not in known for key in _at_top(changed, known))
        even = _evened(lines[found.line - 1], mended) if found.slip is Slip.INDENT else 0
        rank = (reached, -strange, even)
        if best is None or rank > best[0]:
            best = rank, found
    if best and best[1].slip is Slip.SPECIAL and best[1].line == error + 1:
        return replace(best[1], column=column)
    return best[1] if best else None


def _evened(line: str, mended: str) -> int:
    """1 where an odd indent becomes even, -1 the other way round: levels are two spaces apart."""
    before, after = (len(text) - len(text.lstrip(" ")) for text in (line, mended))
    return before % 2 - after % 2


def _reached(text: str) -> int:
    """The line where the parser stumbles; beyond every line if it does not."""
    try:
        for _ in pyyaml.parse(text, Loader=pyyaml.CSafeLoader):
            pass
    except pyyaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return mark.line if mark else 0
    except pyyaml.YAMLError:
        return 0
    return _SOUND


def _top_keys(path: str) -> frozenset[str] | None:
    """The keys that a file of this kind has at its top; None for a list."""
    place = classify(path)
    if place is None or (place.kind in LISTS and place.lang is None) or place.format == "table":
        return None
    kind = "service" if place.kind == "local" else place.kind
    own = {"base", "of", "delegated", "exceptions", "local_basis", "implementation_code"}
    return frozenset({*schemas.properties(schemas.schema(kind)), *own})


def _at_top(lines: list[str], known: frozenset[str] | None) -> Iterator[str]:
    if known is not None:
        for line in lines:
            if key := re.match(r"([A-Za-z][\w-]*):", line):
                yield key[1]


def _mended(lines: list[str], error: int) -> Iterator[tuple[Found, str]]:
    """Each likely slip with its line as it should be, the surest kinds first."""
    near = list(islice((n for n in range(error, -1, -1) if lines[n].strip()), _NEAR + 1))
    for at in near:
        yield from _colons_and_dashes(at, lines[at])
    for at in islice((n for n in range(error, -1, -1) if _open_quote(lines[n])), _NEAR):
        yield from _quotes(at, lines[at])
    for at in islice((n for n in range(error, -1, -1) if _balanced(lines[n]) != lines[n]), _NEAR):
        line = _balanced(lines[at])
        yield Found(Slip.BRACKET, at + 1, _first_difference(lines[at], line) + 1, line.strip()), line
    for at in near[:2]:
        opened = _opened(lines[at])
        if opened != lines[at]:
            yield Found(Slip.BRACKET, at + 1, _first_difference(lines[at], opened) + 1, opened.strip()), opened
    uneven = islice((n for n in range(error, -1, -1) if (len(lines[n]) - len(lines[n].lstrip(" "))) % 2), 1)
    for at in dict.fromkeys([*near[:2], *uneven]):
        yield from _indents(lines, at)
    for at in near[:2]:
        value = _VALUE.fullmatch(lines[at])
        if value and value["value"][:1] not in "[{":
            quoted = '"' + value["value"].strip('"').replace("\\", "\\\\").replace('"', "”") + '"'
            yield Found(Slip.SPECIAL, at + 1, value.start("value") + 1, quoted), value["head"] + quoted
    for at in near[:1]:
        value = _VALUE.fullmatch(lines[at])
        if value:
            quoted = '"' + value["value"].replace("\\", "\\\\").replace('"', "”") + '"'
            yield Found(Slip.SPECIAL, at + 1, value.start("value") + 1, quoted), value["head"] + quoted


def _colons_and_dashes(at: int, line: str) -> Iterator[tuple[Found, str]]:
    dash = re.match(r"( *)([－—–•·●-])\s*(?=\S)", line)
    if dash and not line.lstrip().startswith(("- ", "---")):
        mended = f"{dash[1]}- {line[dash.end() :]}"
        yield Found(Slip.DASH, at + 1, dash.start(2) + 1, mended.strip()), mended
    for wide, narrow in (("｛", "{"), ("｝", "}"), ("［", "["), ("］", "]"), ("【", "["), ("】", "]")):
        if wide in line:
            mended = line.replace(wide, narrow)
            yield Found(Slip.WIDE, at + 1, line.index(wide) + 1, mended.strip()), mended
    if "，" in line and _balanced(line) == line:
        mended = line.replace("，", ", ")
        yield Found(Slip.WIDE, at + 1, line.index("，") + 1, mended.strip()), mended
    key = _KEY.fullmatch(line)
    if key is None:
        return
    column, tail = key.end("key") + 1, key["tail"]
    start = key["head"] + key["key"] + ": "
    better = start.strip()
    if tail.lstrip().startswith("："):
        yield Found(Slip.WIDE, at + 1, column, better), start + tail.lstrip()[1:].lstrip()
    elif re.match(r":\S", tail):
        yield Found(Slip.SPACE, at + 1, column, better), start + tail[1:]
    elif ":" not in tail:
        yield Found(Slip.COLON, at + 1, column, better), start + tail.lstrip()


def _open_quote(line: str) -> bool:
    return '"' in _bare(line) or bool(re.search(r"(?<=[\s\[{,])'", _bare(line)))


def _bare(line: str) -> str:
    """The line with what stands in pairs of quotes blanked out."""
    return _QUOTED.sub(lambda found: " " * len(found[0]), line)


def _quotes(at: int, line: str) -> Iterator[tuple[Found, str]]:
    """A quote is closed before the brackets, commas or the comment that end its text, or at the end of the line."""
    bare = _bare(line)
    start = max(bare.rfind('"'), bare.rfind("'"))
    mark, rest = line[start], line[start + 1 :]
    ends = [found.start() for found in re.finditer(r"[,\]}]| #", rest)][:6]
    for end in (*ends, len(rest.rstrip())):
        mended = f"{line[: start + 1]}{rest[:end]}{mark}{rest[end:]}"
        yield Found(Slip.QUOTE, at + 1, start + 1, f"{mark}{rest[:end]}{mark}"), mended
    yield Found(Slip.QUOTE, at + 1, start + 1, rest.strip()), line[:start] + rest


def _balanced(line: str) -> str:
    """The line with each bracket that it opens closed, and none closed that it did not open."""
    bare = _bare(line).partition(" #")[0]
    if not re.search(r"(?:^|[\s\[{,])[\[{]", bare):
        return line
    waiting: list[str] = []
    made: list[str] = []
    for position, sign in enumerate(line):
        if position < len(bare) and bare[position] == sign:
            if sign in _PAIRS:
                waiting.append(_PAIRS[sign])
            elif sign in _PAIRS.values():
                while sign in waiting and waiting[-1] != sign:
                    made.append(waiting.pop())
                if not waiting:
                    continue
                sign = waiting.pop()
        made.append(sign)
    return "".join(made).rstrip() + "".join(reversed(waiting))


def _opened(line: str) -> str:
    """The line with a bracket at the start of its value if it ends with one that it never opened."""
    bare = _bare(line).rstrip()
    opening = {"]": "[", "}": "{"}.get(bare[-1:], "")
    start = re.match(r"\s*- +|\s*[A-Za-z][\w-]*: +", line)
    if not opening or not start or bare.count(opening) >= bare.count(bare[-1]):
        return line
    return line[: start.end()] + opening + line[start.end() :]


def _indents(lines: list[str], at: int) -> Iterator[tuple[Found, str]]:
    """The line in the columns of its neighbours, and one level below the line above."""
    line = lines[at]
    now = len(line) - len(line.lstrip(" "))
    above = next((lines[n] for n in range(at - 1, -1, -1) if lines[n].strip()), "")
    below = next((lines[n] for n in range(at + 1, len(lines)) if lines[n].strip()), "")
    levels = [len(near) - len(near.lstrip(" ")) for near in (above, below)]
    for due in dict.fromkeys((levels[0], levels[0] + 2, levels[1], levels[0] - 2, levels[1] - 2, now + 2)):
        if due >= 0 and due != now and line.strip():
            yield Found(Slip.INDENT, at + 1, now + 1, str(due)), " " * due + line.lstrip(" ")


def _first_difference(old: str, new: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
