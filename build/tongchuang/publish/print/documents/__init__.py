"""The documents that can be printed: each folder here is one, with document.py, template.html, style.css and its words."""

from functools import cache
from importlib import import_module

from ..document import FOLDER, Document


@cache
def documents() -> dict[str, Document]:
    """All documents by name."""
    names = sorted(file.parent.name for file in FOLDER.glob("*/document.py"))
    return {name: import_module(f"{__name__}.{name}.document").DOCUMENT for name in names}
