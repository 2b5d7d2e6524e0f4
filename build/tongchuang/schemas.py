"""The JSON Schemas of ``schemas/``, and what their annotations say.

``x-text`` marks words to translate, ``x-rule`` how a place may change a field (inherited by what is below
it), ``x-en`` and ``x-en-help`` the English title and help, ``x-element`` the Chinese standard's element
name, ``x-cpsv`` the CPSV-AP property. The schemas of translations and of local versions are derived here:
a list of things with an ``id`` becomes a map by that id.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

Node = Mapping[str, Any]

_PACKAGE = Path(__file__).resolve().parent
# In a wheel the schemas lie in the package, in a checkout beside ``build/``.
FOLDER = next(f for f in (_PACKAGE / "schemas", _PACKAGE.parents[1] / "schemas") if f.is_dir())
TRANSLATED_BY_REVISION = ("service", "policy")


@cache
def schema(kind: str) -> dict[str, Any]:
    """The schema of a kind of record, as written."""
    found: dict[str, Any] = json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    return found


def deref(node: Node) -> Node:
    """``node`` with its reference into ``common.json`` replaced by what it points to."""
    while "$ref" in node:
        target = schema("common")["$defs"][node["$ref"].rsplit("/", 1)[-1]]
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    return node


def properties(node: Node) -> Mapping[str, Node]:
    """The properties of an object node, none for others."""
    found: Mapping[str, Node] = deref(node).get("properties", {})
    return found


def items_by_id(node: Node) -> Node | None:
    """The item node of a list whose entries carry an ``id``; None for anything else."""
    node = deref(node)
    if node.get("type") == "array" and "id" in properties(node["items"]):
        return deref(node["items"])
    return None


@cache
def translation_schema(kind: str) -> dict[str, Any]:
    """The schema of a translation: the words of the record, by id, all of them optional."""
    derived = _words_of(schema(kind)) or {"type": "object", "additionalProperties": False}
    if kind in TRANSLATED_BY_REVISION:
        derived["properties"] = {"of": {"type": "string", "minLength": 1}, **derived["properties"]}
        derived["required"] = ["of"]
    return derived


def _words_of(node: Node) -> dict[str, Any] | None:
    node = deref(node)
    if node.get("x-text"):
        return _expand(node)
    entry = items_by_id(node)
    if entry is not None:
        words = _words_of(entry)
        return words and {"type": "object", "additionalProperties": words}
    words_by_key = {key: words for key, child in properties(node).items() if (words := _words_of(child))}
    if not words_by_key:
        return None
    return {"type": "object", "additionalProperties": False, "properties": words_by_key}


@cache
def local_schema() -> dict[str, Any]:
    """The schema of a local version: every field that a place may change, lists by id."""
    derived = _changeable(schema("service"), "locked") or {}
    derived["properties"] = {"base": {"type": "string", "minLength": 1}, **derived["properties"]}
    derived["properties"]["exceptions"] = _expand({"$ref": "common.json#/$defs/exceptions"})
    derived["required"] = ["base"]
    return derived


def _changeable(node: Node, rule: str) -> dict[str, Any] | None:
    node = deref(node)
    rule = node.get("x-rule", rule)
    entry = items_by_id(node)
    if entry is not None:
        inner = _expand(entry) if rule == "append" else _changeable(entry, rule)
        if inner is not None and rule == "append":
            inner["properties"].pop("id")
            inner["required"] = [key for key in inner["required"] if key != "id"]
        return inner and {"type": "object", "additionalProperties": inner}
    if properties(node) and rule in ("locked", "local"):
        found = {key: child for key, raw in properties(node).items() if (child := _changeable(raw, rule))}
        return {"type": "object", "additionalProperties": False, "properties": found} if found else None
    return None if rule == "locked" else _expand(node)


def _expand(node: Node) -> dict[str, Any]:
    """A copy of ``node`` without references, so that it stands alone."""
    node = deref(node)
    copy = dict(node)
    if "properties" in node:
        copy["properties"] = {key: _expand(child) for key, child in node["properties"].items()}
    for key in ("items", "additionalProperties", "propertyNames"):
        if isinstance(node.get(key), Mapping):
            copy[key] = _expand(node[key])
    return copy
