"""Answers that are no file of a release: JSON, and errors that say in both languages what is wrong."""

import gzip
from typing import Any

import msgspec

from ..model.finding import Bilingual
from . import headers
from .headers import Headers

# Status, headers and body.
Answer = tuple[int, Headers, bytes]
# A body smaller than this is sent as it is: it would fill one packet either way.
_WORTH_IT = 1024
_POLICY: Headers = [("content-security-policy", "default-src 'none'; frame-ancestors 'none'")]


def as_json(content: Any, *, status: int = 200, keep: str = "no-store", gzipped: bool = False) -> Answer:
    """An answer of the API, which scripts of all sites may read; not kept, since questions are personal."""
    body = msgspec.json.encode(content) + b"\n"
    head = [("content-type", headers.JSON), ("cache-control", keep), ("vary", "Accept-Encoding")]
    head += [*headers.EVERYTHING, *_POLICY, *headers.ANYONE]
    if gzipped and len(body) >= _WORTH_IT:
        return whole(status, [*head, ("content-encoding", "gzip")], squeezed(body))
    return whole(status, head, body)


def whole(status: int, head: Headers, body: bytes) -> Answer:
    """An answer with its length."""
    return status, [*head, ("content-length", str(len(body)))], body


def error(status: int, code: str, message: Bilingual) -> Answer:
    """What is wrong with a request: ``code`` for programs, ``message`` for people."""
    return as_json({"error": {"code": code, "zh": message.zh, "en": message.en}}, status=status)


def squeezed(body: bytes) -> bytes:
    """``body`` compressed, quickly: it is sent once."""
    return gzip.compress(body, 1, mtime=0)


def preflight() -> Answer:
    """The answer to OPTIONS."""
    asked = [("access-control-allow-methods", headers.METHODS), ("access-control-allow-headers", "If-None-Match")]
    kept = [("access-control-max-age", "86400"), ("allow", headers.METHODS)]
    return 204, [*headers.ANYONE, *asked, *kept, *headers.EVERYTHING], b""


def not_allowed() -> Answer:
    """The answer to any method that would change something."""
    message = Bilingual("这里只能读取。", "This can only be read.")
    status, head, body = error(405, "method-not-allowed", message)
    return status, [*head, ("allow", headers.METHODS)], body


NO_FILE = error(404, "not-found", Bilingual("没有这个文件。", "There is no such file."))
DAMAGED = error(
    503,
    "damaged",
    Bilingual(
        "发布内容损坏，请维护人员运行 tongchuang verify。",
        "The release is damaged; whoever runs this server should run tongchuang verify.",
    ),
)
