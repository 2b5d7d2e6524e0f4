"""Links that run something, or lead somewhere no link should."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..prose import lines

EXPLANATION = Explanation(
    "R602",
    "error",
    Bilingual("链接不安全", "An unsafe link"),
    Bilingual(
        "链接只能是 https、http、mailto、tel，或站内地址。javascript: 和 data: 这类链接会在别人的手机上运行程序。",
        "Links may be https, http, mailto, tel, or an address within the site. Links such as javascript: or data: run "
        "programs on people's phones.",
    ),
)
_ALLOWED = frozenset({"https", "http", "mailto", "tel"})
_TARGET = re.compile(r"\]\(\s*<?([^)>]*)|^ {0,3}\[[^\]]+\]:\s*<?(\S*)|<([A-Za-z][A-Za-z0-9+.-]*:[^>\s]*)>")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SCRIPT = re.compile(r"(?:javascript|vbscript|livescript)\s*:|data:[a-z]+/[a-z0-9.+-]+[;,]", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20\\]")


def find(content: Content) -> Iterator[Finding]:
    """One finding a line: disguised by entities, percent signs or spaces as well."""
    for line in lines(content):
        start = _unsafe(line.text, line.markdown)
        if start is not None:
            yield EXPLANATION.at(
                line.path,
                line.at(start),
                Bilingual("这里有不安全的链接。", "There is an unsafe link here."),
                Bilingual("请改成 https:// 开头的网址，或删掉。", "Use an address that starts with https://, or delete it."),
            )


def _unsafe(text: str, markdown: bool) -> int | None:
    """Where an unsafe link starts; None if there is none."""
    if ":" not in text and "&" not in text and "%3" not in text.lower():
        return None
    if found := _SCRIPT.search(_plain(text)):
        return min(found.start(), len(text))
    for target in _TARGET.finditer(text) if markdown else ():
        address = _plain(next(group for group in target.groups() if group is not None))
        scheme = _SCHEME.match(address)
        if scheme and scheme[1].lower() not in _ALLOWED:
            return target.start()
    return None


def _plain(text: str) -> str:
    """Text as a browser would understand it in a link."""
    return _IGNORED.sub("", unquote(unescape(unescape(text))))
