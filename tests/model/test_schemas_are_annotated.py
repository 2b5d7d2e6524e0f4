"""Editors read the schemas in their language, and inheritance reads its rules from them."""

from collections.abc import Iterator

import jsonschema_rs
import pytest
from tongchuang import schemas

KINDS = sorted(file.stem for file in schemas.FOLDER.glob("*.json") if file.stem != "common")
RULES = {"locked", "ease", "append", "local", "delegated"}


def nodes(node: schemas.Node, path: str, rule: str | None) -> Iterator[tuple[str, schemas.Node, str | None]]:
    node = schemas.deref(node)
    rule = node.get("x-rule", rule)
    yield path, node, rule
    for key, child in schemas.properties(node).items():
        yield from nodes(child, f"{path}.{key}", rule)
    if isinstance(node.get("items"), dict):
        yield from nodes(node["items"], f"{path}[]", rule)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_by_its_own_standard(kind: str) -> None:
    jsonschema_rs.meta.validate(schemas.schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_title_in_both_languages(kind: str) -> None:
    for path, node, _ in nodes(schemas.schema(kind), kind, None):
        if not path.endswith("[]"):
            assert node.get("title"), path
            assert node.get("x-en"), path


def test_every_leaf_of_a_service_has_exactly_one_inheritance_rule() -> None:
    for path, node, rule in nodes(schemas.schema("service"), "service", None):
        leaf = not schemas.properties(node) and node.get("type") != "array"
        assert rule in RULES or not leaf, path


def test_a_local_version_may_hold_only_what_a_rule_allows() -> None:
    allowed = schemas.local_schema()["properties"]
    assert {"base", "time", "materials", "keywords", "window", "fee"} <= set(allowed)
    assert not {"name", "basis", "category", "conditions", "type", "audience"} & set(allowed)
    assert set(allowed["materials"]["additionalProperties"]["properties"]) == {"copies", "waived"}
    assert set(allowed["time"]["properties"]) == {"promised"}


def test_a_translation_holds_words_only() -> None:
    words = schemas.translation_schema("service")["properties"]
    assert "of" in words
    assert "category" not in words
    assert set(words["materials"]["additionalProperties"]["properties"]) == {"name", "issued_by", "note"}
