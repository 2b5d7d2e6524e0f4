"""What a reader of one file format yields."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ..model.finding import Finding
from .sources import Pointer


@dataclass
class Parsed:
    """Plain data, the line and column (from 1) of each key and entry, and what is wrong.

    ``whole`` is False if the data can't be trusted: a part of the file was not understood. ``again`` reads
    the positions of a file that was read without them.
    """

    data: Any = None
    positions: dict[Pointer, tuple[int, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    whole: bool = True
    again: Callable[[], dict[Pointer, tuple[int, int]]] | None = None

    def locate(self, pointer: Pointer) -> tuple[int, int]:
        """Line and column of what ``pointer`` names, or of its nearest parent."""
        if self.again is not None:
            self.positions = self.again() | self.positions
            self.again = None
        while pointer and pointer not in self.positions:
            pointer = pointer[:-1]
        return self.positions.get(pointer, (1, 1))
