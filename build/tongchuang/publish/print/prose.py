"""The Markdown text of a policy on paper: the same safe HTML as on the site, set as the other words of a sheet.

On bilingual sheets each paragraph and list entry has its translation beneath it, as long as both texts are built
alike; texts that differ in structure follow each other whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Union

from markupsafe import Markup

from .. import markup
from .text import Text, marked, tag

_HOLDS_BLOCKS = {"ul", "ol", "blockquote", "table", "thead", "tbody", "tr"}
_BLOCKS = _HOLDS_BLOCKS | {"p", "h2", "h3", "h4", "h5", "h6", "li", "th", "td", "hr"}
_VOID = {"br", "hr"}


@dataclass(slots=True)
class _Element:
    tag: str
    href: str = ""
    children: list[Union["_Element", str]] = field(default_factory=list)

    @property
    def blocks(self) -> list["_Element"]:
        return [child for child in self.children if isinstance(child, _Element) and child.tag in _BLOCKS]

    @property
    def inline(self) -> list[Union["_Element", str]]:
        return [child for child in self.children if isinstance(child, str) or child.tag not in _BLOCKS]

    def wrap(self, inner: Markup) -> Markup:
        """``inner`` in this element; its name is from the allow-list of ``markup``."""
        if self.tag in _VOID:
            return Markup("<{}>").format(self.tag)
        if self.href:  # paper has nothing to click: the style sheet writes the address out
            return Markup('<span class="link" data-href="{}">{}</span>').format(self.href, inner)
        return Markup("<{0}>{1}</{0}>").format(self.tag, inner)


class _Parser(HTMLParser):
    """The cleaned HTML as a tree."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open = [_Element("body")]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, dict(attrs).get("href") or "")
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def prose(text: Text) -> Markup:
    """Markdown in each language of a sheet as HTML, with marks squeezed and other scripts tagged."""
    bodies = [(lang, _Parser(markup.render(words)).open[0]) for lang, words in text.parts]
    if len(bodies) == 1:
        return _inner(*bodies[0])
    first, *others = (_shape(body) for _, body in bodies)
    if all(other == first for other in others):
        return _laid_over([lang for lang, _ in bodies], [body for _, body in bodies])
    return Markup().join(
        Markup('<div lang="{}">{}</div>').format(tag(lang), _inner(lang, body)) for lang, body in bodies
    )


def _shape(element: _Element) -> tuple[object, ...]:
    return (element.tag, *(_shape(child) for child in element.blocks))


def _inner(lang: str, element: _Element) -> Markup:
    return Markup().join(
        marked(lang, child) if isinstance(child, str) else child.wrap(_inner(lang, child)) for child in element.children
    )


def _laid_over(langs: Sequence[str], elements: Sequence[_Element]) -> Markup:
    """The words of elements of one shape beneath each other, then what blocks they hold, in the same way."""
    words = Markup()
    if elements[0].tag in _BLOCKS - _HOLDS_BLOCKS - _VOID:
        words = Markup().join(
            Markup('<span class="words" lang="{}">{}</span>').format(
                tag(lang), _inner(lang, _Element("", children=element.inline))
            )
            for lang, element in zip(langs, elements, strict=True)
        )
    blocks = zip(*(element.blocks for element in elements), strict=True)
    return words + Markup().join(group[0].wrap(_laid_over(langs, group)) for group in blocks)
