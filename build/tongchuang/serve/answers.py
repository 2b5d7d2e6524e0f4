"""Answers that are no file of a release: JSON, and errors that say in both languages what is wrong."""

import gzip
from typing import Any

import msgspec
from starlette.types import Send

from ..model.finding import Bilingual
from . import headers
from .headers import Headers

# Status, headers and body.
Answer = tuple[int, Headers, bytes]
# A body smaller than this is sent as it is: it would fill one packet either way.
_WORTH_IT = 1024
_POLICY: Headers = [(b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")]


def as_json(content: Any, *, status: int = 200, keep: bytes = b"no-store", gzipped: bool = False) -> Answer:
    """An answer of the API, which scripts of all sites may read; not kept, since questions are personal."""
    body = msgspec.json.encode(content) + b"\n"
    head = [(b"content-type", headers.JSON), (b"cache-control", keep), (b"vary", b"Accept-Encoding")]
    head += [*headers.EVERYTHING, *_POLICY, *headers.ANYONE]
    if gzipped and len(body) >= _WORTH_IT:
        return whole(status, [*head, (b"content-encoding", b"gzip")], squeezed(body))
    return whole(status, head, body)


def whole(status: int, head: Headers, body: bytes) -> Answer:
    """An answer with its length."""
    return status, [*head, (b"content-length", b"%d" % len(body))], body


def error(status: int, code: str, message: Bilingual) -> Answer:
    """What is wrong with a request: ``code`` for programs, ``message`` for people."""
    return as_json({"error": {"code": code, "zh": message.zh, "en": message.en}}, status=status)


def squeezed(body: bytes) -> bytes:
    """``body`` compressed, quickly: it is sent once."""
    return gzip.compress(body, 1, mtime=0)


def preflight() -> Answer:
    """The answer to OPTIONS."""
    asked = [(b"access-control-allow-methods", headers.METHODS), (b"access-control-allow-headers", b"If-None-Match")]
    kept = [(b"access-control-max-age", b"86400"), (b"allow", headers.METHODS)]
    return 204, [*headers.ANYONE, *asked, *kept, *headers.EVERYTHING], b""


def not_allowed() -> Answer:
    """The answer to any method that would change something."""
    message = Bilingual("这里只能读取。", "This can only be read.")
    status, head, body = error(405, "method-not-allowed", message)
    return status, [*head, (b"allow", headers.METHODS)], body


NO_FILE = error(404, "not-found", Bilingual("没有这个文件。", "There is no such file."))
DAMAGED = error(
    503,
    "damaged",
    Bilingual(
        "发布内容损坏，请维护人员运行 tongchuang verify。",
        "The release is damaged; whoever runs this server should run tongchuang verify.",
    ),
)


async def send_answer(send: Send, answer: Answer) -> None:
    """Send it; of the answer to HEAD, Granian leaves out the body."""
    status, head, body = answer
    await send({"type": "http.response.start", "status": status, "headers": head})
    await send({"type": "http.response.body", "body": body})
