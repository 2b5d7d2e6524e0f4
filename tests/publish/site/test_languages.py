"""What a page says where its words are not in its language."""

import re
from dataclasses import replace

import pytest
from tongchuang.catalogue import resolve
from tongchuang.load import Sources
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.pages import all_pages

ADDRESS = "services/residence-permit-apply/"


@pytest.fixture
def page(sources, catalogue):
    """The English page of a service after a change to its translation (None: no translation)."""

    def draw(change, revisions=None):
        documents = []
        for document in sources.documents:
            if (document.kind, document.key, document.lang) == (
                "service",
                "residence-permit-apply",
                None,
            ) and revisions:
                document = replace(document, data={**document.data, "revisions": revisions})
            if (document.kind, document.key, document.lang) == ("service", "residence-permit-apply", "en"):
                data = change(dict(document.data))
                if data is None:
                    continue
                document = replace(document, data=data)
            documents.append(document)
        changed = resolve(Sources(tuple(documents)), catalogue.as_of)
        found = next(page for page in all_pages(changed, "en") if page.address == ADDRESS)
        return str(Drawing(changed.view("en")).body(found))

    return draw


def _section(html, name):
    return html.split(f'<section aria-labelledby="{name}">')[1].split("</section>")[0]


def test_a_whole_translation_has_no_notice(page):
    assert "has not been translated yet" not in page(lambda words: words)


def test_a_part_without_a_translation_says_so_and_is_marked_as_chinese(page):
    html = page(lambda words: {key: value for key, value in words.items() if key != "materials"})
    materials = _section(html, "materials")
    assert "This part has not been translated yet" in materials
    assert '<span lang="zh-Hans">本人的居民身份证</span>' in materials
    assert "This part has not been translated yet" not in _section(html, "steps")


def test_a_translation_of_an_older_revision_says_why_the_chinese_is_shown(page):
    html = page(lambda words: {**words, "of": "r0"})
    assert "the translation has not caught up" in _section(html, "materials")
    assert "本人的居民身份证" in _section(html, "materials")


REVISIONS = [
    {"id": "r1", "date": "2026-03-01", "kind": "functional", "zh": "首次编写", "en": "First written"},
    {"id": "r2", "date": "2026-04-01", "kind": "editorial", "zh": "错字", "en": "A typing error"},
    {"id": "r3", "date": "2026-05-02", "kind": "functional", "zh": "时限短了", "en": "The time is shorter"},
]


def test_a_stale_page_says_of_which_day_it_is_and_what_has_changed_since(page):
    html = page(lambda words: {**words, "of": "r1"}, REVISIONS)
    notice = html.split('role="note"')[1].split("</div>")[0]
    assert "translated from the Chinese of 1 March 2026" in notice
    assert "2 May 2026: The time is shorter" in notice
    assert "A typing error" not in notice
    assert "nothing is left out" in notice
    assert "The Chinese changed on 2 May 2026" in _section(html, "materials")


def test_an_editorial_change_makes_no_translation_stale(page):
    assert "translated from the Chinese of" not in page(lambda words: {**words, "of": "r1"}, REVISIONS[:2])


def test_a_page_without_a_translation_says_of_which_day_the_chinese_is(page):
    html = page(lambda words: None, REVISIONS)
    assert "Below is the whole Chinese text of 2 May 2026; nothing is left out." in html


def test_a_page_without_a_translation_says_so_once(page):
    html = page(lambda words: None)
    assert html.count("has not been translated yet") == 1
    assert '<span lang="zh-Hans">居住证申领</span></h1>' in html


def test_chinese_names_in_english_text_are_marked(catalogue):
    drawing = Drawing(catalogue.view("en"))
    text = drawing._environment.filters["text"]
    assert text("a <b> (国家平台) c") == 'a &lt;b&gt; (<span lang="zh-Hans">国家平台</span>) c'
    assert text("最长30天。Then") == '<span lang="zh-Hans">最长30天。</span>Then'


def test_every_page_names_its_counterparts_and_so_do_places_and_the_root(built, catalogue):
    for path in ("zh/index.html", "en/places/441602001/index.html", "zh/appeals/appeal-housing/441602/index.html"):
        found = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', built.pages[path]))
        assert set(found) == {"zh-Hans", "en", "x-default"}
        below = path.partition("/")[2]
        assert {tag: built.target(path, found[tag]) for tag in ("zh-Hans", "en", "x-default")} == {
            "zh-Hans": f"zh/{below}",
            "en": f"en/{below}",
            "x-default": f"zh/{below}",
        }
    root = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', built.pages["index.html"]))
    assert root == {"zh-Hans": "zh/", "en": "en/", "x-default": "zh/"}
    assert built.pages["404.html"].count('<section lang="') == len(catalogue.languages)


@pytest.mark.parametrize(
    "address", ["services/residence-permit-apply/", "places/441602001/", "appeals/appeal-housing/441602/"]
)
def test_the_switch_keeps_the_page_and_the_place_on_it(browser, host, address):
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{host}zh/{address}#ground=rented&who=self")
    page.locator(".bar a[rel=alternate]").click()
    assert page.url == f"{host}en/{address}#ground=rented&who=self"
    page.locator("#languages a").click()
    assert page.url == f"{host}zh/{address}#ground=rented&who=self"
    page.close()
