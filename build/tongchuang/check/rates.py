"""The values of a rate in the order of time."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from .content import Record

Numbered = tuple[int, Mapping[str, Any]]


def neighbours(record: Record) -> Iterator[tuple[str, Numbered, Numbered]]:
    """Each two values that follow one another in a region: the region, the earlier and the later with their index."""
    values = () if "values" in record.doubtful else record.data.get("values", ())
    ordered = sorted(enumerate(values), key=lambda item: (item[1]["region"], item[1]["starts"]))
    for earlier, later in pairwise(ordered):
        if earlier[1]["region"] == later[1]["region"]:
            yield later[1]["region"], earlier, later
