"""Our own style sheet, icons and scripts: where they are published, and what a page may load."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from ..minified import minified

SOURCE = "assets/tongchuang/"
_HERE = Path(__file__).parent
# Within the page, so that it is never drawn in another look first.
LOOK = (_HERE / "look.js").read_text(encoding="utf-8").strip()
# Within a service's page, so that its first screen waits for no other file.
FIRST_SCREEN = minified((_HERE / "static" / SOURCE / "first.css").read_text(encoding="utf-8"), ".css")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


# https://www.w3.org/TR/CSP3/: whatever a text may have smuggled in, nothing foreign runs, loads or is sent.
CSP = (
    f"default-src 'self'; img-src 'self' data: blob:; script-src 'self' {_hash(LOOK)}; "
    f"style-src 'self' {_hash(FIRST_SCREEN)}; object-src 'none'; "
    "base-uri 'none'; form-action 'self'"
)


def files() -> dict[str, bytes]:
    """What is published, by name."""
    sources = sorted((_HERE / "static" / SOURCE).iterdir())
    return {file.name: minified(file.read_text(encoding="utf-8"), file.suffix).encode() for file in sources}


def folder() -> str:
    """The folder below the root, named after what it holds: a phone that keeps files of two releases can't mix them."""
    found = sha256()
    for name, data in files().items():
        found.update(name.encode() + b"\0" + data + b"\0")
    return f"assets/{found.hexdigest()[:10]}/"
