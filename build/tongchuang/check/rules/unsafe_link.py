"""Links that run something, or lead somewhere no link should."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..prose import Prose

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
# Link targets of Markdown: inline, of a reference, and in angle brackets.
_TARGET = re.compile(
    r"\]\(\s*<?(?P<inline>[^)>]*)"
    r"|^ {0,3}\[[^\]]*\]:\s*<?(?P<reference>\S*)"
    r"|<(?P<bare>[A-Za-z][A-Za-z0-9+.-]*:[^>]*)>",
    re.MULTILINE,
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PROGRAM = re.compile(r"(?:javascript|vbscript|livescript):|data:[a-z]+/[a-z0-9.+-]+[;,]", re.IGNORECASE)
# What every unsafe link has: the end of its scheme, an entity, a percent sign with its digits, or Markdown's brackets.
_SUSPECT = re.compile(r"[TtAa][\x00-\x20\\]*:|&[#A-Za-z]|%[0-9A-Fa-f]{2}|\]\(|^ {0,3}\[|<[A-Za-z]", re.MULTILINE)
_IGNORED = re.compile(r"[\x00-\x20\\]")


def find(content: Content) -> Iterator[Finding]:
    """Also those disguised by entities, percent signs or spaces."""
    for words in content.prose_with(_SUSPECT):
        for start in sorted(_unsafe(words)):
            yield EXPLANATION.at(
                words.path,
                words.at(start),
                Bilingual("这里有不安全的链接。", "There is an unsafe link here."),
                Bilingual(
                    "请改成 https:// 开头的网址，或删掉。", "Use an address that starts with https://, or delete it."
                ),
            )


def _unsafe(words: Prose) -> set[int]:
    """Where unsafe links start, one a line."""
    by_line: dict[int, int] = {}
    for target in _TARGET.finditer(words.text) if words.markdown else ():
        scheme = _SCHEME.match(_plain(target[target.lastgroup or 0]))
        if scheme and scheme[1].lower() not in _ALLOWED and not _of_picture(words.text, target.start()):
            by_line.setdefault(words.text.count("\n", 0, target.start()), target.start())
    offset = 0
    for number, line in enumerate(words.text.split("\n")):
        if (":" in line or "&" in line or "%" in line) and _PROGRAM.search(_plain(line)):
            by_line.setdefault(number, offset)
        offset += len(line) + 1
    return set(by_line.values())


def _of_picture(text: str, start: int) -> bool:
    """Whether the link is the address of a picture: any picture has a finding of its own."""
    opened = text.rfind("[", 0, start + 1)
    return opened > 0 and text[opened - 1] == "!" and text.startswith("](", start)


def _plain(text: str) -> str:
    """Text as a browser would understand it in a link."""
    return _IGNORED.sub("", unquote(unescape(unescape(text))))
