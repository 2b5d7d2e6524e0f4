"""What a phone keeps for when there is no network: packs of pages, an index of them, and the worker that keeps them.

``sw.js`` at the root of a release is a service worker (https://www.w3.org/TR/service-workers/). It knows one file,
the index ``offline/<hash>.json``, which names all others by the hash of what they hold. The worker checks each file
against its name, so that nothing but what the release says is ever kept: no error page, no page of a network that
asks for a password, no page of another release. A set (the pages of a county, say) is kept in packs (see ``pack``).

A hub that says ``offline: false`` publishes at the same address a worker that removes all of it from the phones.
"""

import gzip
import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from ...catalogue import Catalogue
from ..artifact import Artifact
from . import sets
from .pack import packs
from .sets import may_keep

__all__ = ["WORKER", "may_keep", "publish"]

WORKER = "sw.js"
_FOLDER = Path(__file__).parent
_INDEX = '"@index"'


def publish(catalogue: Catalogue, files: Mapping[str, bytes], assets: str) -> Iterator[Artifact]:
    """The worker, its index, packs and lists for the ``files`` of a release; ``assets`` is the folder of the scripts."""
    if not catalogue.view("zh").hub.offline:
        yield Artifact(WORKER, (_FOLDER / "undertaker.js").read_bytes())
        return
    known: dict[str, Any] = {}
    for name, beginnings in sets.of_release(catalogue, files, assets).items():
        held = {path: files[path] for path in sorted(files) if path.startswith(beginnings)}
        kept = []
        for pack in packs(held):
            yield (made := _named({"lines": pack.lines, "files": pack.files}))
            kept.append([next(iter(pack.files)), made.path, len(gzip.compress(made.data, mtime=0))])
        known[name] = {"of": beginnings, "packs": kept}
    lists = {}
    for name, hashes in sets.lists(catalogue, files).items():
        yield (made := _named(hashes))
        lists[name] = made.path
    index = _named({"assets": assets, "languages": catalogue.languages, "sets": known, "lists": lists})
    yield index
    worker = (_FOLDER / "worker.js").read_text(encoding="utf-8")
    yield Artifact(WORKER, worker.replace(_INDEX, f'"{index.path}"').encode())


def _named(content: Any) -> Artifact:
    """A file called after the SHA-256 of what it holds."""
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return Artifact(f"offline/{sha256(data).hexdigest()[: sets.DIGITS]}.json", data)
