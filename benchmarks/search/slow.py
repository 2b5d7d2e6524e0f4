"""A server as slow as a poor mobile network, which tells what it sent.

The network is slow here and not in the browser, whose own slowness leaves out what web workers load: Material's and
Pagefind's search run in one. Files come gzipped, as web servers send them, but for those that are compressed already.
"""

import gzip
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type

BYTES_A_SECOND = 1_600_000 / 8
LATENCY = 0.15
_PIECE = 4096


class Network(ThreadingHTTPServer):
    """Serves ``files`` by path; ``sent`` holds the path and bytes, headers included, of each answer so far."""

    daemon_threads = True

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.files = files
        self.slow = False
        self.sent: list[tuple[str, int]] = []
        self._line = threading.Lock()
        self._packed: dict[str, bytes] = {}

    @property
    def address(self) -> str:
        """Of its root."""
        return f"http://127.0.0.1:{self.server_port}/"

    def packed(self, path: str, kind: str) -> tuple[bytes, bool]:
        """What goes over the wire for a path, and whether it is gzipped."""
        text = kind.startswith("text/") or kind.endswith(("xml", "json", "javascript"))
        if not text:
            return self.files[path], False
        if path not in self._packed:
            self._packed[path] = gzip.compress(self.files[path], 6)
        return self._packed[path], True

    def paced(self, data: bytes) -> Iterator[bytes]:
        """``data`` in pieces as the line lets them through, one after the other for all answers."""
        for start in range(0, len(data), _PIECE):
            piece = data[start : start + _PIECE]
            if self.slow:
                with self._line:
                    time.sleep(len(piece) / BYTES_A_SECOND)
            yield piece

    def handle_error(self, request: object, client_address: object) -> None:
        """A visit that ended while a file was on its way."""


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Network

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].lstrip("/")
        path += "index.html" if path == "" or path.endswith("/") else ""
        if self.server.slow:
            time.sleep(LATENCY)
        if path not in self.server.files:
            self.send_error(404)
            return
        kind = guess_type(path)[0] or "application/octet-stream"
        body, gzipped = self.server.packed(path, kind)
        head = [f"Content-Type: {kind}; charset=utf-8" if kind.startswith("text/") else f"Content-Type: {kind}"]
        head += ["Content-Encoding: gzip"] if gzipped else []
        head += [f"Content-Length: {len(body)}", "Cache-Control: no-store"]
        start = ("HTTP/1.1 200 OK\r\n" + "".join(f"{line}\r\n" for line in head) + "\r\n").encode()
        self.server.sent.append((path, len(start) + len(body)))
        self.wfile.write(start)
        for piece in self.server.paced(body):
            self.wfile.write(piece)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def network(files: Mapping[str, bytes]) -> Iterator[Network]:
    """A server that runs within the block."""
    server = Network(files)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
