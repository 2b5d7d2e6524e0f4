"""The names that stand beside ids in a cell: ``education · 教育部门``; what stands after the dot is for the eye alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ...load import Sources, yaml
from ...load.sources import Kind
from ...load.walk import LISTS
from .layout import Column

_DOT = " · "
_NAMES = ("name", "title", "ask")


@dataclass(frozen=True, slots=True)
class Labels:
    """Names in Chinese by kind of record and id."""

    of: Mapping[Kind, Mapping[str, str]]

    def names(self, column: Column) -> Mapping[str, str]:
        """The ids that a column may hold, with their names; empty if it may hold anything."""
        if column.refers is not None:
            return self.of.get(column.refers, {})
        node = column.node
        allowed = node.get("enum") or (node["items"].get("enum") if column.form == "ids" else None)
        return {value: _values().get(value, "") for value in allowed or ()}


def labels(sources: Sources) -> Labels:
    """The names of all records that cells refer to."""
    of: dict[Kind, dict[str, str]] = {}
    kinds: tuple[Kind, ...] = ("category", "life-event", "window", "department", "form", "service", "policy")
    for kind in kinds:
        named = of.setdefault(kind, {})
        for document in sources.of(kind).values():
            records = document.data if kind in LISTS else [document.data]
            named |= {record["id"]: _name(record) for record in records if isinstance(record.get("id"), str)}
    of["region"] = {
        row["code"]: row["name"]
        for document in sources.of("division").values()
        for row in document.data
        if "code" in row and "name" in row
    }
    return Labels(of)


def with_name(id_: str, name: str) -> str:
    """An id with its name behind it."""
    return f"{id_}{_DOT}{name}" if name else id_


def without_name(text: str, names: Mapping[str, str]) -> str:
    """The id that a cell means: what stands before the dot, or the id of the only thing of that name."""
    id_ = text.split(_DOT.rstrip(), 1)[0].strip()
    if id_ not in names:
        called = [known for known, name in names.items() if name == text.strip()]
        if len(called) == 1:
            return called[0]
    return id_


def _name(record: Mapping[str, Any]) -> str:
    return next((record[key] for key in _NAMES if isinstance(record.get(key), str)), "")


@cache
def _values() -> Mapping[str, str]:
    """What the values of enumerations are called in a cell."""
    text = Path(__file__).with_name("values.yaml").read_text(encoding="utf-8")
    found: Mapping[str, str] = yaml.parse("values.yaml", text).data
    return found
