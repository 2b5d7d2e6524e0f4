"""The reference of the content model, written from the schemas: ``docs/model.md`` and ``docs/model.zh.md``.

``make reference`` runs this module. A test holds the two files to the schemas.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .. import schemas
from ..load.sources import Kind

DOCS = Path(__file__).resolve().parents[3] / "docs"
FILES: Mapping[str, str] = {"en": "model.md", "zh": "model.zh.md"}
# Where the file of each kind lies; translations lie beside it.
WHERE: Mapping[Kind, str] = {
    "service": "services/<category>/<id>.yaml",
    "policy": "policies/<id>/zh.md",
    "place": "network/places/<region>.yaml",
    "network": "network/<id>.yaml",
    "profile": "network/profiles/<id>.yaml",
    "point": "network/points/<id>.yaml",
    "pair": "network/pairs/<id>.yaml",
    "routing": "network/routing/<region>.yaml",
    "form": "forms/<id>.yaml",
    "ledger": "ledgers/<id>.yaml",
    "wall-rule": "wall/<id>.yaml",
    "target": "targets/<id>.yaml",
    "partner": "partners/<id>.yaml",
    "brand": "brands/<id>.yaml",
    "course": "courses/<id>.yaml",
    "rate": "rates/<id>.yaml",
    "calendar": "calendars/<year>.yaml",
    "notice": "notices/<id>.yaml",
    "group": "groups.yaml",
    "category": "categories.yaml",
    "life-event": "life-events.yaml",
    "department": "departments.yaml",
    "appeal": "appeals.yaml",
    "window": "windows.yaml",
    "hotline": "hotlines.yaml",
    "term": "glossary.yaml",
    "scheme": "schemes.yaml",
    "system": "systems.yaml",
    "hub": "hub.yaml",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One field: its dotted path (``[]`` for the entries of a list), node, rule in force, and whether it must be."""

    path: str
    node: schemas.Node
    rule: str | None
    required: bool


def reference(lang: str) -> str:
    """The page of one language, ``zh`` or ``en``, as Markdown."""
    words = yaml.safe_load((Path(__file__).parent / "reference.yaml").read_text(encoding="utf-8"))[lang]
    return "\n".join([*_head(words, lang), *_types(words, lang), *_shared_parts(words, lang), *_mapping(words, lang)])


def rows(node: schemas.Node, rule: str | None = None, path: str = "") -> Iterator[Row]:
    """The fields below ``node``, depth first, without going into the shared parts."""
    required = schemas.deref(node).get("required", ())
    for key, raw in schemas.properties(node).items():
        child = schemas.deref(raw)
        mine = child.get("x-rule", rule)
        yield Row(f"{path}{key}", raw, mine, key in required)
        entry = child.get("items")
        if not _shared(raw) and not (entry and _shared(entry)):
            yield from rows(entry or child, mine, f"{path}{key}{'[]' if entry else ''}.")


@cache
def _written(kind: str) -> dict[str, Any]:
    """A schema as written, with its references: what they name is described once."""
    found: dict[str, Any] = json.loads((schemas.FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    return found


def _shared(node: schemas.Node) -> str | None:
    """The name of the shared part that a node stands for; None if it is none, or mere words."""
    name = str(node.get("$ref", "")).rsplit("/", 1)[-1]
    return name if name and name not in ("line", "text") else None


def _head(words: Mapping[str, Any], lang: str) -> list[str]:
    kinds = [f"| {_link(_title(_written(kind), lang), kind)} | `content/{where}` |" for kind, where in WHERE.items()]
    return [
        f"# {words['title']}\n",
        f"{words['other']}\n",
        f"{words['intro']}\n",
        f"## {words['rules']}\n",
        f"{words['rules_text']} {words['exception']}\n",
        *(f"- `{rule}`{_colon(lang)}{text}" for rule, text in words["rule"].items()),
        "",
        f"## {words['types']}\n",
        *_table([words["type"], words["where"]]),
        *kinds,
        "",
    ]


def _types(words: Mapping[str, Any], lang: str) -> Iterator[str]:
    for kind in WHERE:
        node = _written(kind)
        yield from _section(node, kind, tuple(rows(node)), words, lang)


def _shared_parts(words: Mapping[str, Any], lang: str) -> Iterator[str]:
    yield f"## {words['shared']}\n"
    yield f"{words['shared_text']}\n"
    for name, node in _written("common")["$defs"].items():
        if name in ("line", "text"):
            continue
        entry = node.get("items", node)
        yield from _section(node, f"shared-{name}", () if _shared(entry) else tuple(rows(entry)), words, lang)


def _section(
    node: schemas.Node, anchor: str, fields: tuple[Row, ...], words: Mapping[str, Any], lang: str
) -> Iterator[str]:
    yield f'<a id="{anchor}"></a>\n'
    yield f"### {_title(node, lang)}\n"
    if help_ := _help(node, lang):
        yield f"{help_}\n"
    if not fields:
        yield f"{_values(node, words, lang)}\n"
        return
    yield from _table(words["columns"])
    for row in fields:
        # What a shared part means is said where it is described.
        own = row.node if _shared(row.node) else schemas.deref(row.node)
        what = _title(schemas.deref(row.node), lang)
        what += f"{_colon(lang)}{_help(own, lang)}" if _help(own, lang) else ""
        must, translated = (words["yes"] if flag else "" for flag in (row.required, schemas.deref(own).get("x-text")))
        rule = f"`{row.rule}`" if row.rule else ""
        yield _line([f"`{row.path}`", what, must, _values(row.node, words, lang), rule, translated])
    yield ""


def _values(node: schemas.Node, words: Mapping[str, Any], lang: str) -> str:
    """What a field may hold, in words."""
    if name := _shared(node):
        return _link(_title(_written("common")["$defs"][name], lang), f"shared-{name}")
    child = schemas.deref(node)
    if "items" in child:
        return str(words["list"]).format(inner=_values(child["items"], words, lang))
    if "enum" in child:
        return ", ".join(f"`{value}`" for value in child["enum"])
    if schemas.properties(child):
        return str(words["group"])
    return _plain(child, words)


def _plain(node: schemas.Node, words: Mapping[str, Any]) -> str:
    if node.get("type") == "boolean":
        return str(words["boolean"])
    if node.get("type") == "integer":
        low, high = node.get("minimum"), node.get("maximum")
        return str(words["whole"] if high is None else words["range"].format(low=low, high=high))
    if node.get("type") == "object":
        return str(words["map"])
    found = [str(words["length"]).format(n=node["maxLength"])] if "maxLength" in node else []
    if "pattern" in node and "\\S" not in node["pattern"]:
        found.append(str(words["form"]).format(pattern=node["pattern"]))
    return str(words["comma"]).join(found) or str(words["text"])


def _mapping(words: Mapping[str, Any], lang: str) -> Iterator[str]:
    yield f"## {words['mapping']}\n"
    yield f"{words['mapping_text']}\n"
    yield from _table(words["mapping_columns"])
    for kind in WHERE:
        node = _written(kind)
        for path, child in (("", node), *((row.path, schemas.deref(row.node)) for row in rows(node))):
            element, property_ = child.get("x-element", ""), child.get("x-cpsv", "")
            if element or property_:
                name = f"`{path}`" if path else ""
                yield _line([_title(node, lang), name, element, f"`{property_}`" if property_ else ""])
    yield ""


def _title(node: schemas.Node, lang: str) -> str:
    return str(node.get("title" if lang == "zh" else "x-en", ""))


def _help(node: schemas.Node, lang: str) -> str:
    return str(node.get("description" if lang == "zh" else "x-en-help", ""))


def _colon(lang: str) -> str:
    return "：" if lang == "zh" else ": "


def _link(title: str, anchor: str) -> str:
    return f"[{title}](#{anchor})"


def _table(columns: list[str]) -> list[str]:
    return [_line(columns), "|" + "---|" * len(columns)]


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    for lang, name in FILES.items():
        (DOCS / name).write_text(reference(lang), encoding="utf-8")
