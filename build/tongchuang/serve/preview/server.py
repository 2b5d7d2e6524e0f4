"""HTTP for the one who edits: a page is drawn when it is asked for, and waits until the content was read again.

Python's own server, because the content lives in one process; it listens on this computer alone and answers only to
its name, so that no other site's script can read what isn't published yet.
"""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, unquote, urlsplit

from ...model.finding import Bilingual
from ...publish.print import PrintError
from .. import headers
from . import panel
from .desk import Desk, Shown
from .sheet import sheet

HOST = "127.0.0.1"
_NAMES = frozenset({HOST, "localhost"})
# Seconds between two looks at the files, and that a browser's question may wait.
_LOOK, _PATIENCE = 0.2, 25
_CHANGES = f"{panel.FOLDER}changes"
_HTML = "text/html; charset=utf-8"
_NOWHERE = Bilingual("没有这一页。", "There is no such page.")
_BROKEN = Bilingual("内容里还有错误。", "There are still errors in the content.")
_NOT_HERE = Bilingual(
    "预览里没有这个文件：搜索、接口和表格要用 tongchuang build 生成。",
    "The preview has no such file: tongchuang build makes the search, the API and the tables.",
)
_MADE_BY_BUILD = ("search/", "api/", "export/", "offline/", "q/")


def serve(desk: Desk, port: int, ready: Callable[[], None]) -> None:
    """Serve, and look for saved files, until interrupted; ``ready`` is called once browsers may come."""
    with _Server(desk, port) as server:
        answering = threading.Thread(target=server.serve_forever)
        answering.start()
        try:
            ready()
            while True:
                time.sleep(_LOOK)
                desk.look()
        finally:
            server.shutdown()
            answering.join()


class _Server(ThreadingHTTPServer):
    """Listens on this computer for one desk."""

    daemon_threads = True

    def __init__(self, desk: Desk, port: int) -> None:
        self.desk = desk
        super().__init__((HOST, port), _Handler)


class _Handler(BaseHTTPRequestHandler):
    """Answers for the desk of its server."""

    server: "_Server"

    def handle(self) -> None:
        """One connection; a browser that leaves a page doesn't wait for what it asked for there."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        """Nothing is written of requests."""

    def _answer(self) -> None:
        if self.headers.get("Host", "").rpartition(":")[0] not in _NAMES:
            self._send(HTTPStatus.FORBIDDEN, _HTML, b"")
            return
        asked = urlsplit(self.path)
        path = unquote(asked.path)[1:]
        if path == _CHANGES:
            [number] = parse_qs(asked.query).get("after", ["0"])[:1]
            now = self.server.desk.wait(int(number) if number.isdecimal() else 0, _PATIENCE)
            self._send(HTTPStatus.OK, "text/plain", str(now).encode())
        elif path in panel.FILES:
            self._send(HTTPStatus.OK, headers.type_of(path)[0], panel.FILES[path])
        else:
            self._file(path)

    def _file(self, path: str) -> None:
        shown = self.server.desk.shown
        file = f"{path}index.html" if not path or path.endswith("/") else path
        if shown.catalogue is None:
            self._page(HTTPStatus.SERVICE_UNAVAILABLE, panel.alone(self.server.desk, shown, _BROKEN))
        elif file.startswith("print/"):
            self._sheet(shown, file)
        elif (found := self.server.desk.file(shown, file)) is not None:
            if file.endswith(".html"):
                self._page(HTTPStatus.OK, panel.framed(self.server.desk, shown, found.decode()))
            else:
                self._send(HTTPStatus.OK, headers.type_of(file)[0], found)
        elif "." not in path.rpartition("/")[2] and not path.endswith("/"):
            self._send(HTTPStatus.FOUND, _HTML, b"", quote(f"/{path}/"))
        else:
            said = _NOT_HERE if file.startswith(_MADE_BY_BUILD) else _NOWHERE
            self._page(HTTPStatus.NOT_FOUND, panel.alone(self.server.desk, shown, said))

    def _sheet(self, shown: Shown, path: str) -> None:
        assert shown.catalogue is not None
        try:
            found = sheet(shown.catalogue, path)
        except PrintError as problem:
            zh = f"{problem.message.zh} → {problem.remedy.zh}"
            said = Bilingual(zh, f"{problem.message.en} → {problem.remedy.en}")
            self._page(HTTPStatus.OK, panel.alone(self.server.desk, shown, said))
            return
        if found is None:
            self._page(HTTPStatus.NOT_FOUND, panel.alone(self.server.desk, shown, _NOWHERE))
        else:
            self._send(HTTPStatus.OK, headers.type_of(path)[0], found)

    def _page(self, status: HTTPStatus, html: str) -> None:
        self._send(status, _HTML, html.encode())

    def _send(self, status: HTTPStatus, media: str, body: bytes, to: str | None = None) -> None:
        self.send_response(status)
        kept = [("Content-Type", media), ("Content-Length", str(len(body))), ("Cache-Control", "no-store")]
        for name, value in (*kept, *headers.EVERYTHING, *([("Location", to)] if to else ())):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
