"""Links within a release: each leads to a file that is there, and to an anchor on it."""

import re
from collections.abc import Iterator, Set
from functools import cache
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

_ADDRESS = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
# https://www.rfc-editor.org/rfc/rfc3986#section-4.2: with a scheme or a host it leads elsewhere.
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def dead(folder: Path, files: Set[str]) -> Iterator[tuple[str, str]]:
    """Every page of the release in ``folder`` with an address on it that leads nowhere; ``files`` are its paths."""

    @cache
    def anchors(path: str) -> frozenset[str]:
        return frozenset(map(unescape, _ID.findall((folder / path).read_text(encoding="utf-8", errors="replace"))))

    @cache
    def leads(at: str, address: str) -> bool:
        path, _, fragment = unquote(unescape(address)).partition("#")
        path = path.partition("?")[0]
        target = normpath(join(at, path) if not path.startswith("/") else path.lstrip("/"))
        target = normpath(join(target, "index.html")) if path.endswith("/") else target
        return target in files and (not fragment or fragment in anchors(target))

    for page in sorted(file for file in files if file.endswith(".html")):
        for address in dict.fromkeys(_ADDRESS.findall((folder / page).read_text(encoding="utf-8", errors="replace"))):
            if _ELSEWHERE.match(address):
                continue
            # On the page itself, or from its folder, where other pages may say the same.
            here = address[:1] in ("", "#", "?")
            if not leads(dirname(page), f"{page.rpartition('/')[2]}{address}" if here else address):
                yield page, unescape(address)
