"""The RSGI application (https://github.com/emmett-framework/granian/blob/master/docs/spec/RSGI.md): what is computed,
then the files."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from granian.rsgi import HTTPProtocol, Scope  # type: ignore[attr-defined]  # what it renames isn't exported by PEP 484

from . import answers, openapi, search
from .answers import Answer
from .headers import ASK_AGAIN, accepts_gzip
from .releases import Release, Releases
from .static import Static

Application = Callable[[Scope, HTTPProtocol], Awaitable[None]]


def application(current: Path) -> Application:
    """Serves what ``current`` leads to; OSError or msgspec.MsgspecError if there is no release."""
    releases = Releases(current)
    computed: Mapping[str, Callable[[Release, Scope], Answer]] = {
        "/api/v1/search": _search,
        "/api/v1/openapi.json": _described,
        "/health": _health,
        "/version": _version,
    }
    file = Static(releases).answer

    async def answered(scope: Scope, protocol: HTTPProtocol) -> None:
        if scope.method in ("GET", "HEAD"):
            answer = computed.get(scope.path, file)
            try:
                found = releases.answer(lambda release: answer(release, scope))
            except OSError:
                found = answers.DAMAGED
        else:
            found = answers.preflight() if scope.method == "OPTIONS" else answers.not_allowed()
        # Of the answer to HEAD, Granian leaves out the body.
        protocol.response_bytes(*found)

    return answered


def _search(release: Release, scope: Scope) -> Answer:
    try:
        found = search.answer(release, scope.query_string)
    except search.Refused as refused:
        return answers.error(refused.status, refused.code, refused.message)
    return answers.as_json(found, gzipped=_gzipped(scope))


def _described(release: Release, scope: Scope) -> Answer:
    return answers.as_json(openapi.describe(release), keep=ASK_AGAIN, gzipped=_gzipped(scope))


def _health(release: Release, scope: Scope) -> Answer:
    return answers.as_json({"status": "ok"})


def _version(release: Release, scope: Scope) -> Answer:
    facts = release.facts
    told = {"release": facts.id, "as_of": facts.as_of, "sample": facts.sample, "languages": facts.languages}
    return answers.as_json(told)


def _gzipped(scope: Scope) -> bool:
    return accepts_gzip(scope.headers.get("accept-encoding", ""))
