"""Policy text on paper: the site's safe HTML, one language beneath the other."""

from tongchuang.publish.print.prose import prose
from tongchuang.publish.print.text import Text

ZH = "## 和你有关\n\n- 要给钱（第十一条）。\n- 要按日子给。\n"
EN = "## For you\n\n- In money (Article 11).\n- On time.\n"


def test_markdown_becomes_html_with_marks_squeezed():
    found = str(prose(Text((("zh", ZH),))))
    assert "<h3>和你有关</h3>" in found
    assert '<li>要给钱（第十一条<span class="half">）</span>。</li>' in found


def test_raw_html_comes_out_as_letters():
    found = str(prose(Text((("zh", "<script>alert(1)</script> **要紧**"),))))
    assert "<script" not in found
    assert "&lt;script&gt;" in found
    assert "<strong>要紧</strong>" in found


def test_each_entry_has_its_translation_beneath_it():
    found = str(prose(Text((("zh", ZH), ("en", EN)))))
    assert (
        '<li><span class="words" lang="zh-Hans">要按日子给。</span><span class="words" lang="en">On time.</span></li>'
    ) in found
    assert found.count("<ul>") == 1


def test_entries_within_entries_keep_their_place():
    nested = Text((("zh", "- 一\n    - 二\n"), ("en", "- one\n    - two\n")))
    zh, en = '<span class="words" lang="zh-Hans">{}</span>', '<span class="words" lang="en">{}</span>'
    inner = "<ul><li>" + zh.format("二") + en.format("two") + "</li></ul>"
    found = str(prose(nested)).replace("\n", "")
    assert found == "<ul><li>" + zh.format("一") + en.format("one") + inner + "</li></ul>"


def test_texts_that_are_not_built_alike_follow_each_other():
    found = str(prose(Text((("zh", ZH), ("en", "In money, on time.")))))
    assert found.startswith('<div lang="zh-Hans"><h3>')
    assert found.endswith('<div lang="en"><p>In money, on time.</p></div>')


def test_a_link_keeps_its_address():
    assert (
        str(prose(Text((("zh", "[这里](https://flk.npc.gov.cn/)"),))))
        == '<p><span class="link" data-href="https://flk.npc.gov.cn/">这里</span></p>'
    )
