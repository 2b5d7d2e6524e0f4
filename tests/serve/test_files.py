"""What a browser gets: the files of the release, and nothing else."""

import gzip
import hashlib
from pathlib import Path
from urllib.parse import quote

import pytest
from tongchuang.release import manifest

from .conftest import FILES, SCRIPT, Releasing, Server, serving

HTML = "text/html; charset=utf-8"
TYPES = {
    "/": HTML,
    "/index.html": HTML,
    "/zh/": HTML,
    f"/{SCRIPT}": "text/javascript; charset=utf-8",
    "/sw.js": "text/javascript; charset=utf-8",
    "/assets/0123456789/icon.svg": "image/svg+xml; charset=utf-8",
    "/assets/stylesheets/main.57a0d79d.min.css": "text/css; charset=utf-8",
    "/export/zh/statistics.csv": "text/csv; charset=utf-8",
    "/export/zh/ledgers/visitor-ledger.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "/api/v1/index.json": "application/json; charset=utf-8",
    "/print/board/441602.A4.zh.pdf": "application/pdf",
}
HASHED = (f"/{SCRIPT}", "/assets/stylesheets/main.57a0d79d.min.css", "/offline/0123456789abcdef.json")
ASKED_AGAIN = ("/", "/zh/", "/sw.js", "/search/current.json", "/manifest.json", "/api/v1/zh/places/441602001.json")


@pytest.mark.parametrize(("path", "type_"), TYPES.items())
def test_a_file_comes_as_it_is_with_its_type(server: Server, path: str, type_: str):
    got = server.ask(path)
    assert (got.status, got.headers["content-type"]) == (200, type_)
    file = f"{path[1:]}index.html" if path.endswith("/") else path[1:]
    assert file not in FILES or got.body == FILES[file].encode()


def test_every_file_of_the_manifest_is_served_as_it_says(server: Server, released: Path):
    files = manifest.read(released / "dist" / "current").files
    for path in [*FILES, *list(files)[::97]]:
        assert hashlib.sha256(server.ask(f"/{quote(path)}").body).hexdigest() == files[path]


@pytest.mark.parametrize("path", HASHED)
def test_what_is_named_after_its_content_may_be_kept_for_ever(server: Server, path: str):
    assert server.ask(path).headers["cache-control"] == "public, max-age=31536000, immutable"


def test_the_index_of_the_search_may_be_kept_for_ever(server: Server):
    digest = server.ask("/search/current.json").json["hash"]
    assert "immutable" in server.ask(f"/search/{digest}/reader.js").headers["cache-control"]


@pytest.mark.parametrize("path", ASKED_AGAIN)
def test_everything_else_is_asked_for_again(server: Server, path: str):
    assert server.ask(path).headers["cache-control"] == "no-cache"


def test_what_has_not_changed_is_not_sent_again(server: Server):
    for accepted in ("identity", "gzip"):
        tag = server.ask("/zh/", Accept_Encoding=accepted).headers["etag"]
        for said in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            again = server.ask("/zh/", Accept_Encoding=accepted, If_None_Match=said)
            assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
            assert (again.headers["cache-control"], again.headers["vary"]) == ("no-cache", "Accept-Encoding")
    assert server.ask("/zh/", If_None_Match='"0123"').status == 200


def test_the_tag_is_the_content_s_hash_and_another_one_when_compressed(server: Server):
    digits = hashlib.sha256(FILES["zh/index.html"].encode()).hexdigest()[:16]
    assert server.ask("/zh/").headers["etag"] == f'"{digits}"'
    assert server.ask("/zh/", Accept_Encoding="gzip").headers["etag"] == f'"{digits}-gzip"'


@pytest.mark.parametrize(
    ("accepted", "compressed"),
    [
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("*", True),
        ("gzip;q=0", False),
        ("*, gzip; q=0.0", False),
        ("br", False),
        ("", False),
    ],
)
def test_text_is_compressed_for_whoever_takes_it(server: Server, accepted: str, compressed: bool):
    got = server.ask("/zh/", Accept_Encoding=accepted)
    assert got.headers.get("content-encoding") == ("gzip" if compressed else None)
    assert (gzip.decompress(got.body) if compressed else got.body) == FILES["zh/index.html"].encode()
    assert got.headers["vary"] == "Accept-Encoding"
    assert int(got.headers["content-length"]) == len(got.body)


def test_a_sheet_is_sent_as_it_is(server: Server):
    got = server.ask("/print/board/441602.A4.zh.pdf", Accept_Encoding="gzip", Range="bytes=0-1")
    assert (got.status, got.body) == (200, b"%PDF-1.7")
    assert not {"content-encoding", "vary", "accept-ranges"} & set(got.headers)


def test_head_says_the_same_without_the_body(server: Server):
    for path in ("/zh/", "/nowhere", "/api/v1/search?q=x", "/version"):
        whole, head = server.ask(path), server.ask(path, "HEAD")
        sent = server.send(f"HEAD {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        assert (head.status, sent.partition(b"\r\n\r\n")[2]) == (whole.status, b"")
        assert {**head.headers, "date": ""} == {**whole.headers, "date": ""}


def test_a_folder_is_led_to_its_page_wherever_the_site_lies(server: Server):
    got = server.ask("/zh/about?from=qr")
    assert (got.status, got.headers["location"]) == (301, "about/?from=qr")
    assert server.ask("/zh/about/").body == FILES["zh/about/index.html"].encode()


@pytest.mark.parametrize("accepted", ["identity", "gzip"])
def test_a_dead_link_has_a_page_whose_links_lead_on(server: Server, accepted: str):
    got = server.ask("/zh/services/never-was/", Accept_Encoding=accepted)
    body = gzip.decompress(got.body) if accepted == "gzip" else got.body
    assert (got.status, got.headers["content-type"]) == (404, HTML)
    assert 'href="/assets/0123456789/icon.svg"' in body.decode()
    assert 'href="tel:12345"' in body.decode()
    assert 'href="/zh/"' in body.decode()
    assert "immutable" not in got.headers["cache-control"]


@pytest.mark.parametrize("path", ["/api/v1/zh/services/never-was.json", "/search/nothing.json"])
def test_below_the_api_a_dead_link_is_an_error_in_json(server: Server, path: str):
    got = server.ask(path)
    assert (got.status, got.json["error"]["code"]) == (404, "not-found")


@pytest.mark.parametrize(
    "path",
    [
        "/../manifest.json",
        "/zh/../../.lock",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/..%5c..%5cetc%5cpasswd",
        "/..\\..\\etc\\passwd",
        "/zh/index.html%00.pdf",
        "//etc/passwd",
        "//zh/",
        "/zh//",
        "/%2fetc/passwd",
        "/zh/%ff%fe",
        "/zh/%ed%a0%80",
        "/api/v1/%2e%2e/%2e%2e/.lock",
        "/.lock",
        "/zh",
        "/" + "a/" * 5000,
        "/%",
        "/%zz",
    ],
)
def test_no_address_leads_out_of_the_release(server: Server, path: str):
    got = server.send(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    status = int(got.split(b" ", 2)[1])
    assert status in (400, 404) or (path == "/zh" and status == 301)
    assert b"root:" not in got


def test_only_what_the_manifest_lists_is_served_and_only_as_it_says(release: Releasing, tmp_path: Path):
    folder = release(tmp_path / "dist")
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (folder / "planted.html").write_text("planted")
    (folder / "zh" / "about" / "index.html").unlink()
    (folder / "zh" / "about" / "index.html").symlink_to(secret)
    (folder / "zh" / "index.html").write_text("changed")
    (folder / SCRIPT).unlink()
    with serving(tmp_path) as server:
        assert server.ask("/planted.html").status == 404
        for path in ("/zh/about/", "/zh/", f"/{SCRIPT}"):
            got = server.ask(path)
            assert (got.status, got.json["error"]["code"]) == (503, "damaged")
        assert server.ask("/").status == 200


def test_pages_can_be_framed_by_our_own_alone_and_parts_load_nothing_foreign(server: Server):
    page, script = server.ask("/zh/"), server.ask("/sw.js")
    assert page.headers["content-security-policy"] == "frame-ancestors 'self'"
    assert page.headers["referrer-policy"] == "same-origin"
    assert script.headers["content-security-policy"] == "default-src 'self'; frame-ancestors 'none'"
    for path in ("/zh/", "/sw.js", "/nowhere", "/api/v1/search?q=x", "/version", "/print/board/441602.A4.zh.pdf"):
        assert server.ask(path).headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/api/v1/index.json", "/search/current.json", "/api/v1/search?q=x", "/api/v1/search", "/api/v1/nothing"]
)
def test_scripts_of_any_site_may_read_the_api_and_the_search(server: Server, path: str):
    assert server.ask(path, Origin="https://example.org").headers["access-control-allow-origin"] == "*"


def test_scripts_of_other_sites_may_not_read_pages(server: Server):
    assert "access-control-allow-origin" not in server.ask("/zh/", Origin="https://example.org").headers


def test_a_browser_that_asks_first_is_told_what_it_may(server: Server):
    got = server.ask("/api/v1/search?q=x", "OPTIONS", Origin="https://example.org", Access_Control_Request_Method="GET")
    assert (got.status, got.body) == (204, b"")
    assert got.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert got.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"])
def test_nothing_can_be_changed(server: Server, method: str):
    got = server.ask("/zh/", method)
    assert (got.status, got.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
