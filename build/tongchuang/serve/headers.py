"""The headers of an answer: what it is, how long it may be kept, who may read it, and what it may do in a browser."""

import re
from functools import cache, lru_cache

Headers = list[tuple[bytes, bytes]]

# The kinds of file that a release has, and whether they shrink when compressed.
TYPES = {
    ".html": (b"text/html; charset=utf-8", True),
    ".json": (b"application/json; charset=utf-8", True),
    ".js": (b"text/javascript; charset=utf-8", True),
    ".css": (b"text/css; charset=utf-8", True),
    ".csv": (b"text/csv; charset=utf-8", True),
    ".svg": (b"image/svg+xml; charset=utf-8", True),
    ".pdf": (b"application/pdf", False),
    ".png": (b"image/png", False),
}
_UNKNOWN = (b"application/octet-stream", False)
JSON = TYPES[".json"][0]
# Named after what they hold, by the site, the search and the offline packs.
_HASHED = re.compile(
    r"assets/[0-9a-f]{10}/|assets/(.*[.-])?[0-9a-f]{8,10}(\.min)?\.\w+$|search/[0-9a-f]{12}/|offline/[0-9a-f]{16}\.json$"
)
_FOREVER = b"public, max-age=31536000, immutable"
ASK_AGAIN = b"no-cache"
_READABLE = ("api/", "search/")
# https://fetch.spec.whatwg.org/#http-cors-protocol
ANYONE: Headers = [(b"access-control-allow-origin", b"*"), (b"access-control-expose-headers", b"ETag")]
METHODS = b"GET, HEAD, OPTIONS"
# https://www.w3.org/TR/CSP3/: pages say themselves what they may load (publish.site.assets.CSP); only the frame around
# a page (the kiosk's is ours) can't be said there. A script's own header is what a service worker lives under.
_PAGE: Headers = [(b"content-security-policy", b"frame-ancestors 'self'"), (b"referrer-policy", b"same-origin")]
_PART: Headers = [(b"content-security-policy", b"default-src 'self'; frame-ancestors 'none'")]
EVERYTHING: Headers = [(b"x-content-type-options", b"nosniff")]


def hashed(path: str) -> bool:
    """Whether a file is named after what it holds, so that its content never changes."""
    return bool(_HASHED.match(path))


def readable(path: str) -> bool:
    """Whether scripts of other sites may read what is at a path: the API and the search."""
    return path.startswith(_READABLE)


def type_of(path: str) -> tuple[bytes, bool]:
    """The media type of a file, and whether it is worth compressing."""
    dot = path.rfind(".")
    return TYPES.get(path[dot:], _UNKNOWN) if dot >= 0 else _UNKNOWN


@lru_cache(256)
def accepts_gzip(accepted: bytes) -> bool:
    """What an ``Accept-Encoding`` says of gzip (https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3)."""
    weights = {}
    for choice in accepted.lower().split(b","):
        name, _, weight = choice.partition(b";")
        weights[name.strip()] = not re.fullmatch(rb"\s*q\s*=\s*0(\.0*)?\s*", weight)
    return weights.get(b"gzip", weights.get(b"*", False))


def of_file(path: str, compressed: bool) -> Headers:
    """All headers of a file but its tag and length."""
    top = path.split("/", 1)[0] + "/"
    return _of(type_of(path), hashed(path), readable(top), compressed)


@cache
def _of(type_: tuple[bytes, bool], hashed: bool, readable: bool, compressed: bool) -> Headers:
    media, compressible = type_
    headers = [(b"content-type", media), (b"cache-control", _FOREVER if hashed else ASK_AGAIN), *EVERYTHING]
    if media.startswith(b"text/html"):
        headers += _PAGE
    elif compressible:
        headers += _PART
    if compressible:
        headers.append((b"vary", b"Accept-Encoding"))
    if compressed:
        headers.append((b"content-encoding", b"gzip"))
    if readable:
        headers += ANYONE
    return headers
