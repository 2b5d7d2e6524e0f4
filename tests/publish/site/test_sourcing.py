"""The sourcing report as a page for editors and auditors."""

import re
from dataclasses import replace

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.catalogue.figures import Figure
from tongchuang.catalogue.sourcing import sourcing
from tongchuang.model.common import Citation, Duration
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.pages import sourcing as page

DAY = "2026-11-21"
ID = "labour-arbitration"


@pytest.fixture(scope="module", params=["zh", "en"])
def view(request: pytest.FixtureRequest, catalogue: Catalogue) -> View:
    return catalogue.view(request.param)


def drawn(view: View) -> str:
    [found] = page.pages(view, DAY)
    return str(Drawing(view).body(found))


def entry(html: str, id: str) -> str:
    found = re.search(rf'<section class="entry" id="{id}">.*?</section>', html, re.DOTALL)
    assert found
    return found[0]


def plain(html: str) -> str:
    """The words of a page."""
    return re.sub("<[^>]+>", "", html)


def test_the_totals_stand_at_the_top(view: View) -> None:
    totals = sourcing(view).totals
    html = drawn(view)
    assert html.index('<dl class="facts">') < html.index("<h2>")
    assert [int(n) for n in re.findall(r"<dd>(\d+)</dd>", html)] == [
        totals.confirmed, totals.without_article, totals.unconfirmed, totals.historical
    ]  # fmt: skip


def test_every_service_stands_there_with_what_is_unconfirmed_in_words(view: View) -> None:
    html = drawn(view)
    for service in view.services.values():
        part = entry(html, f"service-{service.id}")
        assert part.count("<li>") >= len(service.review.unconfirmed)
    line = view.services[ID].review.unconfirmed[0]
    assert line[:6] in entry(html, f"service-{ID}")


def test_each_figure_stands_beside_its_articles(view: View) -> None:
    basis = (Citation("labour-dispute-law", "43"),)
    figures = (Figure("time.statutory", Duration(45, "calendar-days"), basis), Figure("time.note", "15日", basis))
    part = entry(drawn(replace(view, figures={(ID, None): figures})), f"service-{ID}")
    assert {"zh": "45日、15日：《", "en": "45 days, 15日: "}[view.lang] in plain(part)
    assert part.count('href="../../' + view.lang + '/policies/labour-dispute-law/"') == 1


def test_a_figure_without_an_article_stands_out(view: View) -> None:
    assert "<strong>" not in entry(drawn(replace(view, figures={})), f"service-{ID}")
    figures = {(ID, None): (Figure("time.note", "99天", ()),)}
    part = entry(drawn(replace(view, figures=figures)), f"service-{ID}")
    assert "99天" in plain(part.split("<strong>")[1])


def test_history_is_listed_and_a_law_with_nothing_to_say_is_not(view: View) -> None:
    policy = view.policies["labour-contract-law"]
    settled = replace(policy, review=replace(policy.review, unconfirmed=()))
    html = drawn(replace(view, policies={**view.policies, policy.id: settled}))
    assert 'class="tag"' in entry(html, "policy-ningbo-2011")
    assert 'id="policy-labour-contract-law"' not in html


def test_the_page_about_the_site_leads_there_and_the_menus_do_not(built) -> None:
    for lang in ("zh", "en"):
        target = f"{lang}/sourcing/index.html"
        start, about = f"{lang}/index.html", f"{lang}/about/index.html"
        assert target in {built.target(about, link) for _, link in built.links(about)}
        assert target not in {built.target(start, link) for _, link in built.links(start)}
