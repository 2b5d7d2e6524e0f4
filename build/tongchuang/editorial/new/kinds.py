"""What is asked for each kind of record: from ``kinds.yaml``, and from the schema of each field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ... import schemas
from ...catalogue import Catalogue, View
from ...load import yaml
from ...load.sources import Kind
from ...model.finding import Bilingual
from ...publish.words import words

# More than these are not listed with a question: a part of the name finds the near ones.
MOST_LISTED = 24


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask: its ``field`` in the record (keys and places in lists), the command's ``flag``, the words, the
    schema's ``node`` that the answer must fit, and the names by id of what there is to choose from."""

    field: tuple[str | int, ...]
    flag: str
    title: Bilingual
    help: Bilingual | None
    example: Bilingual | None
    node: Mapping[str, Any]
    choices: Mapping[str, Bilingual]
    optional: bool

    @property
    def name(self) -> str:
        """The last key of the field: what its answer is called in a path."""
        return str(self.field[-1])

    @property
    def several(self) -> bool:
        """Whether more than one thing may be answered."""
        return self.node.get("type") == "array"


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of record: what its file's ``path`` is made of, the questions, and the record before any answer.

    ``spelt`` is the question whose answer the id is made of; ``body`` the text below the front matter.
    """

    kind: Kind
    title: Bilingual
    path: str
    questions: tuple[Question, ...]
    record: Mapping[str, Any]
    spelt: str | None = None
    body: str | None = None


def kinds() -> Mapping[str, Bilingual]:
    """The kinds of record that can be begun, with their names."""
    return {kind: Bilingual(**entry["title"]) for kind, entry in _table().items()}


def flags(kind: str) -> Iterator[tuple[str, Bilingual, bool]]:
    """The flags of a kind: their names, what they are for, and whether they take several values."""
    for entry in _table()[kind]["asked"]:
        field = _field(entry)
        node = _node(kind, field)
        yield _flag(entry, field), _title(kind, field), node.get("type") == "array"


def form(kind: str, catalogue: Catalogue) -> Form:
    """What is asked for a kind, with what the content has to choose from."""
    entry = _table()[kind]
    questions = _questions(kind, _named(catalogue))
    return Form(
        kind=kind,  # type: ignore[arg-type]  # a test holds the table to the kinds
        title=Bilingual(**entry["title"]),
        path=entry["path"],
        questions=tuple(questions),
        record=entry["record"],
        spelt=entry.get("spelt"),
        body=entry.get("body"),
    )


@cache
def _table() -> Mapping[str, Any]:
    text = Path(__file__).with_name("kinds.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.parse("kinds.yaml", text).data
    return found


def _questions(kind: str, named: Mapping[str, Mapping[str, Bilingual]]) -> list[Question]:
    found = []
    for entry in _table()[kind]["asked"]:
        field = _field(entry)
        node = _node(kind, field)
        example = entry.get("example")
        found.append(
            Question(
                field=field,
                flag=_flag(entry, field),
                title=_title(kind, field),
                help=help_of(node, str(field[-1])),
                example=Bilingual(**example) if example else None,
                node=node,
                choices=named.get(entry.get("names", ""), {}) or _values(node, entry.get("words")),
                optional=entry.get("optional", False),
            )
        )
    return found


def _field(entry: Mapping[str, Any]) -> tuple[str | int, ...]:
    return tuple(int(key) if key.isdecimal() else key for key in entry["field"].split("."))


def _flag(entry: Mapping[str, Any], field: tuple[str | int, ...]) -> str:
    return str(entry.get("flag", str(field[-1]).replace("_", "-")))


def _title(kind: str, field: tuple[str | int, ...]) -> Bilingual:
    """What a field is called, after the one that it is part of."""
    nodes = [_node(kind, field[:1]), _node(kind, field)] if len(field) > 1 else [_node(kind, field)]
    return Bilingual("：".join(node["title"] for node in nodes), ": ".join(node["x-en"] for node in nodes))


def help_of(node: Mapping[str, Any], key: str) -> Bilingual | None:
    """What the schema says of a field beside its title; how ids are written matters only where one is made up."""
    if "description" not in node or (
        key != "id" and node["description"] == schemas.schema("service")["properties"]["id"]["description"]
    ):
        return None
    return Bilingual(node["description"], node["x-en-help"])


def _node(kind: str, field: tuple[str | int, ...]) -> Mapping[str, Any]:
    """The schema of a field, under which a part of its path stands if the record hasn't it itself."""
    if kind == "local" and field in (("region",), ("service",)):
        shared = schemas.schema("notice")["properties"]
        titled = {key: schemas.schema("service")[key] for key in ("title", "x-en")}
        return dict(shared["region"]) if field == ("region",) else {**shared["services"]["items"], **titled}
    node: Mapping[str, Any] = schemas.schema("service" if kind == "local" else kind)
    for key in field:
        node = schemas.deref(node["items"] if isinstance(key, int) else node["properties"][key])
    return node


def _values(node: Mapping[str, Any], key: str | None) -> dict[str, Bilingual]:
    """What an enumeration allows, with what the interface calls it."""
    allowed = node.get("enum") or node.get("items", {}).get("enum") or ()
    if key is None:
        return {value: Bilingual("", "") for value in allowed}
    return {value: Bilingual(*(words(lang)(f"{key}.{value}") for lang in ("zh", "en"))) for value in allowed}


def _named(catalogue: Catalogue) -> Mapping[str, Mapping[str, Bilingual]]:
    """The names of records by kind and id."""
    zh = catalogue.view("zh")
    en = catalogue.views.get("en", zh)

    def both(records: str) -> dict[str, Bilingual]:
        found = getattr(zh, records)
        return {id_: Bilingual(_name(found[id_]), _name(getattr(en, records)[id_])) for id_ in found}

    return {
        "category": both("categories"),
        "window": both("windows"),
        "department": both("departments"),
        "policy": both("policies"),
        "service": both("services"),
        "region": {code: Bilingual(_whole(zh, code), _whole(en, code)) for code in zh.regions},
        "place": {code: name for code, name in both("places").items() if not zh.places[code].source},
    }


def _name(record: Any) -> str:
    return str(getattr(record, "name", "") or record.title)


def _whole(view: View, code: str) -> str:
    """A division with the one above it: several have the same name."""
    *_, above, own = ("", *(view.regions[one].short for one in view.regions[code].chain if one in view.regions))
    return f"{above} {own}".strip()
