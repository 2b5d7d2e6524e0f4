"""Which content files were saved, by their sizes and times.

Asked for again and again instead of being told by the system: that also works on network drives and in containers,
and a look at a thousand files takes milliseconds.
"""

from collections.abc import Mapping

from ...load.documents import entries
from ...project import Project

# Bytes and time of change in nanoseconds, by path (content/...); None where there is no file to look at.
Seen = Mapping[str, tuple[int, int] | None]


def look(project: Project) -> Seen:
    """The content files as they are now."""
    seen: dict[str, tuple[int, int] | None] = {}
    for root, entry in entries(project):
        try:
            status = (root / entry.path).stat()
            seen[entry.path] = status.st_size, status.st_mtime_ns
        except OSError:
            seen[entry.path] = None
    return seen


def saved(before: Seen, after: Seen) -> frozenset[str]:
    """The paths of files that came, changed or went."""
    return frozenset(path for path in before.keys() | after.keys() if before.get(path, ()) != after.get(path, ()))
