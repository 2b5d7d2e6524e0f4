"""Which division lies in which, as the division tables and the lists of merged ones say, even while they hold mistakes."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..load.sources import Pointer
from .content import Content, Record


def parents(content: Content) -> Mapping[str, str]:
    """The code of the parent of every division, merged ones too; empty text for the country."""
    gone = {entry["id"]: entry["parent"] for _, _, entry in merged(content)}
    return gone | {row.data["code"]: row.data["parent"] for row in content.records("division")}


def merged(content: Content) -> Iterator[tuple[Record, Pointer, Mapping[str, Any]]]:
    """Each division that a network lists as withdrawn or merged: the network, the way to the entry, the entry."""
    for record in content.records("network"):
        for index, entry in enumerate(record.data.get("merged", ())):
            yield record, ("merged", index), entry


def merged_codes(content: Content) -> set[str]:
    """The codes of those divisions."""
    return {entry["id"] for _, _, entry in merged(content)}


def upwards(code: str, parents: Mapping[str, str]) -> Iterator[str]:
    """A division and all those it lies in, once each, whatever circles a table has."""
    seen: set[str] = set()
    while code and code not in seen:
        yield code
        seen.add(code)
        code = parents.get(code, "")
