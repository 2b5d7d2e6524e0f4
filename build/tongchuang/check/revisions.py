"""The memory of change of a record."""

from collections.abc import Sequence
from typing import Any

from ..load.sources import Kind
from .content import Content


def revisions_of(content: Content, kind: Kind, key: str) -> Sequence[dict[str, Any]]:
    """The revisions of a service, policy or place in the order written; none if they can't be read."""
    for record in content.records(kind):
        if record.document.key == key:
            found: Sequence[dict[str, Any]] = record.data.get("revisions", ())
            return found
    return ()
