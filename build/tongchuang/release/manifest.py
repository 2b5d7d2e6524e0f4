"""The manifest of a release: what it holds, with the SHA-256 of every file."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """Facts of a release; ``files`` maps paths to SHA-256 in hex, ``counts`` kinds of output to numbers."""

    id: str
    as_of: str
    sample: bool
    languages: tuple[str, ...]
    counts: Mapping[str, int]
    files: Mapping[str, str]


def digest(data: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def identity(as_of: str, files: Mapping[str, str]) -> str:
    """A release's id: its day and twelve characters of the hash over all its files."""
    whole = hashlib.sha256()
    for path, sha in sorted(files.items()):
        whole.update(f"{path}\0{sha}\n".encode())
    return f"{as_of}-{whole.hexdigest()[:12]}"


def counts(paths: Iterable[str], languages: Iterable[str]) -> dict[str, int]:
    """How many pages, places' pages, API files, sheets and search files a release has."""
    found: dict[str, int] = {"files": 0, "api": 0, "print": 0, "search": 0}
    found |= {f"pages-{lang}": 0 for lang in languages} | {f"places-{lang}": 0 for lang in languages}
    for path in paths:
        top, _, rest = path.partition("/")
        found["files"] += 1
        if top in ("api", "search") or (top == "print" and path.endswith(".pdf")):
            found[top] += 1
        elif f"pages-{top}" in found and path.endswith(".html"):
            found[f"pages-{top}"] += 1
            # The list of places, if there is one, is not a place.
            found[f"places-{top}"] += rest.startswith("places/") and rest.count("/") == 2
    return found


def encode(manifest: Manifest) -> bytes:
    """The manifest as JSON with sorted files, one a line."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=1) + b"\n"


def read(folder: Path) -> Manifest:
    """The manifest of a release folder; OSError or msgspec.MsgspecError if there is none to read."""
    return msgspec.json.decode((folder / NAME).read_bytes(), type=Manifest)
