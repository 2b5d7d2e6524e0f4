"""The search as an API: the same results as everywhere, and clear words for whatever can't be answered."""

import gzip
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_from_bytes, urlencode

import jsonschema_rs
import msgspec
import pytest
from tongchuang.publish.search.reader import Reader
from tongchuang.release import manifest

from .conftest import Response, Server

QUERIES = [
    ("老板不给钱", "zh"),
    ("juzhuzheng", "zh"),
    ("居主证", "zh"),
    ("jzz", "zh"),
    ("源城区", "zh"),
    ("residense permit", "en"),
    ("boss won't pay", "en"),
    ("拖欠", "en"),
    ("qwxzqwxz", "zh"),
]


def asked(server: Server, **parameters: str) -> Response:
    return server.ask(f"/api/v1/search?{urlencode(parameters)}")


@pytest.fixture(scope="module")
def described(server: Server) -> dict[str, Any]:
    found: dict[str, Any] = server.ask("/api/v1/openapi.json").json
    return found


def conforms(described: Mapping[str, Any], name: str, content: Any) -> bool:
    schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
    return jsonschema_rs.Draft202012Validator(schema).is_valid(content)


@pytest.mark.parametrize(("query", "lang"), QUERIES)
def test_results_are_those_of_the_reader_in_the_same_order(
    server: Server, released: Path, described: dict[str, Any], query: str, lang: str
):
    folder = released / "dist" / "current" / "search"
    expected = Reader(lambda path: (folder / path).read_bytes()).search(query, lang, 10)
    got = asked(server, q=query, lang=lang).json
    assert [(one["kind"], one["id"], one["score"], one["lang"]) for one in got["items"]] == [
        (one.kind, one.id, one.score, one.lang) for one in expected
    ]
    assert (got["query"], got["lang"], got["count"]) == (query, lang, len(expected))
    assert conforms(described, "Results", got)


def test_links_lead_to_the_record_and_its_page(server: Server):
    first = asked(server, q="老板不给钱").json["items"][0]
    assert first["links"] == {
        "self": "api/v1/zh/services/wage-arrears-report.json",
        "page": "zh/services/wage-arrears-report/",
        "languages": {lang: f"api/v1/{lang}/services/wage-arrears-report.json" for lang in ("zh", "en")},
    }
    assert server.ask(f"/{first['links']['self']}").json["id"] == first["id"]


def test_without_a_language_the_first_one_is_searched(server: Server):
    assert asked(server, q="居住证").json["lang"] == "zh"


def test_one_kind_alone_can_be_asked_for(server: Server):
    for text in ("劳动", "服务", "投诉", "登记", "labour", "residence"):
        everything = asked(server, q=text, limit="50").json["items"]
        kinds = {one["kind"] for one in everything}
        if len(kinds) > 1:
            break
    assert len(kinds) > 1
    for kind in kinds:
        # However few are asked for, others don't take their places.
        alone = asked(server, q=text, kind=kind, limit="1").json
        assert (alone["kind"], alone["count"]) == (kind, 1)
        assert alone["items"] == [one for one in everything if one["kind"] == kind][:1]
    assert asked(server, q=text, kind="course").json["items"] == []


def test_at_a_place_a_service_comes_in_the_version_that_holds_there(server: Server):
    version = asked(server, q="居住证申领", place="330000", limit="1").json
    assert version["place"]["name"] == "浙江省"
    assert [(one["id"], one["region"]) for one in version["items"]] == [("residence-permit-apply", "330000")]
    links = version["items"][0]["links"]
    assert links["page"] == "zh/services/residence-permit-apply/330000/"
    assert links["self"] == "api/v1/zh/services/residence-permit-apply/330000.json"
    assert server.ask(f"/{links['self']}").json["region"] == "330000"
    standard = asked(server, q="居住证申领", place="441602001", limit="1").json
    assert standard["place"]["links"]["page"] == "zh/places/441602001/"
    assert standard["items"][0]["region"] is None
    assert standard["items"][0]["links"]["page"] == "zh/services/residence-permit-apply/"


def test_no_more_come_than_asked_for(server: Server):
    assert len(asked(server, q="居住证", limit="1").json["items"]) == 1


def test_answers_are_not_kept_and_are_compressed_for_whoever_takes_it(server: Server):
    got = server.ask(f"/api/v1/search?q={quote('老板不给钱' * 20)}", Accept_Encoding="gzip")
    assert gzip.decompress(got.body) == asked(server, q="老板不给钱" * 20).body
    assert got.headers["cache-control"] == "no-store"
    assert got.headers["content-encoding"] == "gzip"
    assert got.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("", 400, "missing-q"),
        ("q=", 400, "missing-q"),
        ("q=%20%09", 400, "missing-q"),
        ("q=" + "a" * 101, 400, "too-long"),
        ("q=" + quote("村" * 101), 400, "too-long"),
        ("q=" + "a" * 5000, 414, "too-long"),
        ("q=x&lang=xx", 400, "unknown-lang"),
        ("q=x&lang=", 400, "unknown-lang"),
        ("q=x&kind=people", 400, "unknown-kind"),
        ("q=x&place=000000", 400, "unknown-place"),
        ("q=x&place=../index", 400, "unknown-place"),
        ("q=x&place=", 400, "unknown-place"),
        ("q=x&limit=0", 400, "bad-limit"),
        ("q=x&limit=51", 400, "bad-limit"),
        ("q=x&limit=-1", 400, "bad-limit"),
        ("q=x&limit=1e1", 400, "bad-limit"),
        ("q=x&limit=%D9%A3", 400, "bad-limit"),
        ("q=x&limit=" + "9" * 4000, 400, "bad-limit"),
        ("q=x&limit=", 400, "bad-limit"),
        ("q=x&q=y", 400, "repeated"),
        ("q=x&query=y", 400, "unknown-parameter"),
        ("q=%ff", 400, "bad-encoding"),
        ("q=%ED%A0%80", 400, "bad-encoding"),
        ("q=%C0%80", 400, "bad-encoding"),
        ("%ff=1", 400, "bad-encoding"),
    ],
)
def test_what_is_wrong_is_said_in_both_languages(
    server: Server, described: dict[str, Any], query: str, status: int, code: str
):
    got = server.ask(f"/api/v1/search?{query}")
    assert (got.status, got.json["error"]["code"]) == (status, code)
    assert conforms(described, "Error", got.json)
    assert got.json["error"]["zh"] != got.json["error"]["en"]
    assert len(got.body) < 1000


HOSTILE = [
    "(" * 100,
    "[" * 100,
    '"' * 99,
    "NOT " * 25,
    "\0",
    "a\0b",
    "\ud7ff\ue000\uffff",
    "\U0010ffff" * 100,
    "工g资̈́اأُ한かﷺ" * 9,
    "ﷺ" * 100,
    "\u0300" * 100,
    "=" * 100,
    "@a b_c=" * 14,
    "__proto__",
    "xian" * 25,
    "a b " * 25,
    "的" * 100,
    "农民工" * 33,
    "%00%0a%0d",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "' OR 1=1 --",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_question_is_answered_like_any_other(server: Server, described: dict[str, Any], text: str):
    for lang in ("zh", "en"):
        got = asked(server, q=text, lang=lang, limit="50")
        assert got.status == (400 if not text.strip() else 200)
        assert got.status != 200 or conforms(described, "Results", got.json)


def test_thousands_of_brackets_and_a_megabyte_are_refused(server: Server):
    for path, statuses in (("(" * 3000, {400}), ("[" * 20_000, {414}), ("a" * 1_000_000, {414, 431})):
        got = server.send(f"GET /api/v1/search?q={path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        assert int(got.split(b" ", 2)[1]) in statuses
    assert server.ask("/health").status == 200


def test_bytes_that_are_no_request_are_refused(server: Server):
    for data in (
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /api/v1/search?q=a\0b HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: a\r\n" * 5000 + b"\r\n",
    ):
        got = server.send(data)
        assert got == b"" or 400 <= int(got.split(b" ", 2)[1]) < 500
    assert server.ask("/health").status == 200


def test_whatever_is_asked_no_answer_is_an_error_of_the_server(server: Server):
    told = random.Random(7)
    for _ in range(300):
        garbage = bytes(told.randrange(256) for _ in range(told.choice((1, 7, 60))))
        text = "".join(chr(told.randrange(0x110000)) for _ in range(20)).encode("utf-8", "surrogatepass")
        for query in (quote_from_bytes(garbage), f"q={quote_from_bytes(garbage)}", f"q={quote_from_bytes(text)}"):
            assert server.ask(f"/api/v1/search?{query}&limit=50").status in (200, 400)


def test_what_is_offered_is_described_in_openapi(server: Server, described: dict[str, Any], released: Path):
    # OpenAPI's own schema: https://spec.openapis.org/oas/3.1/schema/2022-10-07 (Apache-2.0).
    rules = msgspec.json.decode((Path(__file__).parent / "openapi-3.1.schema.json").read_bytes())
    jsonschema_rs.Draft202012Validator(rules).validate(described)
    for schema in described["components"]["schemas"].values():
        jsonschema_rs.meta.validate({"$schema": rules["$schema"], **schema})
    facts = manifest.read(released / "dist" / "current")
    fill = {"{lang}": "zh", "{collection}": "services", "{id}": "residence-permit-apply", "{region}": "330000"}
    for path in described["paths"]:
        for name, value in fill.items():
            path = path.replace(name, value)
        assert path == "/api/v1/search" or path[1:] in facts.files or server.ask(path).status == 200 or _cut(path)


def _cut(path: str) -> bool:
    """Files that the little release leaves out."""
    return path.endswith(("changes.json", "sourcing.json", "coverage.json"))


def test_records_and_lists_are_as_described(server: Server, described: dict[str, Any]):
    assert conforms(described, "Index", server.ask("/api/v1/index.json").json)
    assert conforms(described, "List", server.ask("/api/v1/zh/services/index.json").json)
    assert conforms(described, "Record", server.ask("/api/v1/zh/services/wage-arrears-report.json").json)


def test_health_and_version_are_told(server: Server, released: Path, described: dict[str, Any]):
    facts = manifest.read(released / "dist" / "current")
    assert server.ask("/health").json == {"status": "ok"}
    told = server.ask("/version")
    assert told.json == {"release": facts.id, "as_of": "2026-11-21", "sample": True, "languages": ["zh", "en"]}
    assert conforms(described, "Version", told.json)
    assert told.headers["cache-control"] == "no-store"
