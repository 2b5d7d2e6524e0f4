"""Content as a workbook for Excel, and back: ``export`` and ``import_``."""

from .desk import Changed, Import, NoSuchKind, export, import_, names
from .layout import NAMES, Name
from .read import NotABook, Problem

__all__ = ["NAMES", "Changed", "Import", "Name", "NoSuchKind", "NotABook", "Problem", "export", "import_", "names"]
