"""Values of the content in words, for people who read no YAML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ... import schemas
from ...catalogue import View
from ...catalogue.serving import RECORDS
from ...load.sources import Kind
from ...model.common import Citation, Duration
from ...model.finding import Bilingual
from ...publish.words import words
from .fields import below, is_limit
from .wording import wording

# Which words say the values of a closed list, by the key that holds them.
_CLOSED = {
    "type": "type",
    "audience": "audience",
    "levels": "level",
    "who": "who",
    "rank": "rank",
    "provider": "provider",
    "body_kind": "body",
    "channels": "channel",
    "remedies": "remedy",
}
# Which keys hold ids, and of what kind of record.
_NAMED: Mapping[str, Kind] = {
    **RECORDS,
    "category": "category",
    "window": "window",
    "lead": "department",
    "supporting": "department",
    "run_by": "department",
    "policy": "policy",
    "region": "region",
    "parent": "region",
    "form": "form",
    "appeal": "appeal",
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says values of one version of the content in one language; names come from its ``view``."""

    view: View
    lang: str

    def say(self, node: schemas.Node, value: Any, keys: Sequence[str]) -> str:
        """A value of a node, reached by ``keys``, in words."""
        node = schemas.deref(node)
        key = keys[-1] if keys else ""
        match value:
            case Bilingual():
                return value.in_language(self.lang)
            case bool():
                return words(self.lang)(f"export.{'yes' if value else 'no'}")
            case str():
                return self._text(value, keys)
            case Mapping():
                return self._mapping(node, value, keys)
            case list():
                entry = node.get("items", {})
                said = [self.say(entry, item, keys) for item in value]
                join = "\n" if any(isinstance(item, Mapping) for item in value) else words(self.lang)("site.list_join")
                return join.join(f"· {one}" if join == "\n" and len(said) > 1 else one for one in said)
        return str(value) if key else ""

    def _text(self, value: str, keys: Sequence[str]) -> str:
        key = keys[-1] if keys else ""
        group = keys[0] if key == "kind" and keys else key
        if group in _CLOSED:
            table = words(self.lang).table[_CLOSED[group]]
            if value in table:
                return str(table[value]["name"] if isinstance(table[value], Mapping) else table[value])
        if key in _NAMED:
            return self.name(_NAMED[key], value)
        return value

    def name(self, kind: Kind, id_: str) -> str:
        """What a record is called; its id where there is none."""
        record = self.view.collection(kind).get(id_)
        found = getattr(record, "short", None) or getattr(record, "name", None) or getattr(record, "title", None)
        return str(found or id_)

    def _mapping(self, node: schemas.Node, value: Mapping[str, Any], keys: Sequence[str]) -> str:
        if is_limit(node) and "value" in value:
            return words(self.lang).limit(Duration(value["value"], value["unit"], value.get("counted_from")))
        if set(value) <= {"policy", "article"} and value.get("policy") in self.view.policies:
            return words(self.lang).citation(Citation(value["policy"], value.get("article")), self.view.policies)
        colon, join = wording(self.lang)("colon"), wording(self.lang)("join")
        said: list[str] = []
        for key, inner in value.items():
            if key != "id" and inner not in ([], {}, None):
                child = below(node, key)
                text = self.say(child, inner, (*keys, key))
                name = child.get("title" if self.lang == "zh" else "x-en")
                said.append(f"{name}{colon}{text}" if name and said else text)
        return join.join(said)
