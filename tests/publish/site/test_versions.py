"""Services that differ in a region, that have ended, and a hub with a publisher."""

from dataclasses import replace

import pytest
from tongchuang.catalogue import resolve
from tongchuang.load import Document, Sources
from tongchuang.publish import site
from tongchuang.publish.sheets import sheets
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.pages import all_pages
from tongchuang.publish.site.places import places
from tongchuang.publish.site.stamp import stamp

ID = "residence-permit-apply"
QUICKER = {"base": "r1", "time": {"promised": {"value": 10, "unit": "calendar-days"}}}


@pytest.fixture(scope="module")
def local(sources, catalogue):
    """The catalogue with one local version, of the district 441602."""
    rest = [document for document in sources.documents if document.kind != "local"]
    version = Document(f"content/local/441602/{ID}.yaml", "local", ID, QUICKER, region="441602")
    return resolve(Sources((*rest, version)), catalogue.as_of)


def _body(catalogue, address, lang="zh"):
    page = next(page for page in all_pages(catalogue, lang) if page.address == address)
    return str(Drawing(catalogue.view(lang), sheets(catalogue)[lang]).body(page))


def test_a_region_with_its_own_version_has_its_own_page(local):
    own, standard = _body(local, f"services/{ID}/441602/"), _body(local, f"services/{ID}/")
    assert "承诺10日内办完" in own
    assert "承诺10日内办完" not in standard
    assert "这是源城区的办法" in own
    assert f'href="../../../zh/services/{ID}/441602/"' in standard
    assert f'href="../../../../../zh/services/{ID}/"' not in own
    assert f'href="../../../../zh/services/{ID}/"' in own


def test_a_version_of_a_region_offers_its_own_notice_and_not_the_standard_one(local):
    own = _body(local, f"services/{ID}/441602/")
    assert f"print/notice/{ID}.441602.A4.zh.pdf" in own
    assert f"print/notice/{ID}.A4.zh.pdf" not in own


def test_a_place_leads_to_the_version_in_force_there(local):
    drawing = Drawing(local.view("zh"))
    bodies = dict(stamp("\ue000body", places(drawing, "2026-11-21")))
    assert f"services/{ID}/441602/" in bodies["places/441602001/"]
    elsewhere = next(code for code in local.view("zh").places if code.startswith("441621") and len(code) == 9)
    assert f"services/{ID}/441602/" not in bodies[f"places/{elsewhere}/"]
    assert f"services/{ID}/" in bodies[f"places/{elsewhere}/"]


def test_a_service_that_ended_keeps_its_page_and_leaves_the_lists(sources, catalogue):
    ended = {"date": "2026-06-01", "why": "合并了", "replaced_by": "job-matching"}
    documents = [
        replace(document, data={**document.data, "withdrawn": ended})
        if (document.kind, document.key, document.lang) == ("service", ID, None)
        else document
        for document in sources.documents
    ]
    changed = resolve(Sources(tuple(documents)), catalogue.as_of)
    page = _body(changed, f"services/{ID}/")
    assert "2026年6月1日起不再办了" in page
    assert "services/job-matching/" in page
    assert f"services/{ID}/" not in _body(changed, "services/")


@pytest.fixture(scope="module")
def published(sources, catalogue):
    """A hub with a publisher and an address, and a network of three places."""
    few = {"441602", "441602001", "441602001001"}
    documents = []
    for document in sources.documents:
        data = document.data
        if document.kind == "hub" and document.lang is None:
            data = {**data, "publisher": "某市人社局", "base_url": "https://example.org/hub"}
        if document.kind == "division" and document.key == "heyuan":
            data = [row for row in data if row["code"] in few]
        if document.kind not in ("place", "local"):
            documents.append(replace(document, data=data))
    made = site.publish(resolve(Sources(tuple(documents)), catalogue.as_of))
    return {artifact.path: artifact.data.decode() for artifact in made if artifact.path.endswith(".html")}


def test_a_hub_with_an_address_names_pages_by_it_and_links_stay_relative(published):
    html = published["en/hotlines/index.html"]
    assert '<link rel="canonical" href="https://example.org/hub/en/hotlines/">' in html
    assert '<link rel="alternate" hreflang="zh-Hans" href="https://example.org/hub/zh/hotlines/">' in html
    assert 'href="../../zh/hotlines/"' in html
    place = published["en/places/441602001/index.html"]
    assert '<link rel="canonical" href="https://example.org/hub/en/places/441602001/">' in place


def test_a_published_hub_is_no_sample(published):
    assert [path for path, html in published.items() if 'class="sample"' in html] == []
    assert 'name="robots"' not in published["zh/hotlines/index.html"]
    assert "主办：某市人社局" in published["zh/hotlines/index.html"]


def test_the_page_for_dead_links_works_at_any_depth(published):
    assert 'href="https://example.org/hub/zh/"' in published["404.html"]
