"""Finding one's way in a schema: the node of a value, and what editors call it."""

from typing import Any

from .. import schemas
from ..load.sources import Pointer
from ..model.finding import Bilingual


def node_at(node: schemas.Node, pointer: Pointer) -> schemas.Node:
    """The node that describes what lies at ``pointer``, empty if none does.

    A list of things with an id may be addressed by index or, as in translations, by id.
    """
    for part in pointer:
        node = schemas.deref(node)
        known = schemas.properties(node)
        if part in known:
            node = known[str(part)]
        elif "items" in node:
            node = node["items"]
        elif isinstance(node.get("additionalProperties"), dict):
            node = node["additionalProperties"]
        else:
            return {}
    return schemas.deref(node)


def name_of(schema: schemas.Node, pointer: Pointer) -> Bilingual:
    """What an editor calls the value: the title of its key, with the key itself."""
    if not pointer:
        return Bilingual("整个文件", "the file as a whole")
    last = pointer[-1]
    if isinstance(last, int):
        above = name_of(schema, pointer[:-1])
        return Bilingual(f"{above.zh}第 {last + 1} 条", f"entry {last + 1} of {above.en}")
    node: Any = node_at(schema, pointer)
    title, english = node.get("title"), node.get("x-en")
    return Bilingual(
        f"“{last}”（{title}）" if title else f"“{last}”", f'"{last}" ({english})' if english else f'"{last}"'
    )
