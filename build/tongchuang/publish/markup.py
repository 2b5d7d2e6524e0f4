"""Policy text: Markdown to HTML of an allow-list, whatever the text holds."""

import re

import nh3
from markdown import Markdown
from markupsafe import Markup, escape

LONGEST = 100_000
# Brackets and marks in a paragraph and in all, columns of indentation, and lists or quotations begun in
# one line: beyond them Python-Markdown takes seconds, or more stack than there is, and no policy is
# written like that.
MOST_MARKS = 300
MOST_MARKS_IN_ALL = 10_000
DEEPEST_INDENT = 24
DEEPEST_LIST = 8

_BLOCK = re.compile(r"\n[ \t]*\n")
_MARKS = re.compile(r"[\[\]()*_`<>!&\\]")
_INDENTED = re.compile(rf"^(?:[ >]{{{DEEPEST_INDENT},}}|[ >]*\t[ \t>]*\t)", re.MULTILINE)
_NESTED = re.compile(rf"^[ \t]*(?:(?:[-+*]|\d+[.)])[ \t]+|>[ \t]*){{{DEEPEST_LIST},}}", re.MULTILINE)
_TAGS = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "blockquote", "hr", "br", "a"}
_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}


def render(text: str) -> Markup:
    """Safe HTML of Markdown ``text``: headings one step below a page's sections, links to https only.

    Raw HTML in the text comes out as the letters it is written in. Text that no editor would write (over
    ``LONGEST`` characters, or piled-up marks) is shown as plain paragraphs.
    """
    if not _ordinary(text):
        return _plain(text)
    markdown = Markdown(extensions=["tables", "toc"], extension_configs={"toc": {"baselevel": 2}})
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    html = nh3.clean(
        markdown.convert(text),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https"},
        link_rel="noopener noreferrer",
        set_tag_attribute_values={},
    )
    return Markup(html)  # noqa: S704 (just cleaned)


def _ordinary(text: str) -> bool:
    if len(text) > LONGEST or _INDENTED.search(text) or _NESTED.search(text):
        return False
    marks = [len(_MARKS.findall(block)) for block in _BLOCK.split(text)]
    return max(marks) <= MOST_MARKS and sum(marks) <= MOST_MARKS_IN_ALL


def _plain(text: str) -> Markup:
    paragraphs = (" ".join(block.split()) for block in _BLOCK.split(text[:LONGEST]))
    return Markup("\n").join(Markup("<p>{}</p>").format(escape(words)) for words in paragraphs if words)
