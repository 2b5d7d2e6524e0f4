"""The JSON Schemas of ``schemas/``, and what their annotations say.

``x-text`` marks words to translate, ``x-rule`` how a place may change a field (inherited by what is below
it), ``x-exception`` how far an exception may change a locked field (``never``, or only to ``ease``; else it
may set it), ``x-en`` and ``x-en-help`` the English title and help, ``x-element`` the Chinese standard's element
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
    """The schema of a kind of record, its references into ``common.json`` replaced by what they point to."""
    return _expand(_written(kind))


@cache
def _written(kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    return found


def deref(node: Node) -> Node:
    """``node`` with its reference into ``common.json`` replaced by what it points to."""
    while "$ref" in node:
        target = _written("common")["$defs"][node["$ref"].rsplit("/", 1)[-1]]
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
        return _roomier(_expand(node))
    entry = items_by_id(node)
    if entry is not None:
        words = _words_of(entry)
        return words and {"type": "object", "additionalProperties": words}
    words_by_key = {key: words for key, child in properties(node).items() if (words := _words_of(child))}
    if not words_by_key:
        return None
    return {"type": "object", "additionalProperties": False, "properties": words_by_key}


def _roomier(words: dict[str, Any]) -> dict[str, Any]:
    """Words of another language: three times the characters that say it in Chinese, and lists of any length."""
    longer = {key: value * 3 if key == "maxLength" else value for key, value in words.items() if key != "minItems"}
    if isinstance(longer.get("items"), Mapping):
        longer["items"] = _roomier(dict(longer["items"]))
    return longer


@cache
def local_schema() -> dict[str, Any]:
    """The schema of a local version: every field that a place may change, lists by id."""
    derived = _changeable(schema("service"), "locked") or {}
    derived["properties"] = {"base": {"type": "string", "minLength": 1}, **derived["properties"]}
    derived["properties"]["delegated"] = _delegable()
    derived["properties"]["exceptions"] = _expand({"$ref": "common.json#/$defs/exceptions"})
    derived["properties"]["exceptions"]["items"]["properties"]["set"] |= {
        "additionalProperties": False,
        "properties": _partial(schema("service"))["properties"],
    }
    derived["required"] = ["base"]
    return derived


@cache
def local_words_schema() -> dict[str, Any]:
    """The schema of a local version's translation: the words of the service, and those of its exceptions."""
    words = translation_schema("service")
    head = {"base": {"type": "string"}}
    exceptions = _words_of({"$ref": "common.json#/$defs/exceptions"})
    return {**words, "properties": {**head, **words["properties"], "exceptions": exceptions}, "required": []}


def _delegable() -> dict[str, Any]:
    """What delegations can name, in full: fields of the item, one of them a level down (``time.statutory``)."""
    delegations = items_by_id(schema("service")["properties"]["delegations"]) or {}
    derived: dict[str, Any] = {
        "title": "授权由本地规定的内容",
        "x-en": "What the item leaves to this place",
        "description": "事项的 delegations 交给这一级规定的栏目，写全，整栏代替标准内容。",
        "x-en-help": "The fields that the item's delegations leave to this tier, in full; they replace the standard's.",
        "type": "object",
        "minProperties": 1,
        "additionalProperties": False,
        "properties": {},
    }
    for name in delegations["properties"]["fields"]["items"]["enum"]:
        key, _, inner = name.partition(".")
        node = schema("service")["properties"][key]
        if inner:
            words = {name: text for name, text in node.items() if name in ("title", "x-en")}
            below = {inner: _expand(node["properties"][inner])}
            node = {**words, "type": "object", "minProperties": 1, "additionalProperties": False, "properties": below}
        derived["properties"][key] = _expand(node)
    return derived


def open_object(node: Node) -> bool:
    """Whether a node is an object whose keys can be left out one by one."""
    node = deref(node)
    return bool(properties(node)) and not node.get("required")


def _partial(node: Node) -> dict[str, Any]:
    """The schema of a part of a record: lists by id, and objects in full unless all they hold is optional."""
    node = deref(node)
    entry = items_by_id(node)
    if entry is not None:
        inner = _partial({**entry, "required": []})
        return {"type": "object", "minProperties": 1, "additionalProperties": inner}
    if open_object(node) or node.get("$id"):
        found = {key: _partial(child) for key, child in properties(node).items()}
        return {"type": "object", "minProperties": 1, "additionalProperties": False, "properties": found}
    return _expand(node)


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
    if rule == "locked":
        return None
    # How few the standard may list says nothing about how few a place may add to it.
    return {key: value for key, value in _expand(node).items() if rule != "append" or key != "minItems"}


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
