"""The files of a release: only those that the manifest lists, whatever the address says.

Folders have their ``index.html``; a dead link has the page ``404.html``, below ``api/`` and ``search/`` an error in
JSON. Ranges are not served: the whole file is sent (https://www.rfc-editor.org/rfc/rfc9110#section-14.2).
"""

import gzip
import re
from urllib.parse import quote

from granian.rsgi import Scope

from . import answers, headers
from .answers import Answer
from .kept import Kept
from .releases import Release, Releases

NOT_FOUND = "404.html"
# Bytes of files that each process keeps as they are sent: all pages of a city, compressed.
MOST_KEPT = 64 * 1024 * 1024
# Hexadecimal digits of the SHA-256 that make a tag.
_TAG = 16
# Addresses that lead from the root of the site, on a page that is shown at any address.
_FROM_ROOT = re.compile(rb'(\s(?:href|src|action)=")(?![a-z][a-z0-9+.-]*:|[/#?"])')


class Static:
    """Answers for every file."""

    def __init__(self, releases: Releases) -> None:
        self._releases = releases
        self._kept = Kept(MOST_KEPT)

    def answer(self, release: Release, scope: Scope) -> Answer:
        """The file at the path of a request; OSError if it is damaged."""
        gzipped = headers.accepts_gzip(scope.headers.get("accept-encoding", ""))
        # Exactly one slash: a second one is no part of any path.
        path = scope.path[1:]
        file = f"{path}index.html" if not path or path.endswith("/") else path
        if file not in release.files:
            if f"{path}/index.html" in release.files:
                return _moved(path, scope.query_string)
            holder = self._earlier(file)
            if holder is None:
                return _missing(release, path, gzipped)
            release = holder
        digits = release.files[file][:_TAG]
        # The same in every release that has the file.
        answer = self._kept.get((file, digits, gzipped), lambda: _file(release, file, digits, gzipped))
        return _unchanged(answer) if _known(scope, digits) else answer

    def _earlier(self, file: str) -> Release | None:
        """A page that was opened before the switch still finds its scripts, and a search begun then its index."""
        if not headers.hashed(file):
            return None
        return next((release for release in self._releases.earlier if file in release.files), None)


def _file(release: Release, file: str, digits: str, gzipped: bool) -> Answer:
    _, compressible = headers.type_of(file)
    compressed = compressible and gzipped
    tag = f'"{digits}-gzip"' if compressed else f'"{digits}"'
    data = release.data(file)
    body = gzip.compress(data, 6, mtime=0) if compressed else data
    return answers.whole(200, [*headers.of_file(file, compressed), ("etag", tag)], body)


def _known(scope: Scope, digits: str) -> bool:
    """Whether the browser has it. Proxies add to tags (W/, -gzip); the digits are what tells contents apart."""
    known = scope.headers.get("if-none-match")
    return known is not None and (known == "*" or f'"{digits}' in known)


def _unchanged(answer: Answer) -> Answer:
    of_the_body = ("content-type", "content-encoding", "content-length")
    return 304, [pair for pair in answer[1] if pair[0] not in of_the_body], b""


def _moved(path: str, query: str) -> Answer:
    """To the folder, named from where the browser is: the site may lie below another address."""
    folder = quote(path.rpartition("/")[2]) + "/"
    head = [("location", folder + (f"?{query}" if query else "")), ("cache-control", headers.ASK_AGAIN)]
    return answers.whole(301, [*head, *headers.EVERYTHING], b"")


def _missing(release: Release, path: str, gzipped: bool) -> Answer:
    if headers.readable(path) or NOT_FOUND not in release.files:
        return answers.NO_FILE
    page = _FROM_ROOT.sub(rb"\1/", release.data(NOT_FOUND))
    return answers.whole(404, headers.of_file(NOT_FOUND, gzipped), answers.squeezed(page) if gzipped else page)
