"""``GET /api/v1/search``: the search of the site for other systems, in the shape of the static API's lists."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from ..model.finding import Bilingual
from ..publish.address import address
from ..publish.api import COLLECTIONS, ROOT
from ..publish.search.analysis import LONGEST
from ..publish.search.reader import Found
from ..publish.words import words
from .releases import Release

LIMIT, MOST = 10, 50
# Bytes of all parameters: those of the longest question, each character written as %F0%A0%80%80, and room to spare.
LONGEST_PARAMETERS = 4096
PARAMETERS = ("q", "lang", "kind", "place", "limit")
KINDS: tuple[str, ...] = tuple(words("zh").table["search"]["kind"])
# More than there are records: one kind's results may stand behind all others.
_ALL = 100_000
_FOLDERS = {kind: collection for collection, kind, _ in COLLECTIONS}
_LIMIT = re.compile("[0-9]{1,4}")
_CODE = re.compile("[0-9]{2,12}")


class Refused(Exception):
    """The question can't be answered as it is."""

    def __init__(self, status: int, code: str, message: Bilingual) -> None:
        super().__init__(message.en)
        self.status, self.code, self.message = status, code, message


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the text, the language of the content, a kind of record, a place's code, how many at most."""

    text: str
    lang: str
    kind: str | None
    place: str | None
    limit: int


def answer(release: Release, query: str) -> dict[str, Any]:
    """The results for the parameters of a request; Refused if they are wrong, OSError if the release is damaged."""
    question = _question(release, query)
    place = _place(release, question)
    found = release.reader.search(question.text, question.lang, _ALL if question.kind else question.limit)
    kept = [one for one in found if question.kind in (None, one.kind)][: question.limit]
    versions = {one["id"]: one["region"] for one in place["services"]} if place else {}
    return {
        "query": question.text,
        "lang": question.lang,
        "kind": question.kind,
        "place": {key: place[key] for key in ("code", "name", "links")} if place else None,
        "count": len(kept),
        "items": [_item(release, one, versions) for one in kept],
    }


def _question(release: Release, query: str) -> Question:
    given = _parameters(query)
    text = given.get("q", "").strip()
    if not text:
        raise Refused(400, "missing-q", Bilingual("请用 q 写明要找什么。", "Say in q what to look for."))
    if len(text) > LONGEST:
        message = Bilingual(f"q 太长，最多 {LONGEST} 个字。", f"q is too long: at most {LONGEST} characters.")
        raise Refused(400, "too-long", message)
    lang = given.get("lang", release.facts.languages[0])
    if lang not in release.reader.languages:
        raise _unknown("lang", lang, release.reader.languages)
    kind = given.get("kind")
    if kind is not None and kind not in KINDS:
        raise _unknown("kind", kind, KINDS)
    return Question(text, lang, kind, given.get("place"), _limit(given.get("limit", str(LIMIT))))


def _parameters(query: str) -> Mapping[str, str]:
    """The parameters by name; each at most once, so that nothing is left out unsaid."""
    if len(query) > LONGEST_PARAMETERS:
        most = LONGEST_PARAMETERS
        message = Bilingual(f"参数太长，最多 {most} 个字节。", f"The parameters are too long: at most {most} bytes.")
        raise Refused(414, "too-long", message)
    try:
        pairs = parse_qsl(query, keep_blank_values=True, errors="strict")
    except ValueError:
        message = Bilingual("参数不是 UTF-8 编码。", "The parameters are not in UTF-8.")
        raise Refused(400, "bad-encoding", message) from None
    given = dict(pairs)
    for name in given:
        if name not in PARAMETERS:
            raise _unknown("parameter", name, PARAMETERS)
    if len(given) < len(pairs):
        raise Refused(400, "repeated", Bilingual("每个参数只能写一次。", "Give each parameter once."))
    return given


def _limit(text: str) -> int:
    if _LIMIT.fullmatch(text) and 1 <= int(text) <= MOST:
        return int(text)
    message = Bilingual(f"limit 请写 1 到 {MOST} 的数。", f"limit must be a number from 1 to {MOST}.")
    raise Refused(400, "bad-limit", message)


def _unknown(what: str, value: str, known: tuple[str, ...]) -> Refused:
    zh = f"{what} 不能是“{value[:40]}”。可以用：{'、'.join(known)}。"
    return Refused(400, f"unknown-{what}", Bilingual(zh, f"{what} can't be {value[:40]!r}, but: {', '.join(known)}."))


def _place(release: Release, question: Question) -> dict[str, Any] | None:
    """The record of the place or region asked for, which names the version of each service that holds there."""
    if question.place is None:
        return None
    if _CODE.fullmatch(question.place):
        for collection in ("places", "regions"):
            if (path := _path(question.lang, collection, question.place)) in release.files:
                return release.record(path)
    raise Refused(
        400,
        "unknown-place",
        Bilingual("place 不是目录里的区划代码。", "place is not a division code of the catalogue."),
    )


def _item(release: Release, found: Found, versions: Mapping[str, str | None]) -> dict[str, Any]:
    """A result as an entry of a list; a service in the version that holds at the place."""
    region = versions.get(found.id) if found.kind == "service" else None
    page = f"{found.lang}/{address('service', found.id, region)}" if region else found.url
    paths = {lang: _path(lang, _FOLDERS[found.kind], found.id, region) for lang in release.facts.languages}
    links = {lang: f"{release.base}{path}" for lang, path in paths.items() if path in release.files}
    return {
        "kind": found.kind,
        "id": found.id,
        "name": found.title,
        "line": found.line,
        "summary": found.summary,
        "score": found.score,
        "lang": found.lang,
        "region": region,
        "links": {"self": links.get(found.lang), "page": f"{release.base}{page}", "languages": links},
    }


def _path(lang: str, collection: str, id: str, region: str | None = None) -> str:
    return f"{ROOT}/{lang}/{collection}/{id}{f'/{region}' if region else ''}.json"
