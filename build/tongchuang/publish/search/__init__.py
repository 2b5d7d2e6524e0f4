"""Search: one index for the phone, the hub and other systems, as static files that each of them only adds up.

``search/current.json`` names the index in force, ``search/<hash>/<lang>/`` holds it (see ``buckets``),
``search/<hash>/reader.js`` searches it in a browser, ``reader`` does on the hub. ``search/reader.js`` leads a page to
the reader in force.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...catalogue import Catalogue
from ..artifact import Artifact
from ..words import Words, words
from . import buckets

ROOT = "search"


def publish(catalogue: Catalogue) -> Iterator[Artifact]:
    """The index of every language, what names it, and the browser's scripts."""
    made: dict[str, bytes] = {"reader.js": _script("reader.js")}
    languages = {}
    for lang in catalogue.languages:
        spoken = words(lang)
        index = _index(catalogue, spoken)
        made |= {f"{lang}/{name}.json": _encode(content) for name, content in sorted(index.items())}
        languages[lang] = {"files": buckets.names(sorted(index))}
    whole = hashlib.sha256()
    for name, data in made.items():
        whole.update(f"{name}\0{len(data)}\n".encode() + data)
    digest = whole.hexdigest()[:12]
    for name, data in made.items():
        yield Artifact(f"{ROOT}/{digest}/{name}", data)
    yield Artifact(f"{ROOT}/current.json", _encode({"hash": digest, "format": buckets.FORMAT, "languages": languages}))
    yield Artifact(f"{ROOT}/reader.js", _script("current.js"))


def _index(catalogue: Catalogue, spoken: Words) -> dict[str, Any]:
    # Here, so that the index can be read without the libraries that make it.
    from . import characters, files, impacts, places, records

    view, chinese = catalogue.view(spoken.lang), catalogue.view(catalogue.languages[0])
    found = records.records_of(view, spoken)
    weighed = impacts.impacts(found, impacts.GRAINS if view is chinese else impacts.LATIN_GRAINS)
    index: dict[str, Any] = {
        **files.term_files(weighed),
        **files.word_files(found),
        **files.document_files(found),
        **places.files(view, chinese, spoken),
    }
    if view is chinese:
        index |= files.character_files(weighed)
        index["syllables"] = " ".join(characters.inventory())
    return index


def _script(name: str) -> bytes:
    from ..minified import minified

    return minified((Path(__file__).parent / name).read_text(encoding="utf-8"), ".js").encode()


def _encode(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
