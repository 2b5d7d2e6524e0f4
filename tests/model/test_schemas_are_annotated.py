"""Editors read the schemas in their language, and inheritance reads its rules from them."""

from collections.abc import Iterator

import jsonschema_rs
import pytest
from tongchuang import schemas

KINDS = sorted(file.stem for file in schemas.FOLDER.glob("*.json") if file.stem != "common")
RULES = {"locked", "ease", "append", "local"}


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


def leaves() -> dict[str, tuple[str | None, bool]]:
    """Each leaf of a service with its rule, and whether an exception may touch it."""
    found: dict[str, tuple[str | None, bool]] = {}

    def walk(node: schemas.Node, path: str, rule: str | None, limit: str) -> None:
        node = schemas.deref(node)
        rule, limit = node.get("x-rule", rule), node.get("x-exception", limit)
        below = schemas.items_by_id(node) or node
        if not schemas.properties(below):
            found[path] = rule, rule == "locked" and limit != "never"
        for key, child in schemas.properties(below).items():
            walk(child, f"{path}.{key}".lstrip("."), rule, limit)

    walk(schemas.schema("service"), "", None, "set")
    return found


def test_every_leaf_of_a_service_has_exactly_one_inheritance_rule() -> None:
    assert len(leaves()) > 80
    assert {path: rule for path, (rule, _) in leaves().items() if rule not in RULES} == {}


def test_codes_of_the_standard_are_locked_and_those_of_a_place_its_own() -> None:
    rules = leaves()
    assert {rules[path] for path in rules if path.partition(".")[0] == "codes"} == {("locked", False)}
    assert rules["implementation_code"][0] == "local"


def test_no_exception_touches_what_a_service_is_or_adds_a_paper() -> None:
    open_to_exceptions = {path for path, (_, may) in leaves().items() if may}
    tops = {path.partition(".")[0] for path in open_to_exceptions}
    assert tops == {
        "audience", "levels", "departments", "basis", "questions", "conditions", "materials", "steps", "time",
        "result", "channels", "remedies",
    }  # fmt: skip
    assert {path for path in open_to_exceptions if path.endswith((".id", "materials.name", "materials.when"))} == set()


def test_what_can_be_delegated_is_a_field_of_the_item_in_full() -> None:
    delegated = schemas.local_schema()["properties"]["delegated"]["properties"]
    assert set(delegated) == {"conditions", "materials", "questions", "time", "fee"}
    assert set(delegated["time"]["properties"]) == {"statutory"}
    assert delegated["materials"]["items"]["required"] == ["id", "name", "required"]
    assert delegated["fee"]["required"] == ["free"]


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
