"""The reference of the model says what the schemas say."""

import json
import re

import pytest
from tongchuang import schemas
from tongchuang.editorial.reference import DOCS, FILES, WHERE, reference, rows
from tongchuang.load.sources import Kind
from tongchuang.load.walk import classify

LANGUAGES = sorted(FILES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_committed_page_is_current(lang: str) -> None:
    assert (DOCS / FILES[lang]).read_text(encoding="utf-8") == reference(lang), "run make reference"


def test_every_schema_has_its_section() -> None:
    written = {file.stem for file in schemas.FOLDER.glob("*.json")} - {"common"}
    assert set(WHERE) == written


@pytest.mark.parametrize("kind", WHERE)
def test_the_page_says_where_a_kind_is_written(kind: Kind) -> None:
    path = WHERE[kind]
    for blank, value in {"<category>": "wages", "<id>": "a", "<region>": "441600", "<year>": "2026"}.items():
        path = path.replace(blank, value)
    place = classify(f"content/{path}")
    assert place
    assert place.kind == kind


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_leads_to_an_anchor(lang: str) -> None:
    page = reference(lang)
    anchors = set(re.findall(r'<a id="([^"]+)"></a>', page))
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= anchors


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_annotation_of_a_service_is_on_the_page(lang: str) -> None:
    page = reference(lang)
    node = json.loads((schemas.FOLDER / "service.json").read_text(encoding="utf-8"))
    for row in rows(node):
        child = schemas.deref(row.node)
        assert f"| `{row.path}` |" in page
        for annotation in ("x-element", "x-cpsv"):
            assert child.get(annotation, "") in page
        if row.rule:
            assert re.search(rf"^\| `{re.escape(row.path)}` .*\| `{row.rule}` \|", page, re.MULTILINE), row.path


def test_a_field_without_a_rule_of_its_own_follows_the_field_above() -> None:
    node = {
        "properties": {
            "time": {
                "x-rule": "locked",
                "type": "object",
                "properties": {"promised": {"x-rule": "ease", "type": "integer"}, "unit": {"type": "string"}},
                "required": ["unit"],
            }
        }
    }
    assert [(row.path, row.rule, row.required) for row in rows(node)] == [
        ("time", "locked", False),
        ("time.promised", "ease", False),
        ("time.unit", "locked", True),
    ]
