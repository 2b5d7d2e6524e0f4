"""How much of the network is confirmed, as a page."""

import re
from dataclasses import replace
from html import unescape

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.page import Page
from tongchuang.publish.site.pages import coverage, network, regions
from tongchuang.publish.words import words

DAY = "2026-11-21"


@pytest.fixture(scope="module", params=["zh", "en"])
def view(request: pytest.FixtureRequest, model_county: Catalogue) -> View:
    return model_county.view(request.param)


@pytest.fixture(scope="module")
def html(view: View) -> str:
    [page] = coverage.pages(view, DAY)
    return drawn(view, page)


def drawn(view: View, page: Page) -> str:
    return str(Drawing(view).body(page))


def part(html: str, id: str) -> str:
    """The section of a region or target, or its entry in a list."""
    found = re.search(rf'<section[^>]* id="{id}">.*?</section>|<div id="{id}">.*?</dd>\s*</div>', html, re.DOTALL)
    assert found
    return found[0]


def plain(html: str) -> str:
    """The words, with single spaces."""
    return " ".join(unescape(re.sub("<[^>]+>", " ", html)).split())


def numbers(html: str) -> list[list[str]]:
    """The cells of the rows of a table's body."""
    return [re.findall(r"<td>([^<]*)</td>", row) for row in re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)[1:]]


def test_the_page_says_what_listed_and_confirmed_mean(html: str, view: View) -> None:
    w = words(view.lang)
    before = html[: html.index("<table")]
    for name in ("listed", "confirmed", "known"):
        assert w(f"site.coverage.{name}") in before


def test_a_county_has_a_row_for_each_level_with_listed_and_confirmed_apart(html: str) -> None:
    county = part(html, "region-990101")
    assert numbers(county.partition("<details")[0]) == [
        ["1", "1", "1", "1", "1"], ["2", "1", "1", "1", "1"], ["3", "1", "1", "1", "1"]
    ]  # fmt: skip
    assert "1,452" in part(html, "region-441600")


def test_townships_are_folded_away_below_their_county(html: str, view: View) -> None:
    w = words(view.lang)
    folded = part(html, "region-990101").partition("<details")[2]
    assert numbers(folded) == [
        [w("site.coverage.checked"), "2", "1"], [w("site.coverage.unchecked"), "1", "0"]
    ]  # fmt: skip
    assert f'href="../../../{view.lang}/places/990101002/"' in folded


def test_every_region_above_the_villages_is_on_the_page_once(html: str, view: View) -> None:
    inside = [r for r in view.regions.values() if {"441600", "990100"} & set(r.chain) and not r.withdrawn]
    counties = {f"region-{r.code}" for r in inside if r.tier in ("city", "county")}
    assert set(re.findall(r'id="(region-\d+)"', html)) == counties
    rows = len(re.findall(r'<th scope="row"><a ', html))
    assert rows == sum(r.tier == "township" for r in inside)


def test_the_hubs_own_network_comes_first(html: str) -> None:
    assert html.index('id="region-441600"') < html.index('id="region-990100"')


def test_the_number_of_the_document_stands_beside_that_of_the_table_with_both_days(html: str, view: View) -> None:
    w = words(view.lang)
    communities = plain(part(html, "target-heyuan-communities"))
    assert w("site.coverage.stated_text", n=170, date=w.date("2011-11-21")) in communities
    assert w("site.coverage.table_text", n=201, date=w.date("2023-06-30")) in communities
    assert w("site.coverage.reached_text", n=0, percent="0") in communities
    assert w("site.coverage.differs") in communities
    assert w("site.coverage.differs") not in plain(part(html, "target-heyuan-villages"))


def test_what_is_past_says_so_and_what_is_to_come_does_not(html: str, view: View) -> None:
    w = words(view.lang)
    for id in ("target-heyuan-townships", "target-ningbo-volunteers"):
        assert w("site.coverage.historical") in plain(part(html, id))
    assert w("site.coverage.historical") not in plain(part(html, "target-demo-stations"))


def test_enough_is_said_only_where_enough_is_confirmed(html: str, view: View) -> None:
    met = words(view.lang)("site.coverage.met")
    assert met in part(html, "target-demo-villages")
    assert met not in part(html, "target-demo-stations")


def test_a_target_that_cannot_be_computed_keeps_its_figure_day_and_document(html: str, view: View) -> None:
    w = words(view.lang)
    entry = part(html, "target-ningbo-volunteers")
    assert "50,000" in entry
    for said in (w.date("2015-12-31"), w("coverage.why.not-places"), w.date("2011-11-01")):
        assert said in plain(entry)
    assert "policies/ningbo-2011/" in entry
    assert html.index(w("site.coverage.not_computed")) < html.index('id="target-ningbo-volunteers"')


def test_every_target_is_on_the_page_once(html: str, view: View) -> None:
    found = re.findall(r'id="target-([^"]+)"', html)
    assert sorted(found) == sorted(view.targets)


def test_a_document_without_a_day_is_said_to_have_none(view: View) -> None:
    policy = view.policies["heyuan-2011"]
    undated = replace(policy, dates=replace(policy.dates, signed=None, published=None))
    [page] = coverage.pages(replace(view, policies={**view.policies, policy.id: undated}), DAY)
    entry = plain(part(drawn(view, page), "target-heyuan-townships"))
    assert words(view.lang)("site.coverage.stated_undated", n=100) in entry


def test_the_tables_and_the_data_are_linked(html: str, view: View) -> None:
    for path in (
        f"export/{view.lang}/coverage.csv",
        f"export/{view.lang}/coverage-targets.csv",
        "api/v1/coverage.json",
    ):
        assert f'href="../../../{path}"' in html


def test_the_network_and_its_regions_lead_there(view: View) -> None:
    [page] = network.pages(view, DAY)
    assert 'href="../../' + view.lang + '/network/coverage/"' in drawn(view, page)
    for code in ("441600", "441602"):
        [page] = [page for page in regions.pages(view, DAY) if page.address == f"regions/{code}/"]
        assert f"/network/coverage/#region-{code}" in drawn(view, page)


def test_before_the_tables_stands_how_much_is_listed_and_confirmed_and_of_which_day(html: str, view: View) -> None:
    before = plain(html[: html.index("<table")])
    network = view.networks["demo"]
    w = words(view.lang)
    total = {"region": view.regions[network.region].short, "n": "7", "confirmed": "3"}
    days = {"date": w.date(network.source_date), "day": w.date(view.as_of.isoformat())}
    assert w("site.coverage.total", **total, **days) in before
