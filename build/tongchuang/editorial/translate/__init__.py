"""Translations: what is missing or out of date (``tasks``), accepted, and to and from PO files."""

from .desk import Unacceptable, Unwritable, Written, accepted, errors, filled
from .po import NotPo, Skipped, exported, imported
from .units import Earlier, Task, Unit, tasks

__all__ = [
    "Earlier",
    "NotPo",
    "Skipped",
    "Task",
    "Unacceptable",
    "Unit",
    "Unwritable",
    "Written",
    "accepted",
    "errors",
    "exported",
    "filled",
    "imported",
    "tasks",
]
