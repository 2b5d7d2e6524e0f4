"""The documents that can be printed: each folder here is one, with document.py, template.html and style.css."""

from functools import cache
from importlib import import_module
from pathlib import Path

from ..document import Document

FOLDER = Path(__file__).parent


@cache
def documents() -> dict[str, Document]:
    """All documents by name."""
    names = sorted(file.parent.name for file in FOLDER.glob("*/document.py"))
    return {name: import_module(f"{__name__}.{name}.document").DOCUMENT for name in names}
