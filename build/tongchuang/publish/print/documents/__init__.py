"""The documents that can be printed: each folder here is one, with document.py, template.html, style.css and its words."""

from functools import cache
from importlib import import_module

from ..document import FOLDER, Document

# What a command prints of what it found: no record has such a sheet, so nobody can ask for one.
_FOUND = {"due"}


@cache
def documents() -> dict[str, Document]:
    """All documents that can be asked for, by name."""
    names = sorted(file.parent.name for file in FOLDER.glob("*/document.py"))
    return {name: document(name) for name in names if name not in _FOUND}


def document(name: str) -> Document:
    """One of the documents here, whether it can be asked for or not."""
    found: Document = import_module(f"{__name__}.{name}.document").DOCUMENT
    return found
