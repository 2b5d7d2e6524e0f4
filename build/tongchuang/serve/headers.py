"""The headers of an answer: what it is, how long it may be kept, who may read it, and what it may do in a browser."""

import re
from functools import cache, lru_cache

Headers = list[tuple[str, str]]

# The kinds of file that a release has, and whether they shrink when compressed.
TYPES = {
    ".html": ("text/html; charset=utf-8", True),
    ".json": ("application/json; charset=utf-8", True),
    ".js": ("text/javascript; charset=utf-8", True),
    ".css": ("text/css; charset=utf-8", True),
    ".csv": ("text/csv; charset=utf-8", True),
    ".svg": ("image/svg+xml; charset=utf-8", True),
    ".pdf": ("application/pdf", False),
    ".png": ("image/png", False),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", False),
}
_UNKNOWN = ("application/octet-stream", False)
JSON = TYPES[".json"][0]
# Named after what they hold, by the site, the search and the offline packs.
_HASHED = re.compile(
    r"assets/[0-9a-f]{10}/|assets/(.*[.-])?[0-9a-f]{8,10}(\.min)?\.\w+$|search/[0-9a-f]{12}/|offline/[0-9a-f]{16}\.json$"
)
_FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
_READABLE = ("api/", "search/")
# https://fetch.spec.whatwg.org/#http-cors-protocol
ANYONE: Headers = [("access-control-allow-origin", "*"), ("access-control-expose-headers", "ETag")]
METHODS = "GET, HEAD, OPTIONS"
# https://www.w3.org/TR/CSP3/: pages say themselves what they may load (publish.site.assets.CSP); only the frame around
# a page (the kiosk's is ours) can't be said there. A script's own header is what a service worker lives under.
_PAGE: Headers = [("content-security-policy", "frame-ancestors 'self'"), ("referrer-policy", "same-origin")]
_PART: Headers = [("content-security-policy", "default-src 'self'; frame-ancestors 'none'")]
EVERYTHING: Headers = [("x-content-type-options", "nosniff")]


def hashed(path: str) -> bool:
    """Whether a file is named after what it holds, so that its content never changes."""
    return bool(_HASHED.match(path))


def readable(path: str) -> bool:
    """Whether scripts of other sites may read what is at a path: the API and the search."""
    return path.startswith(_READABLE)


def type_of(path: str) -> tuple[str, bool]:
    """The media type of a file, and whether it is worth compressing."""
    dot = path.rfind(".")
    return TYPES.get(path[dot:], _UNKNOWN) if dot >= 0 else _UNKNOWN


@lru_cache(256)
def accepts_gzip(accepted: str) -> bool:
    """What an ``Accept-Encoding`` says of gzip (https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3)."""
    weights = {}
    for choice in accepted.lower().split(","):
        name, _, weight = choice.partition(";")
        weights[name.strip()] = not re.fullmatch(r"\s*q\s*=\s*0(\.0*)?\s*", weight)
    return weights.get("gzip", weights.get("*", False))


def of_file(path: str, compressed: bool) -> Headers:
    """All headers of a file but its tag and length."""
    top = path.split("/", 1)[0] + "/"
    return _of(type_of(path), hashed(path), readable(top), compressed)


@cache
def _of(type_: tuple[str, bool], hashed: bool, readable: bool, compressed: bool) -> Headers:
    media, compressible = type_
    headers = [("content-type", media), ("cache-control", _FOREVER if hashed else ASK_AGAIN), *EVERYTHING]
    if media.startswith("text/html"):
        headers += _PAGE
    elif compressible:
        headers += _PART
    if compressible:
        headers.append(("vary", "Accept-Encoding"))
    if compressed:
        headers.append(("content-encoding", "gzip"))
    if readable:
        headers += ANYONE
    return headers
