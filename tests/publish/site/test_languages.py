"""What a page says where its words are not in its language."""

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

    def draw(change):
        documents = []
        for document in sources.documents:
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


def test_a_page_without_a_translation_says_so_once(page):
    html = page(lambda words: None)
    assert html.count("has not been translated yet") == 1
    assert '<h1><span lang="zh-Hans">居住证申领</span></h1>' in html


def test_chinese_names_in_english_text_are_marked(catalogue):
    drawing = Drawing(catalogue.view("en"))
    text = drawing._environment.filters["text"]
    assert text("a <b> (国家平台) c") == 'a &lt;b&gt; (<span lang="zh-Hans">国家平台</span>) c'
    assert text("最长30天。Then") == '<span lang="zh-Hans">最长30天。</span>Then'
