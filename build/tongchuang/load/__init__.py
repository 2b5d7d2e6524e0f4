"""Reading content files into plain data, with the way back to each line."""

from .documents import load
from .sources import Document, Pointer, Sources

__all__ = ["Document", "Pointer", "Sources", "load"]
