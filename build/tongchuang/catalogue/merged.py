"""What laying one local version over a record yields."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ..load.sources import Pointer

Breach = Literal["locked", "added", "harder", "unknown", "undelegated", "slower", "fixed"]


@dataclass(frozen=True)
class Problem:
    """A change that a place may not make, at ``pointer`` of its local version."""

    pointer: Pointer
    breach: Breach
    standard: Any = None
    local: Any = None


@dataclass
class Merged:
    """A record after one local version; ``changes`` are paths into ``data`` with the pointer that set them.

    ``exceptions`` are those in force, with the paths into ``data`` that each changed.
    """

    data: dict[str, Any]
    changes: dict[Pointer, Pointer] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    exceptions: list[tuple[Mapping[str, Any], tuple[Pointer, ...]]] = field(default_factory=list)

    def set(self, parent: dict[str, Any], key: str, value: Any, path: Pointer, pointer: Pointer) -> None:
        """Give ``parent`` a value, and remember what set it in place of whatever set it before."""
        parent[key] = value
        self.changes = {old: by for old, by in self.changes.items() if not covered(old, (path,))}
        self.changes[path] = pointer

    def refuse(self, pointer: Pointer, breach: Breach, standard: Any = None, local: Any = None) -> None:
        """Note a change that the place may not make."""
        self.problems.append(Problem(pointer, breach, standard, local))


def covered(path: Pointer, changes: Collection[Pointer]) -> bool:
    """Whether one of the changes set the value at ``path``, or something that holds it."""
    return any(path[:end] in changes for end in range(1, len(path) + 1))
