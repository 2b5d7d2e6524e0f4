"""The round trip: content to a workbook, and a workbook back to changed files, checked before anything is written."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ... import schemas
from ...check import check
from ...load import Document, Sources
from ...load.documents import parse
from ...load.sources import Pointer
from ...load.walk import classify
from ...model.finding import Bilingual, Finding
from ..diff.fields import below, differences, title
from ..rewrite import Unwritable, rewrite, written
from .book import book
from .labels import labels
from .layout import NAMES, Name, layout
from .read import Problem, Read, read
from .records import Cell, Ids, Merger, rows


class NoSuchKind(Exception):
    """Nothing of this name can be exported."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that an import changes: its new text, and what differs in words."""

    path: str
    text: str
    new: bool
    said: tuple[Bilingual, ...]


_LONGEST = 60  # characters of a value in the list of changes


@dataclass(frozen=True, slots=True)
class Import:
    """What a workbook would change; nothing may be written if there are problems."""

    changed: tuple[Changed, ...]
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]
    hidden: int


def names(given: Iterable[str]) -> tuple[Name, ...]:
    """The kinds of record to export, all if none is given; NoSuchKind for one that isn't there."""
    asked = set(given)
    for one in asked - set(NAMES):
        raise NoSuchKind(one)
    return tuple(name for name in NAMES if name in asked or not asked)


def export(sources: Sources, names: Iterable[Name]) -> bytes:
    """The workbook of these kinds of record."""
    named = labels(sources)
    tables = []
    for name in names:
        table = layout(name)
        found = rows(table, {ids: document.data for ids, document in _documents(sources, name).items()}, named)
        tables += [(one, found[one.title]) for one in table.all()]
    return book(tables, named)


def import_(sources: Sources, texts: Mapping[str, str], raw: bytes, as_of: date) -> Import:
    """What the workbook ``raw`` changes in content without errors. ``texts`` gives the text of a file by its path.

    NotABook if the file can't be read at all.
    """
    sheets, problems = read(raw, {one.title: one for name in NAMES for one in layout(name).all()})
    named = labels(sources)
    changed: list[Changed] = []
    came: dict[str, tuple[Ids, Mapping[tuple[Ids, Pointer], Cell]]] = {}
    for name in NAMES:
        table = layout(name)
        merger = Merger(table, sheets, named)
        documents = _documents(sources, name)
        if missing := _headless(name, sheets):
            problems.append(missing)
        found = merger.records({ids: document.data for ids, document in documents.items()})
        problems += merger.problems
        for ids, record in found.items():
            document = documents.get(ids)
            path = document.path if document else _path(name, ids, record)
            one = _changed(path, document, texts, record, name)
            if isinstance(one, Changed):
                changed.append(one)
                if document is not None:
                    changed += _translations(sources, texts, document, table.node, record)
                came[path] = ids, merger.cells
            elif one is not None:
                problems.append(replace(one, **_place(merger.cells.get((ids, ())))))
    if problems:
        return Import(tuple(changed), tuple(problems), (), 0)
    told, findings = _checked(sources, changed, came, as_of)
    hidden = sum(sheet.hidden for sheet in sheets.values())
    return Import(tuple(changed), tuple(told), tuple(findings), hidden)


def _documents(sources: Sources, name: Name) -> dict[Ids, Document]:
    kind, _ = NAMES[name]
    if kind == "local":
        return dict(sources.local().items())
    return {(key,): document for key, document in sources.of(kind).items()}


def _headless(name: Name, sheets: Mapping[str, Read]) -> Problem | None:
    """A workbook with lists of a kind but without its records."""
    first, *lists = (table.title for table in layout(name).all())
    stray = next((title for title in lists if title in sheets), None)
    if stray is None or first in sheets:
        return None
    return Problem(
        stray,
        0,
        "",
        Bilingual(f"有“{stray}”，没有“{first}”工作表。", f'There is "{stray}" but no worksheet "{first}".'),
        Bilingual(f"请把“{first}”也留在文件里。", f'Keep "{first}" in the file.'),
    )


def _path(name: Name, ids: Ids, record: Mapping[str, Any]) -> str:
    """Where a new record belongs."""
    match name:
        case "services":
            return f"content/services/{record.get('category', '')}/{ids[0]}.yaml"
        case "places":
            return f"content/network/places/{ids[0]}.yaml"
        case "local":
            return f"content/local/{'/'.join(ids)}.yaml"


def _changed(
    path: str, document: Document | None, texts: Mapping[str, str], record: Any, name: Name
) -> Changed | Problem | None:
    """The file as it should be; None if nothing changes, a problem if it can't be written."""
    if document is not None and document.data == record and list(document.data) == list(record):
        return None
    if document is None and classify(path) is None:
        return Problem(
            "",
            0,
            "",
            Bilingual(
                "新的一行缺类别，或者编号写得不对。", "A new row has no category, or its id is not written right."
            ),
            Bilingual(
                "编号用小写英文字母、数字和连字符，例如 wage-help；区划代码只写数字。",
                "Ids are lower-case letters, digits and hyphens, such as wage-help; division codes are digits.",
            ),
        )
    try:
        text = rewrite(texts[path], record) if document else written(record)
    except Unwritable:
        return Problem(
            "",
            0,
            "",
            Bilingual(f"{path} 的写法特别，没法自动改。", f"{path} is written in a way that can't be edited here."),
            Bilingual("请直接在文件里改这一条。", "Change this record in the file itself."),
        )
    said = () if document is None else tuple(_said(layout(name).node, document.data, record))
    return Changed(path, text, document is None, said)


def _translations(
    sources: Sources, texts: Mapping[str, str], document: Document, node: schemas.Node, record: Any
) -> Iterator[Changed]:
    """The translations of a record without the words of what was deleted: left there, they would stand for nothing."""
    gone = [one.pointer for one in differences(node, document.data, record) if one.after is None]
    for words in sources.documents:
        if words.lang is None or (words.kind, words.key, words.region) != (
            document.kind,
            document.key,
            document.region,
        ):
            continue
        data = words.data
        for way in gone:
            data = _without(data, way)
        if data and data != words.data:
            said = Bilingual("原文删掉的，译文也删掉", "words of what was deleted are deleted too")
            # One that can't be edited here is named by the check, with its line.
            with suppress(Unwritable):
                yield Changed(words.path, rewrite(texts[words.path], data), False, (said,))


def _without(data: Mapping[str, Any], way: Pointer) -> dict[str, Any]:
    key, *rest = way
    inner = data.get(str(key))
    kept = {known: value for known, value in data.items() if known != key}
    if rest and isinstance(inner, Mapping) and (below_it := _without(inner, tuple(rest))):
        return {known: below_it if known == key else value for known, value in data.items()}
    return kept if not rest or isinstance(inner, Mapping) else dict(data)


def _said(node: schemas.Node, before: Any, after: Any) -> Iterator[Bilingual]:
    """What differs, a line for each value: where it is, and the words before and after."""
    for one in differences(node, before, after):
        where = Bilingual("", "")
        at = node
        for key in one.pointer:
            entry = schemas.items_by_id(at)
            at = entry if entry is not None else below(at, str(key))
            named = Bilingual(str(key), str(key)) if entry is not None else title(at, str(key))
            dot = Bilingual("·", ": ") if where.zh else where
            where = Bilingual(where.zh + dot.zh + named.zh, where.en + dot.en + named.en)
        was, now = _short(one.before), _short(one.after)
        yield Bilingual(f"{where.zh}：{was} → {now}", f"{where.en}: {was} → {now}")


def _short(value: Any) -> str:
    """A value in a line of a list of changes."""
    if value is None:
        return "∅"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _checked(
    sources: Sources,
    changed: list[Changed],
    came: Mapping[str, tuple[Ids, Mapping[tuple[Ids, Pointer], Cell]]],
    as_of: date,
) -> tuple[list[Problem], list[Finding]]:
    """The errors that the changed files would bring: at their cells, or else where they are in the content."""
    if not changed:
        return [], []
    documents = {document.path: document for document in sources.documents}
    loaded: list[Finding] = list(sources.findings)
    for one in changed:
        place = classify(one.path)
        assert place is not None
        document, found = parse(place, one.text.encode())
        loaded += found
        if document is not None:
            documents[one.path] = document
    after = Sources(tuple(sorted(documents.values(), key=lambda document: document.path)), tuple(loaded), sources.marks)
    told: list[Problem] = []
    findings: list[Finding] = []
    for finding in check(after, as_of):
        if finding.severity != "error":
            continue
        cell = _cell(documents.get(finding.path), finding, came)
        if cell is None:
            findings.append(finding)
        else:
            said = Bilingual(f"{finding.code} {finding.message.zh}", f"{finding.code} {finding.message.en}")
            told.append(Problem(cell.sheet, cell.row, cell.column, said, finding.remedy))
    return told, findings


def _cell(
    document: Document | None,
    finding: Finding,
    came: Mapping[str, tuple[Ids, Mapping[tuple[Ids, Pointer], Cell]]],
) -> Cell | None:
    """The cell that a finding's line and column came from: the value there, or what holds it."""
    if document is None or finding.path not in came:
        return None
    ids, cells = came[finding.path]
    at = next((p for p in _pointers(document.data) if document.position(p) == (finding.line, finding.column)), ())
    while at and (ids, at) not in cells:
        at = at[:-1]
    return cells.get((ids, at))


def _pointers(value: Any, pointer: Pointer = ()) -> Iterable[Pointer]:
    """The way to every value, what lies deeper later."""
    level: list[tuple[Pointer, Any]] = [(pointer, value)]
    while level:
        yield from (at for at, _ in level)
        level = [
            ((*at, key), inner)
            for at, data in level
            for key, inner in (
                data.items() if isinstance(data, Mapping) else enumerate(data) if isinstance(data, list) else ()
            )
        ]


def _place(cell: Cell | None) -> dict[str, Any]:
    return {"sheet": cell.sheet, "row": cell.row, "column": cell.column} if cell else {}
