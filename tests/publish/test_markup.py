import time

import pytest
from tongchuang.publish.markup import LONGEST, render


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "[press](javascript:alert(1))",
        "[press](JaVaScRiPt&#58;alert(1))",
        "[press](data:text/html,x)",
        "[press](http://example.com)",
        "## title {onclick=alert(1)}",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "![](https://example.com/x.png)",
        "<style>p{display:none}</style>",
        "<!-- x --><iframe src=//x></iframe>",
    ],
)
def test_nothing_active_passes(text):
    html = render(text)
    assert not any(f"<{tag}" in html for tag in ("script", "img", "svg", "style", "iframe", "!--"))
    assert "href=" not in html
    assert not any(
        f" {name}=" in tag
        for tag in html.split("<")[1:]
        for name in ("onclick", "onerror", "id")
        if ">" in tag and f" {name}=" in tag.split(">")[0]
    )


def test_headings_stand_below_the_pages_sections():
    assert render("## 第一部分\n\n### 一") == "<h3>第一部分</h3>\n<h4>一</h4>"


def test_lists_tables_emphasis_and_links_stay():
    html = render("- **a**\n- [b](https://example.com/)\n\n| c | d |\n|---|---|\n| 1 | 2 |")
    assert "<li><strong>a</strong></li>" in html
    assert '<a href="https://example.com/" rel="noopener noreferrer">b</a>' in html
    assert "<td>1</td>" in html


@pytest.mark.parametrize(
    "text",
    [
        "[" * 8000,
        "*" * 5000,
        "".join(f"{'  ' * n}- x\n" for n in range(400)),
        "> " * 400 + "x",
        "\t" * 200 + "- x",
        "长" * (LONGEST + 1),
        "((((" * 4000,
        "1. " * 8000,
        "+ " * 7000,
        "> - " * 500,
        ("[" * 300 + "\n\n") * 200,
        "&a;" * 20000,
    ],
)
def test_text_piled_up_to_hang_the_build_is_shown_plain_and_fast(text):
    started = time.monotonic()
    html = render(text)
    assert time.monotonic() - started < 1
    assert html.startswith("<p>")


def test_raw_html_is_shown_as_the_letters_it_is_written_in():
    assert render("a <b>c</b>\n\n<div>d</div>") == ("<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;div&gt;d&lt;/div&gt;</p>")
