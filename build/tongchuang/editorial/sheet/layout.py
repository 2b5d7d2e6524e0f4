"""What a workbook looks like, from the schemas: a worksheet for each kind of record and each list in it.

A row of a record's own worksheet is the record, its columns the fields that hold one value; a list of things gets a
worksheet of its own, each row keyed by the record's id and, within the record, by the entry's. A citation list, a list
of words and a map of ids are one cell. The exceptions and delegated fields of local versions stay in their files.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from ... import schemas
from ...load.sources import Kind
from ...model.finding import Bilingual

Name = Literal["services", "places", "local"]
NAMES: Mapping[Name, tuple[Kind, Bilingual]] = {
    "services": ("service", Bilingual("服务事项", "Services")),
    "places": ("place", Bilingual("场所", "Places")),
    "local": ("local", Bilingual("地方版本", "Local versions")),
}
NAMED: Mapping[Kind, Bilingual] = dict(NAMES.values())
# How the cell of a column is written and read; see ``cells``.
Form = Literal[
    "text", "date", "clock", "money", "integer", "boolean", "enum", "words", "ids", "numbers", "basis", "map"
]
_IN_THE_FILE = frozenset({"delegated", "exceptions"})
# Which fields hold the id of another kind of record: drop-downs, and names beside the ids.
REFERENCES: Mapping[Kind, Mapping[str, Kind]] = {
    "service": {
        "category": "category",
        "life_events": "life-event",
        "window": "window",
        "departments.lead": "department",
        "departments.supporting": "department",
        "materials.form": "form",
        "withdrawn.replaced_by": "service",
    },
    "local": {"window": "window"},
    "place": {"windows": "window"},
}


@dataclass(frozen=True, slots=True)
class Column:
    """A field that one cell holds; ``keys`` lead to it within its row's record or entry."""

    keys: tuple[str, ...]
    title: Bilingual
    form: Form
    node: schemas.Node
    required: bool
    refers: Kind | None = None

    @property
    def help(self) -> Bilingual:
        """What the schema says about the field."""
        return Bilingual(self.node.get("description", ""), self.node.get("x-en-help", ""))


@dataclass(frozen=True, slots=True)
class Table:
    """A worksheet. ``keys`` lead from the parent's row to the list; none for records.

    ``ids`` are the columns that say whose row this is: the record's, those of the entries above, and the row's own.
    A list without ids (``own_id`` False) is matched by order.
    """

    title: str
    keys: tuple[str, ...]
    ids: tuple[Bilingual, ...]
    columns: tuple[Column, ...]
    lists: tuple["Table", ...]
    own_id: bool
    by_key: bool
    node: schemas.Node

    def all(self) -> Iterator["Table"]:
        """The worksheet and those of its lists, in the order of the schema."""
        yield self
        for table in self.lists:
            yield from table.all()

    @property
    def headings(self) -> tuple[Bilingual, ...]:
        """The headings from left to right."""
        return (*self.ids, *(column.title for column in self.columns))


_ENTRY = Bilingual("编号", "Identifier")
_RECORD_IDS: Mapping[Kind, tuple[Bilingual, ...]] = {
    "service": (Bilingual("事项编号", "Service"),),
    "place": (Bilingual("行政区划代码", "Division code"),),
    "local": (Bilingual("行政区划代码", "Division code"), Bilingual("事项编号", "Service")),
}
OWN_KEYS: Mapping[Kind, str | None] = {"service": "id", "place": "code", "local": None}


@cache
def layout(name: Name) -> Table:
    """The worksheets of one kind of record."""
    kind, title = NAMES[name]
    node = schemas.local_schema() if kind == "local" else schemas.schema(kind)
    return _table(kind, title.zh, (), _RECORD_IDS[kind], node, own=OWN_KEYS[kind])


def _table(
    kind: Kind,
    title: str,
    keys: tuple[str, ...],
    ids: tuple[Bilingual, ...],
    node: schemas.Node,
    own: str | None,
    by_key: bool = False,
    path: tuple[str, ...] = (),
) -> Table:
    columns: list[Column] = []
    lists: list[Table] = []
    for below, inner, named, required in _fields(node):
        if below == (own,):
            continue
        entry = _entry_of(inner)
        if entry is None:
            refers = REFERENCES[kind].get(".".join((*path, *below)))
            columns.append(Column(below, named, _form(inner), inner, required, refers))
            continue
        mapped = inner.get("type") == "object"
        with_id = mapped or "id" in schemas.properties(entry)
        own_id = Bilingual(f"{named.zh}·{_ENTRY.zh}", f"{named.en}: {_ENTRY.en.lower()}")
        lists.append(
            _table(
                kind,
                f"{NAMED[kind].zh}·{named.zh}",
                below,
                (*ids, own_id) if with_id else ids,
                entry,
                own="id" if with_id else None,
                by_key=mapped,
                path=(*path, *below),
            )
        )
    # A record's name stands beside its id.
    columns.sort(key=lambda column: column.keys != ("name",))
    own_id_here = bool(not keys or own or by_key)
    return Table(title, keys, ids, tuple(columns), tuple(lists), own_id_here, by_key, node)


def _fields(node: schemas.Node, above: tuple[str, ...] = (), said: Bilingual | None = None) -> Iterator[Any]:
    """Each field that is a cell or a list: its keys, node, title and whether it must be there."""
    required = node.get("required", ())
    for key, child in schemas.properties(node).items():
        if key in _IN_THE_FILE:
            continue
        inner = schemas.deref(child)
        own = Bilingual(inner.get("title", ""), inner.get("x-en", ""))
        own = own if own.zh else _titled_like(key)
        named = Bilingual(f"{said.zh}·{own.zh}", f"{said.en}: {own.en.lower()}") if said else own
        if schemas.properties(inner):
            yield from _fields(inner, (*above, key), named)
        else:
            yield (*above, key), inner, named, key in required


def _titled_like(key: str) -> Bilingual:
    """The title that the service's schema gives a key; the derived schema of local versions drops those of lists."""
    if key == "base":
        return Bilingual("依据的修订", "Made against")
    node = schemas.deref(schemas.schema("service")["properties"][key])
    return Bilingual(node["title"], node["x-en"])


def _entry_of(node: schemas.Node) -> schemas.Node | None:
    """The node of the entries of a list of things (or map of things by id); None for what one cell holds."""
    if node.get("type") == "array":
        entry = schemas.deref(node["items"])
    else:
        inner = node.get("additionalProperties")
        entry = schemas.deref(inner) if isinstance(inner, Mapping) else {}
    return entry if schemas.properties(entry) and not is_citation(entry) else None


def is_citation(node: schemas.Node) -> bool:
    """Whether a node is a citation of a policy or law."""
    return set(schemas.properties(node)) == {"policy", "article"}


def _form(node: schemas.Node) -> Form:
    if node.get("type") == "array":
        entry = schemas.deref(node["items"])
        if is_citation(entry):
            return "basis"
        if entry.get("type") == "integer":
            return "numbers"
        return "ids" if "enum" in entry or str(entry.get("pattern", "")).startswith("^[a-z0-9]+(") else "words"
    if node.get("type") == "object":
        return "map"
    if "enum" in node:
        return "enum"
    if node.get("type") in ("boolean", "integer"):
        return "boolean" if node["type"] == "boolean" else "integer"
    pattern = node.get("pattern", "")
    if node.get("format") == "date":
        return "date"
    return "clock" if pattern.startswith("^([01]") else "money" if pattern.startswith(r"^\d{1,7}(") else "text"
