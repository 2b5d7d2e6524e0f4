"""From one release to the next, and to the end: nobody notices."""

import shutil
import signal
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from tongchuang.release import manifest
from tongchuang.serve.releases import Release, Releases

from .conftest import DEAD, FILES, SCRIPT, Releasing, Response, Server, serving

SEARCH = f"/api/v1/search?q={quote('居住证申领')}&limit=1"
NEXT = {
    **{path: text for path, text in FILES.items() if not path.startswith("assets/")},
    "404.html": DEAD.replace("0123456789", "9876543210").format(""),
    "zh/index.html": "<html>新</html>" * 100,
    "assets/9876543210/icon.svg": "<svg></svg>",
}


class Asking:
    """Threads that ask for the same again and again until they are told to stop."""

    def __init__(self, server: Server, *paths: str) -> None:
        self.answers: list[tuple[str, Response]] = []
        self.failures: list[OSError] = []
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._ask, args=(server, path)) for path in paths]

    def _ask(self, server: Server, path: str) -> None:
        while not self._stop.is_set():
            try:
                self.answers.append((path, server.ask(path)))
            except OSError as failure:
                self.failures.append(failure)

    def __enter__(self) -> "Asking":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()


def until(true: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_switch_under_load_shows_no_error_and_no_mix(release: Releasing, tmp_path: Path):
    old = release(tmp_path / "dist")
    new = release(tmp_path / "next", "二", NEXT)
    with serving(tmp_path) as server, Asking(server, "/zh/", SEARCH, "/version", "/search/current.json") as asking:
        until(lambda: len(asking.answers) > 50)
        # As tongchuang build does, and at once without the old one: no request may need it.
        new = new.rename(tmp_path / "dist" / "releases" / new.name)
        (tmp_path / "link").symlink_to(Path("releases") / new.name)
        (tmp_path / "link").replace(tmp_path / "dist" / "current")
        shutil.rmtree(old)
        switched = len(asking.answers)
        until(lambda: len(asking.answers) > switched + 100)
    assert not asking.failures
    assert {answer.status for _, answer in asking.answers} == {200}
    pages = {(answer.headers["etag"], answer.body) for path, answer in asking.answers if path == "/zh/"}
    assert {body for _, body in pages} == {FILES["zh/index.html"].encode(), NEXT["zh/index.html"].encode()}
    assert len(pages) == 2
    releases = [answer.json["release"] for path, answer in asking.answers if path == "/version"]
    assert releases == sorted(releases, key=[old.name, new.name].index)
    names = {answer.json["items"][0]["name"] for path, answer in asking.answers if path == SEARCH}
    assert names == {"居住证申领", "居住证申领二"}
    last = dict(asking.answers)
    assert last[SEARCH].json["items"][0]["name"] == "居住证申领二"


def test_a_release_taken_away_while_a_request_runs_is_left_for_the_next(release: Releasing, tmp_path: Path):
    old = release(tmp_path / "dist")
    new = release(tmp_path / "next", "二", NEXT)
    releases = Releases(tmp_path / "dist" / "current")

    def page(of: Release) -> bytes:
        if old.exists():
            (tmp_path / "link").symlink_to(new)
            (tmp_path / "link").replace(tmp_path / "dist" / "current")
            shutil.rmtree(old)
        return of.data("zh/index.html")

    assert releases.answer(page) == NEXT["zh/index.html"].encode()


def test_a_page_opened_before_the_switch_still_finds_its_scripts(release: Releasing, tmp_path: Path):
    old = release(tmp_path / "dist")
    with serving(tmp_path) as server:
        hash_ = server.ask("/search/current.json").json["hash"]
        release(tmp_path / "dist", "二", NEXT)
        # The page of the new release, while what is called after its content stays.
        assert server.ask("/zh/").body == NEXT["zh/index.html"].encode()
        assert server.ask(f"/{SCRIPT}").body == FILES[SCRIPT].encode()
        assert server.ask(f"/search/{hash_}/reader.js").status == 200
        assert old.exists()


def test_a_release_that_can_t_be_opened_leaves_the_old_one(release: Releasing, tmp_path: Path):
    old = release(tmp_path / "dist")
    broken = tmp_path / "dist" / "releases" / "broken"
    broken.mkdir()
    (broken / manifest.NAME).write_text("{")
    with serving(tmp_path) as server:
        current = tmp_path / "dist" / "current"
        current.unlink()
        assert server.ask("/version").json["release"] == old.name
        current.symlink_to(Path("releases") / "broken")
        assert server.ask("/version").json["release"] == old.name
        assert server.ask("/zh/").status == 200
        release(tmp_path / "dist", "二", NEXT)
        assert server.ask("/zh/").body == NEXT["zh/index.html"].encode()


def test_sigterm_lets_a_running_answer_end(release: Releasing, tmp_path: Path):
    size = 30_000_000
    release(tmp_path / "dist", files={**FILES, "export/large.pdf": "x" * size})
    with serving(tmp_path) as server, socket.create_connection(("127.0.0.1", server.port), timeout=20) as slow:
        slow.sendall(b"GET /export/large.pdf HTTP/1.1\r\nHost: x\r\n\r\n")
        got = slow.recv(1000)
        server.process.send_signal(signal.SIGTERM)
        time.sleep(2)
        while len(got) < size and (part := slow.recv(1 << 20)):
            got += part
        assert len(got.partition(b"\r\n\r\n")[2]) == size
        assert server.process.wait(20) == 0
