"""The ASGI application (https://asgi.readthedocs.io/en/latest/specs/www.html): what is computed, then the files."""

from collections.abc import Callable
from pathlib import Path

from starlette.requests import Request
from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from . import answers, openapi, search
from .answers import Answer
from .headers import ASK_AGAIN, accepts_gzip
from .releases import Release, Releases
from .static import Static


def application(current: Path) -> ASGIApp:
    """Serves what ``current`` leads to; OSError or msgspec.MsgspecError if there is no release."""
    releases = Releases(current)

    def route(path: str, answer: Callable[[Release, Request], Answer]) -> Route:
        return Route(path, _Endpoint(releases, answer))

    found = [
        route("/api/v1/search", _search),
        route("/api/v1/openapi.json", _described),
        route("/health", _health),
        route("/version", _version),
    ]
    computed, router, files = {one.path for one in found}, Router(found), Static(releases)

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in ("GET", "HEAD"):
            refused = answers.preflight() if scope["method"] == "OPTIONS" else answers.not_allowed()
            await answers.send_answer(send, refused)
        elif scope["path"] in computed:
            await router(scope, receive, send)
        else:
            await files(scope, receive, send)

    return answered


class _Endpoint:
    """An ASGI application that answers from the release in force."""

    def __init__(self, releases: Releases, answer: Callable[[Release, Request], Answer]) -> None:
        self._releases, self._answer = releases, answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        try:
            answer = self._releases.answer(lambda release: self._answer(release, request))
        except OSError:
            answer = answers.DAMAGED
        await answers.send_answer(send, answer)


def _search(release: Release, request: Request) -> Answer:
    try:
        found = search.answer(release, request.scope["query_string"])
    except search.Refused as refused:
        return answers.error(refused.status, refused.code, refused.message)
    return answers.as_json(found, gzipped=_gzipped(request))


def _described(release: Release, request: Request) -> Answer:
    return answers.as_json(openapi.describe(release), keep=ASK_AGAIN, gzipped=_gzipped(request))


def _health(release: Release, request: Request) -> Answer:
    return answers.as_json({"status": "ok"})


def _version(release: Release, request: Request) -> Answer:
    facts = release.facts
    told = {"release": facts.id, "as_of": facts.as_of, "sample": facts.sample, "languages": facts.languages}
    return answers.as_json(told)


def _gzipped(request: Request) -> bool:
    return accepts_gzip(request.headers.get("accept-encoding", "").encode("latin-1"))
