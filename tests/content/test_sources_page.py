"""The page on the five source documents leads to what is there, the same in both languages."""

import re

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.project import Project

PAGES = ("docs/sources.md", "docs/sources.zh.md")


def text(project: Project, page: str) -> str:
    return (project.root / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_the_page_leads_somewhere(project: Project, page: str) -> None:
    links = re.findall(r"\]\(([^)]+)\)", text(project, page))
    assert len(links) > 30
    assert not [link for link in links if not (project.root / "docs" / link).exists()]


@pytest.mark.parametrize("page", PAGES)
def test_every_measure_named_as_historical_is(project: Project, catalogue: Catalogue, page: str) -> None:
    policies = catalogue.view("zh").policies
    named = re.findall(
        r"^\|.*\| `([a-z0-9-]+)` (m[0-9-]+)[,，] ?(?:historical|历史)", text(project, page), re.MULTILINE
    )
    assert len(named) == 3
    for policy, id_ in named:
        [measure] = [measure for measure in policies[policy].measures if measure.id == id_]
        assert measure.historical


def test_both_languages_have_the_same_rows(project: Project) -> None:
    rows = [re.findall(r"^\|.*\|$", text(project, page), re.MULTILINE) for page in PAGES]
    assert len(rows[0]) == len(rows[1])
    assert [re.findall(r"\(\.\./[^)]*", row.replace("/zh.md", "/en.md")) for row in rows[0]] == [
        re.findall(r"\(\.\./[^)]*", row.replace("/zh.md", "/en.md")) for row in rows[1]
    ]
