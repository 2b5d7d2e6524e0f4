"""The page about the source documents' systems says what the content says, and all that it points to is there."""

import re
from dataclasses import replace
from typing import Any

import pytest
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.editorial.systems import FILES, ROOT, SystemsPage
from tongchuang.load import Sources
from tongchuang.publish import api, export
from tongchuang.publish.site.draw import Drawing

LANGUAGES = sorted(FILES)


def written(lang: str) -> str:
    return (ROOT / "docs" / FILES[lang]).read_text(encoding="utf-8")


def changed(sources: Sources, **changes: Any) -> tuple[Sources, str]:
    """The content with its first system changed, and that system's id."""
    lists = sources.of("system")["systems"]
    first, *rest = lists.data
    other = replace(lists, data=[{**{k: v for k, v in first.items() if changes.get(k, v)}, **changes}, *rest])
    documents = tuple(other if document is lists else document for document in sources.documents)
    return Sources(documents), first["id"]


def page(sources: Sources, catalogue: Catalogue) -> str:
    return SystemsPage(sources, resolve(sources, catalogue.as_of), "en").markdown()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_committed_page_is_current(lang: str, sources: Sources, catalogue: Catalogue) -> None:
    assert written(lang) == SystemsPage(sources, catalogue, lang).markdown(), "run make reference"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_system_is_on_the_page_and_served(lang: str, catalogue: Catalogue) -> None:
    systems = catalogue.view(lang).systems
    anchors = re.findall(r'<a id="([^"]+)"></a>', written(lang))
    assert [anchor for anchor in anchors if anchor in systems] == list(systems)
    assert all(system.served_by != type(system.served_by)() for system in systems.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_leads_to_a_file(lang: str) -> None:
    targets = set(re.findall(r"\]\(([^)#]+)\)", written(lang)))
    assert len(targets) > 100
    assert {target for target in targets if not (ROOT / "docs" / target).exists()} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_address_is_that_of_a_page_and_every_anchor_stands_on_it(
    lang: str, sources: Sources, catalogue: Catalogue
) -> None:
    pages = SystemsPage(sources, catalogue, lang).pages
    drawing = Drawing(catalogue.view(lang))
    # The introduction's example aside.
    shown = written(lang).partition("\n## ")[2]
    addresses = {found.partition("#")[::2] for found in re.findall(rf"`/{lang}/([^`]*)`", shown)}
    assert {where for where, _ in addresses} <= pages.keys()
    drawn = {where: drawing.body(pages[where]) for where, anchor in addresses if anchor}
    assert {(where, anchor) for where, anchor in addresses if anchor and f'id="{anchor}"' not in drawn[where]} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_file_of_the_api_and_every_table_is_published(lang: str, catalogue: Catalogue) -> None:
    named = set(re.findall(r"`/((?:api|export)/[^`]+)`", written(lang)))
    published = {artifact.path for publisher in (api, export) for artifact in publisher.publish(catalogue)}
    assert named
    assert named <= published


def test_every_measure_of_a_source_document_belongs_to_a_system(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    named = {measure for system in view.systems.values() for measure in system.measures}
    documents = {system.policy for system in view.systems.values()}
    assert {f"{id_}/{m.id}" for id_ in documents for m in view.policies[id_].measures} - named == set()


def test_a_system_that_nothing_serves_says_so(sources: Sources, catalogue: Catalogue) -> None:
    spoilt, id_ = changed(sources, served_by={})
    section = page(spoilt, catalogue).partition(f'<a id="{id_}"></a>')[2].partition("<a id")[0]
    assert "- Not served yet." in section
    total = len(catalogue.view("en").systems)
    assert f"{total} in all, {total - 1} of them served." in page(spoilt, catalogue)


def test_a_withdrawn_system_is_left_out(sources: Sources, catalogue: Catalogue) -> None:
    spoilt, id_ = changed(sources, withdrawn={"date": "2026-10-01", "why": "改了"})
    assert f'<a id="{id_}"></a>' not in page(spoilt, catalogue)


@pytest.mark.parametrize(
    "part", ["rules: R999", "pages: nowhere/", "fields: service.nothing", "guides: nothing"], ids=lambda part: part
)
def test_a_part_of_the_hub_that_there_is_not_stops_the_page(part: str, sources: Sources, catalogue: Catalogue) -> None:
    field, _, value = part.partition(": ")
    spoilt, _ = changed(sources, served_by={field: [value]})
    with pytest.raises((KeyError, FileNotFoundError)):
        page(spoilt, catalogue)
