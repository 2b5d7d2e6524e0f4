"""A small release of real content, and servers of it: real processes, asked over real sockets."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish import api, search
from tongchuang.publish.artifact import Artifact
from tongchuang.release.write import write

FEW = ("wage-arrears-report", "dispute-mediation", "residence-permit-apply", "rental-house-registration")
PLACES = ("441600", "441602", "441602001", "441602001003")
# Of the API, the files of these and the lists.
TOLD = (*FEW, *PLACES, "330000", "index.json")
SCRIPT = "assets/0123456789/site.js"
DEAD = (
    '<html><link rel="icon" href="{}assets/0123456789/icon.svg"><a href="tel:12345"></a><a href="zh/">首页</a></html>'
)
FILES = {
    "index.html": "<html>同窗</html>",
    "404.html": DEAD.format(""),
    "zh/index.html": "<html>同窗</html>" * 100,
    "zh/about/index.html": "<html>关于</html>",
    SCRIPT: "export {};",
    "assets/0123456789/icon.svg": "<svg/>",
    "assets/stylesheets/main.57a0d79d.min.css": "a{}",
    "export/zh/statistics.csv": "甲,乙",
    "export/zh/ledgers/visitor-ledger.xlsx": "PK",
    "print/board/441602.A4.zh.pdf": "%PDF-1.7",
    "offline/0123456789abcdef.json": "{}",
    "sw.js": "self;",
}


@dataclass(frozen=True, slots=True)
class Response:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.body)


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    process: "subprocess.Popen[str]"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Response:
        """One request; the path goes out as it is written."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            got = connection.getresponse()
            return Response(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())
        finally:
            connection.close()

    def send(self, data: bytes) -> bytes:
        """What comes back for bytes on the socket, until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            got = b""
            # It may refuse and close before it has read everything.
            with suppress(ConnectionError):
                connection.sendall(data)
            with suppress(ConnectionError):
                while part := connection.recv(65536):
                    got += part
            return got


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port: int = tried.getsockname()[1]
        return port


@contextmanager
def serving(project: Path) -> Iterator[Server]:
    """A server of the release in ``project``, ended by SIGTERM."""
    port = free_port()
    command = [sys.executable, "-m", "tongchuang", "serve", "--project", str(project), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        server = Server(port, process)
        try:
            _await(server)
            yield server
        finally:
            process.terminate()
            process.communicate(timeout=30)


def _await(server: Server) -> None:
    for _ in range(200):
        try:
            if server.ask("/health").status == 200:
                return
        except OSError:
            time.sleep(0.1)
        if server.process.poll() is not None:
            break
    raise AssertionError("the server did not start")


def _little(catalogue: Catalogue, mark: str) -> Catalogue:
    """Quick to index: four services, whose names end with ``mark``, and four places."""
    nothing: dict[str, Any] = {"terms": {}, "policies": {}, "appeals": {}, "life_events": {}, "forms": {}}
    views = {}
    for lang, view in catalogue.views.items():
        services = {id_: replace(view.services[id_], name=view.services[id_].name + mark) for id_ in FEW}
        places = {code: view.places[code] for code in PLACES}
        views[lang] = replace(view, services=services, places=places, **nothing)
    return replace(catalogue, views=views)


Releasing = Callable[..., Path]


@pytest.fixture(scope="session")
def release(catalogue: Catalogue) -> Releasing:
    """Writes a release of the little catalogue below ``dist``: the second one has another name for everything."""
    made: dict[str, Sequence[Artifact]] = {}

    def release(dist: Path, mark: str = "", files: Mapping[str, str] = FILES) -> Path:
        if mark not in made:
            told = [one for one in api.publish(catalogue) if any(f"/{name}" in one.path for name in TOLD)]
            made[mark] = [*told, *search.publish(_little(catalogue, mark))]
        pages = [Artifact(path, text.encode()) for path, text in files.items()]
        return write(dist, [*made[mark], *pages], "2026-11-21", True, catalogue.languages)

    return release


@pytest.fixture(scope="session")
def released(release: Releasing, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a release; for tests that change nothing."""
    root = tmp_path_factory.mktemp("served")
    release(root / "dist")
    return root


@pytest.fixture(scope="session")
def server(released: Path) -> Iterator[Server]:
    """A server for tests that change nothing."""
    with serving(released) as started:
        yield started
