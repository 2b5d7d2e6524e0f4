"""The client in a real browser, over HTTP, beside the reader of the command line."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route
from tongchuang.publish.search.reader import Reader
from tongchuang.publish.site import assets
from tongchuang.publish.words import words

from ..conftest import written
from .conftest import Query

ODD = [
    "constructor",
    "__proto__",
    "toString wages",
    "((((",
    "工",
    "娃",
    "😀",
    "a",
    "和平",
    "心",
    "Ｗages",
    "jzz办",
    "",
    "\u0130X",
    "番茄炒蛋",
    "我們的錢嗎",
    "咋办",
    "the",
    "𠀀工资",
]
PAGE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><body><main data-search-root="{root}">
<form><input id="search-input"></form><p id="search-status"></p>
<ol id="search-results" data-failed="{failed}" data-found="{{n}}" data-none="{none}" data-other="{other}"
data-kind-service="{service}"></ol><template id="search-elsewhere"><li><a href="tel:12345">12345</a></li></template>
<p id="browse">browse</p></main><script type="module" src="{root}assets/search.js"></script></body></html>"""
ALL = """async (queries) => {
  const { open } = await import("/hub/search/reader.js");
  const searcher = await open(new URL("/hub/", location.href));
  const found = [];
  for (const [query, lang] of queries) {
    const results = await searcher.search(query, lang, 10);
    found.push(results.map((result) => [result.kind, result.id, result.url, result.score, result.summary]));
  }
  return found;
}"""


@pytest.fixture(scope="module")
def site(serve: Callable[[Path], str], files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> str:
    pages = {f"{lang}/search/index.html": _page(lang).encode() for lang in ("zh", "en")}
    hub = {**files, **pages, **{f"assets/{name}": data for name, data in assets.files().items()}}
    return f"{serve(written(hub, tmp_path_factory.mktemp('site') / 'hub').parent)}hub/"


def _page(lang: str) -> str:
    w = words(lang)
    said = {key: w(f"search.client.{key}") for key in ("none", "other")}
    kind, failed = w("search.kind.service"), w("site.search_page.failed")
    return PAGE.format(lang=lang, root="../../", failed=failed, service=kind, **said)


@pytest.fixture(scope="module")
def browser_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context.new_page()
    context.close()


def test_phone_and_command_line_find_the_same_in_the_same_order(
    site: str, browser_page: Page, reader: Reader, queries: list[Query]
):
    compared = [(query.text, query.lang) for query in queries] + [(text, lang) for text in ODD for lang in ("zh", "en")]
    browser_page.goto(f"{site}zh/search/")
    found = browser_page.evaluate(ALL, compared)
    for (query, lang), results in zip(compared, found, strict=True):
        found_here = reader.search(query, lang, 10)
        expected = [[result.kind, result.id, result.url, result.score, result.summary] for result in found_here]
        assert results == expected, (query, lang)


def test_a_query_in_the_address_is_searched_and_its_results_lead_to_pages(site: str, browser_page: Page):
    browser_page.goto(f"{site}zh/search/?q=老板不给钱")
    first = browser_page.locator("#search-results > li").first
    assert "办事" in first.inner_text()
    assert "干了活没拿到工钱" in first.inner_text()
    assert "时限60个工作日 · 免费" in first.inner_text()
    assert first.locator("a").get_attribute("href") == f"{site}zh/services/wage-arrears-report/"


def test_results_follow_what_is_typed_last(site: str, browser_page: Page):
    browser_page.goto(f"{site}en/search/")
    browser_page.fill("#search-input", "unpaid wages")
    browser_page.fill("#search-input", "residence permit")
    browser_page.wait_for_selector("a[href$='services/residence-permit-apply/']")
    assert "residence-permit-apply" in str(browser_page.locator("#search-results a").first.get_attribute("href"))


def test_nothing_found_leads_elsewhere(site: str, browser_page: Page):
    browser_page.goto(f"{site}zh/search/?q=qwxzqwxz")
    browser_page.wait_for_selector("a[href='tel:12345']")
    assert browser_page.locator("#search-results a").count() == 1
    browser_page.fill("#search-input", "居住证")
    browser_page.wait_for_selector("#search-results a[href*='residence-permit']")
    assert browser_page.locator("a[href='tel:12345']").count() == 0


def test_results_of_another_language_say_so_and_are_marked(site: str, browser_page: Page):
    browser_page.goto(f"{site}en/search/?q=居住证")
    assert browser_page.locator("#search-results > li").first.get_attribute("lang") == "zh"
    assert browser_page.locator("#search-status").inner_text() == words("en")("search.client.other")


def test_what_is_typed_is_never_markup(site: str, browser_page: Page):
    browser_page.goto(f"{site}zh/search/?q=<img src=x onerror=document.title='no'>工伤")
    browser_page.wait_for_selector("#search-results li")
    assert browser_page.locator("main img").count() == 0
    assert browser_page.title() != "no"


def test_without_network_the_page_says_so_and_keeps_its_other_ways(site: str, browser_page: Page):
    def refuse(route: Route) -> None:
        route.abort()

    browser_page.goto(f"{site}zh/search/")
    browser_page.fill("#search-input", "居住证")
    browser_page.wait_for_selector("#search-results li")
    browser_page.route("**/*.json", refuse)
    browser_page.fill("#search-input", "劳动仲裁")
    browser_page.locator("#search-status", has_text="网络").wait_for()
    browser_page.unroute("**/*.json", refuse)
    assert browser_page.locator("#browse").is_visible()
