"""What a change of the content means to the public, compared with an earlier revision.

``compare`` reads two versions of the content and yields a report: each record that changed with its fields before
and after, in how many windows that holds and from when, the sheets of paper to replace, the translations that
fell behind. ``markdown`` and ``approval`` write it out; as JSON it is the report itself.
"""

from .compare import Unreadable, Version, compare
from .report import Report

__all__ = ["Report", "Unreadable", "Version", "compare"]
