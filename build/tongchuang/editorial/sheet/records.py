"""Between records and rows: a record as rows of its worksheets, and a record changed by the rows that came back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ... import schemas
from ...load.sources import Pointer
from ...model.finding import Bilingual
from ..rewrite import placed
from . import book
from .cells import MISSING, Doubt, identifier, meant, normal, shown
from .labels import Labels, with_name
from .layout import Column, Table
from .read import Problem, Read, Row

Ids = tuple[str, ...]


def rows(table: Table, records: Mapping[Ids, Any], labels: Labels) -> dict[str, list[book.Row]]:
    """The rows of each worksheet, in the order of the records and their lists."""
    found: dict[str, list[book.Row]] = {one.title: [] for one in table.all()}
    for ids, record in records.items():
        _flatten(table, ids, record, labels, found)
    return found


def _flatten(table: Table, ids: Ids, data: Any, labels: Labels, found: dict[str, list[book.Row]]) -> None:
    cells = [shown(column, _at(data, column.keys), labels) for column in table.columns]
    found[table.title].append([*_named(table, ids, labels), *cells])
    for below in table.lists:
        for key, entry in _entries(below, _at(data, below.keys)):
            _flatten(below, ids if key is None else (*ids, key), entry, labels, found)


def _named(table: Table, ids: Ids, labels: Labels) -> Iterator[str]:
    """The ids of a row with the names of what they stand for; a record's own name stands in its row anyway."""
    kinds = {"事项编号": "service", "行政区划代码": "region"}
    for heading, id_ in zip(table.ids, ids, strict=True):
        kind: Any = kinds.get(heading.zh)
        own = not table.keys and kind == "service" and len(table.ids) == 1
        yield id_ if own else with_name(id_, labels.of.get(kind, {}).get(id_, ""))


def _entries(table: Table, data: Any) -> Iterator[tuple[str | None, Any]]:
    if data is MISSING:
        return
    if isinstance(data, Mapping):
        yield from data.items()
    else:
        for entry in data:
            yield (entry["id"] if table.own_id else None), entry


def _at(data: Any, keys: Sequence[str]) -> Any:
    for key in keys:
        if not isinstance(data, Mapping) or key not in data:
            return MISSING
        data = data[key]
    return data


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a value came from."""

    sheet: str
    row: int
    column: str


@dataclass
class Merger:
    """Puts the rows that came back over the records there were; collects what is wrong with them."""

    table: Table
    sheets: Mapping[str, Read]
    labels: Labels
    problems: list[Problem] = field(default_factory=list)
    cells: dict[tuple[Ids, Pointer], Cell] = field(default_factory=dict)
    _rows: dict[str, dict[Ids, list[tuple[Ids, Row]]]] = field(default_factory=dict)

    def records(self, before: Mapping[Ids, Any]) -> dict[Ids, Any]:
        """Every record that has a row, as its rows say it is."""
        if self.table.title not in self.sheets:
            return {}
        for table in self.table.all():
            self._rows[table.title] = self._by_parent(table)
        found: dict[Ids, Any] = {}
        for entries in self._rows[self.table.title].values():
            for ids, row in entries:
                found[ids] = self._merged(self.table, row, before.get(ids, MISSING), ids, ids, ())
        self._say_strays(self.table, set(found))
        return found

    def _by_parent(self, table: Table) -> dict[Ids, list[tuple[Ids, Row]]]:
        """The rows of a worksheet by the ids of what they belong to, each with all its ids."""
        found: dict[Ids, list[tuple[Ids, Row]]] = {}
        sheet = self.sheets.get(table.title)
        seen: dict[Ids, int] = {}
        if sheet is None or any(id_.zh not in sheet.letters for id_ in table.ids):
            return found
        for row in sheet.rows:
            ids = self._ids(table, row)
            if ids is None:
                continue
            if table.own_id and ids in seen:
                last = table.ids[-1]
                self._say(
                    table,
                    row,
                    last.zh,
                    Bilingual(
                        f"“{ids[-1]}”在第 {seen[ids]} 行已经有了。", f'"{ids[-1]}" is on row {seen[ids]} already.'
                    ),
                    Bilingual("请给它另起一个编号，或删掉这一行。", "Give it another id, or delete the row."),
                )
                continue
            seen[ids] = row.number
            whole = not table.keys or not table.own_id
            found.setdefault(ids if whole else ids[:-1], []).append((ids, row))
        return found

    def _ids(self, table: Table, row: Row) -> Ids | None:
        found = []
        for heading in table.ids:
            raw = row.cells.get(heading.zh)
            id_ = identifier(raw) if raw is not None else None
            if id_ is None or isinstance(id_, Doubt):
                doubt = id_ or Doubt(
                    Bilingual(f"这一行没有“{heading.zh}”。", f'This row has no "{heading.zh}".'),
                    Bilingual("请补上编号，或清空整行。", "Fill in the id, or clear the row."),
                )
                self._say(table, row, heading.zh, doubt.message, doubt.remedy)
                return None
            found.append(id_)
        return tuple(found)

    def _say_strays(self, table: Table, known: set[Ids]) -> None:
        """Rows of lists whose record, or entry above, has no row."""
        for below in table.lists:
            entries = self._rows[below.title]
            for parent, children in entries.items():
                if parent not in known and below.title in self.sheets:
                    self._say(
                        below,
                        children[0][1],
                        below.ids[len(parent) - 1].zh,
                        Bilingual(
                            f"“{parent[-1]}”在“{table.title}”表里没有行。",
                            f'"{parent[-1]}" has no row on the worksheet "{table.title}".',
                        ),
                        Bilingual("请核对编号，或在那张表里补上这一行。", "Check the id, or add the row there."),
                    )
            if below.title in self.sheets:
                self._say_strays(below, {ids for children in entries.values() for ids, _ in children})

    def _merged(self, table: Table, row: Row, old: Any, ids: Ids, record: Ids, pointer: Pointer) -> Any:
        """What a row and the rows below it say, over what there was."""
        kept = dict(old) if isinstance(old, Mapping) else {}
        new = kept
        self._mark(table, row, table.ids[-1].zh, record, pointer)
        own = next((key for key in ("id", "code") if key in schemas.properties(table.node)), None)
        if own and table.own_id and not table.by_key:
            new = {own: ids[-1]} | new
            self._mark(table, row, table.ids[-1].zh, record, (*pointer, own))
        letters = self.sheets[table.title].letters
        for column in table.columns:
            if column.title.zh in letters:
                value = self._value(table, column, row, _at(old, column.keys))
                new = _put(new, column.keys, value, table.node)
                self._mark(table, row, column.title.zh, record, (*pointer, *column.keys))
        for below in table.lists:
            if below.title in self.sheets:
                listed = self._listed(below, _at(old, below.keys), ids, record, pointer)
                if listed is MISSING and _required(table.node, below.keys) and _at(new, below.keys[:-1]) is not MISSING:
                    listed = []
                new = _put(new, below.keys, listed, table.node)
        return new

    def _listed(self, table: Table, old: Any, ids: Ids, record: Ids, pointer: Pointer) -> Any:
        children = self._rows[table.title].get(ids, [])
        if not children:
            return old if old is MISSING or not old else MISSING
        above = (*pointer, *table.keys)
        before = dict(_entries(table, old)) if table.own_id else {}
        in_order = [] if table.own_id or old is MISSING else list(old)
        found = []
        for index, (own, row) in enumerate(children):
            was = (
                before.get(own[-1], MISSING)
                if table.own_id
                else (in_order[index] if index < len(in_order) else MISSING)
            )
            part = own[-1] if table.by_key else index
            found.append(self._merged(table, row, was, own, record, (*above, part)))
        if table.by_key:
            return dict(zip((own[-1] for own, _ in children), found, strict=True))
        return found

    def _value(self, table: Table, column: Column, row: Row, old: Any) -> Any:
        raw = row.cells.get(column.title.zh)
        if raw == normal(shown(column, old, self.labels)):
            return old
        value = meant(column, raw, self.labels)
        if isinstance(value, Doubt):
            self._say(table, row, column.title.zh, value.message, value.remedy)
            return old
        return value

    def _mark(self, table: Table, row: Row, heading: str, record: Ids, pointer: Pointer) -> None:
        self.cells[record, pointer] = Cell(table.title, row.number, self.sheets[table.title].letters.get(heading, ""))

    def _say(self, table: Table, row: Row, heading: str, message: Bilingual, remedy: Bilingual) -> None:
        letter = self.sheets[table.title].letters.get(heading, "")
        named = Bilingual(f"“{heading}”：{message.zh}", f"{heading}: {message.en}")
        self.problems.append(Problem(table.title, row.number, letter, named, remedy))


def _put(data: Mapping[str, Any], keys: Sequence[str], value: Any, node: schemas.Node) -> dict[str, Any]:
    """``data`` with a value at ``keys``, or without it; new keys stand where the schema has them."""
    key, *rest = keys
    if rest:
        inner = data.get(key, MISSING)
        held = inner if isinstance(inner, Mapping) else {}
        below = _put(held, rest, value, schemas.deref(schemas.properties(node)[key]))
        # An object whose last value went goes too; one that was empty stays so.
        value = inner if below == held else below or MISSING
    if value is MISSING:
        return {known: one for known, one in data.items() if known != key}
    return placed(data, key, value, list(schemas.properties(node)))


def _required(node: schemas.Node, keys: Sequence[str]) -> bool:
    for key in keys:
        if key not in schemas.deref(node).get("required", ()):
            return False
        node = schemas.properties(node)[key]
    return True
