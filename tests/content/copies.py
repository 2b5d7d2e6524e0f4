"""What the content copies from a fingerprinted text, official names and titles aside."""

import re
from collections.abc import Iterator, Set
from typing import Any

from tongchuang.check.prose import Written
from tongchuang.load.sources import Document, Kind, Sources

from .fingerprint import RUN, fingerprint, normal, runs

# A stretch is a copy if more of it than half a run is no name.
_ASIDE = RUN // 2
# Shorter names are ordinary words (工资, 用人单位) that sentences of a law are made of.
_SHORTEST = 5
_NAMED: tuple[Kind, ...] = (
    "policy", "department", "window", "hotline", "service", "group", "category", "life-event", "term", "division",
    "form", "ledger",
)  # fmt: skip
_NAMES = ("name", "title", "short", "number", "issuers", "aliases", "former")
_TITLE = re.compile(r"《([^》]+)》")
_CITATIONS = re.compile(r"(?:第0(?:条|款|项|部分|之0)+)+")


def official(sources: Sources) -> frozenset[str]:
    """The names and titles in the content, in the normal form of fingerprints."""
    named = (document for document in sources.documents if document.lang is None and document.kind in _NAMED)
    names = (normal(name)[0] for document in named for name in _names(document))
    return frozenset(name for name in names if len(name) >= _SHORTEST)


def copies(document: Document, known: Set[int], names: Set[str]) -> Iterator[tuple[int, str]]:
    """Each copied stretch of a document with its line; ``known`` are fingerprints, ``names`` those of ``official``."""
    for piece in Written(document).pieces:
        if piece.text.isascii():
            continue
        text, at = normal(piece.text)
        for start, end in _stretches(text, known):
            aside = _aside(text, names | {normal(title)[0] for title in _TITLE.findall(piece.text)})
            if sum(index not in aside for index in range(start, end)) > _ASIDE:
                yield piece.at(at[start])[0], piece.text[at[start] : at[end - 1] + 1]


def _stretches(text: str, known: Set[int]) -> Iterator[tuple[int, int]]:
    """Where known runs begin and end, those that overlap or touch as one."""
    start = end = 0
    for index, run in enumerate(runs(text)):
        if fingerprint(run) in known:
            if index > end:
                yield from [(start, end)] if end else []
                start = index
            end = index + RUN
    if end:
        yield start, end


def _aside(text: str, names: Set[str]) -> frozenset[int]:
    """The indexes of characters that belong to a name or a citation."""
    found = [match.span() for match in _CITATIONS.finditer(text)]
    found += [m.span() for name in names if name in text for m in re.finditer(re.escape(name), text)]
    return frozenset(index for span in found for index in range(*span))


def _names(document: Document) -> Iterator[str]:
    records: Any = document.data if isinstance(document.data, list) else [document.data]
    for record in records:
        for key in _NAMES:
            value = record.get(key, ())
            yield from (value,) if isinstance(value, str) else value
