"""What was withdrawn keeps a page that says since when, why and what now, and leaves every list."""

from collections.abc import Iterator

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.sheets import sheets
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.pages import all_pages
from tongchuang.publish.site.places import places
from tongchuang.publish.site.stamp import stamp

TOWNSHIP, VILLAGE, NOW = "441602099", "441602099001", "441602001"
SERVICE, POLICY = "residence-permit-apply", "criminal-law"


@pytest.fixture(scope="module", params=["zh", "en"])
def pages(tombstones: Catalogue, request: pytest.FixtureRequest) -> dict[str, str]:
    """The bodies of all pages of a language by address."""
    drawing = Drawing(tombstones.view(request.param), sheets(tombstones)[request.param])
    found = {page.address: str(drawing.body(page)) for page in all_pages(tombstones, request.param)}
    return {**found, **dict(stamp("\ue000body", places(drawing, "2026-11-21"))), "lang": request.param}


def links(pages: dict[str, str], address: str) -> list[str]:
    """The addresses of other pages that link to one."""
    return [other for other, body in pages.items() if other != address and f'/{address}"' in body]


def test_a_service_keeps_its_page_with_the_way_on(pages: dict[str, str]) -> None:
    body = pages[f"services/{SERVICE}/"]
    assert {"zh": "这件事2026年10月1日起不再办了。", "en": "This service ended on 1 October 2026."}[
        pages["lang"]
    ] in body
    assert "合并了" in body
    assert "services/job-matching/" in body
    assert "print/" not in body
    assert "print/notice/" in pages["services/job-matching/"]


def test_a_policy_keeps_its_page_with_the_way_on(pages: dict[str, str]) -> None:
    body = pages[f"policies/{POLICY}/"]
    assert {"zh": "这份文件2026年10月1日起不再收录。", "en": "taken out of the collection on"}[pages["lang"]] in body
    assert "policies/social-insurance-law/" in body


def test_a_merged_township_keeps_its_page_and_offers_nothing_but_the_way_on(pages: dict[str, str]) -> None:
    body = pages[f"places/{TOWNSHIP}/"]
    words = {"zh": ("这个地点2026年10月1日起撤销。", "并入上城"), "en": ("closed on", "Part of Shangcheng")}
    assert all(word in body for word in words[pages["lang"]])
    assert f"places/{NOW}/" in body
    assert "/services/" not in body
    assert f"places/{TOWNSHIP}/" in pages[f"places/{VILLAGE}/"]


def test_a_merged_division_is_listed_nowhere(pages: dict[str, str]) -> None:
    assert links(pages, f"places/{TOWNSHIP}/") == [f"places/{VILLAGE}/"]
    assert links(pages, f"places/{VILLAGE}/") == []
    assert f"regions/{TOWNSHIP}/" not in pages


def test_a_withdrawn_service_is_linked_only_from_a_policy_that_names_it_and_its_own_versions(
    pages: dict[str, str],
) -> None:
    named = ("policies/", f"services/{SERVICE}/")
    assert not [address for address in links(pages, f"services/{SERVICE}/") if not address.startswith(named)]


def test_an_entry_of_a_list_keeps_its_page_and_leaves_the_list(pages: dict[str, str], tombstones: Catalogue) -> None:
    gone, now = list(tombstones.view("zh").departments)[:2]
    assert "合并了" in pages[f"departments/{gone}/"]
    assert f"departments/{now}/" in pages[f"departments/{gone}/"]
    assert f'departments/{gone}/"' not in pages["departments/"]


def test_every_link_of_a_tombstone_leads_to_a_page(pages: dict[str, str]) -> None:
    for address in (f"places/{TOWNSHIP}/", f"places/{VILLAGE}/", f"services/{SERVICE}/", f"policies/{POLICY}/"):
        for target in internal(pages[address], pages["lang"]):
            assert target in pages or target in {"", "search/"}, (address, target)


def internal(body: str, lang: str) -> Iterator[str]:
    for part in body.split('href="')[1:]:
        address = part.partition('"')[0].partition("#")[0]
        if f"../{lang}/" in address:
            yield address.partition(f"../{lang}/")[2]
