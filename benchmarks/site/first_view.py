"""The first view of a service page on a cheap phone, ours beside stock Material's with the same content.

    .venv/bin/python benchmarks/site/first_view.py [--rounds 7] [PAGE...]

Debian's Chromium, 360 px wide, 1.6 Mbit/s, 150 ms, a processor slowed down four times, nothing in the cache and no
service worker; the files come gzipped, as web servers send them. The two take turns; medians count. PAGE is a path
such as ``en/services/wage-arrears-report/``; by default the heaviest service page and a common one, in each language.
Stock has the pages of services alone, so that its navigation is no longer than it must be.

The targets: at most 40 KB on the wire, headers included, and a largest contentful paint at most 0.6 of stock's.
"""

import argparse
import gzip
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatch
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from statistics import median
from subprocess import run
from tempfile import TemporaryDirectory

import peer
from playwright.sync_api import Browser, sync_playwright
from tongchuang.catalogue import resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish import site

ROOT = Path(__file__).resolve().parents[2]
COMMON = "services/residence-permit-apply/"
MOST_BYTES, MOST_OF_STOCK = 40_000, 0.6
_BYTES_A_SECOND = 1_600_000 / 8
_PAINT = """() => new Promise((done) => {
  let last;
  new PerformanceObserver((list) => { last = list.getEntries().at(-1) })
    .observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => done([last.startTime, last.element ? last.element.outerHTML.slice(0, 80) : ""]), 300);
})"""


@dataclass(frozen=True)
class View:
    """What one visit took: milliseconds to the largest contentful paint, the element, bytes received, requests."""

    paint: float
    element: str
    bytes: int
    requests: int


def main() -> int:
    """Build both, visit them in turn, print the medians, and say whether the targets are met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", metavar="PAGE")
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    files = {a.path: a.data for a in site.publish(resolve(load(Project(ROOT)), date(2026, 11, 21)))}
    pages = args.pages or [f"{lang}/{page}" for lang in ("zh", "en") for page in (COMMON, _heaviest(files))]
    met = True
    with (
        _served(files) as ours,
        _served(_stock(files)) as stock,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for page in pages:
            rounds = [(_visit(browser, ours + page), _visit(browser, stock + page)) for _ in range(args.rounds)]
            of_ours, of_stock = zip(*rounds, strict=True)
            ratio = median(view.paint for view in of_ours) / median(view.paint for view in of_stock)
            heaviest = max(view.bytes for view in of_ours)
            met &= heaviest <= MOST_BYTES and ratio <= MOST_OF_STOCK
            print(page)
            print(f"  ours   {_said(of_ours)}")
            print(f"  stock  {_said(of_stock)}")
            print(
                f"  {heaviest} bytes of {MOST_BYTES}; paint {ratio:.2f} of stock's, target {MOST_OF_STOCK}", flush=True
            )
        browser.close()
    return int(not met)


def _said(views: tuple[View, ...]) -> str:
    paint = median(view.paint for view in views)
    last = views[-1]
    return f"{paint:5.0f} ms, {last.bytes / 1000:5.1f} KB in {last.requests} requests, largest: {last.element!r}"


def _heaviest(files: Mapping[str, bytes]) -> str:
    services = (path for path in files if fnmatch(path, "zh/services/?*/index.html"))
    heaviest = max(services, key=lambda path: len(gzip.compress(files[path])))
    return heaviest.removeprefix("zh/").removesuffix("index.html")


def _stock(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The stock site of the home pages and the services."""
    kept = {path: data.decode() for path, data in files.items() if path in ("zh/index.html", "en/index.html")}
    kept |= {p: data.decode() for p, data in files.items() if "/services/" in p and p.endswith("/index.html")}
    with TemporaryDirectory(prefix="tongchuang-stock-", dir="/dev/shm") as temporary:
        work = Path(temporary)
        peer.write(work / "peer", kept)
        command = [peer.python(), "-m", "mkdocs", "build", "--quiet", "-f", "stock.yml", "-d", work / "site"]
        run(command, cwd=work / "peer", env={"NO_MKDOCS_2_WARNING": "1"}, check=True)
        built = work / "site"
        made = {f.relative_to(built).as_posix(): f.read_bytes() for f in built.rglob("*") if f.is_file()}
    # The language that stock builds at the root has our address too.
    return made | {f"zh/{path}": data for path, data in made.items() if not path.startswith("en/")}


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A visit that ended while a file was on its way."""


@contextmanager
def _served(files: Mapping[str, bytes]) -> Iterator[str]:
    """The address of a server of ``files``, gzipped as nginx does at its default level but for pictures."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0].lstrip("/")
            path += "index.html" if path == "" or path.endswith("/") else ""
            data = files.get(path)
            kind = guess_type(path)[0] or "application/octet-stream"
            self.send_response(404 if data is None else 200)
            body = data or b""
            if data is not None and (kind.startswith("text/") or kind.endswith(("xml", "json", "javascript"))):
                body = gzip.compress(data, 6)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def _visit(browser: Browser, url: str) -> View:
    """One cold visit."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block", bypass_csp=True)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    received: list[int] = []
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    speed = {
        "offline": False,
        "latency": 150,
        "downloadThroughput": _BYTES_A_SECOND,
        "uploadThroughput": _BYTES_A_SECOND,
    }
    wire.send("Network.emulateNetworkConditions", speed)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(url, wait_until="networkidle")
    paint, element = page.evaluate(_PAINT)
    context.close()
    return View(paint, element, round(sum(received)), len(received))


if __name__ == "__main__":
    sys.exit(main())
