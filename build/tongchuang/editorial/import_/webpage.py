"""Web pages: scripts and styles out, then pandoc; what is around the text is told from it later."""

import re

from lxml import html

from . import pandoc, plain
from .blocks import Read
from .refusal import Refused

_NOT_TEXT = (
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "svg",
    "iframe",
    "object",
    "select",
    "textarea",
    "button",
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)


def read(raw: bytes) -> Read:
    """A page's blocks and all its visible text."""
    found = _CHARSET.search(raw[:4096])
    text = plain.decode(raw, found[1].decode("ascii") if found else None)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (ValueError, html.etree.ParserError):
        raise Refused(
            "网页里没有文字。请在浏览器里复制正文，存为 .txt 再导入。",
            "There is no text in this page. Copy its text in a browser, save it as .txt and import that.",
        ) from None
    for element in list(root.iter(*_NOT_TEXT)) + root.xpath("//comment()"):
        if element.getparent() is not None:
            element.drop_tree()
    blocks, notes = pandoc.read(html.tostring(root, encoding="utf-8"), "html")
    return Read(blocks, root.text_content(), notes)
