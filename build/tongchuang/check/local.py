"""Local versions laid over the standard item, along the regions, with what breaks a rule of inheritance."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..catalogue.inherit import merge
from ..catalogue.merged import Merged, Problem
from .content import Content, Record
from .divisions import parents, upwards


def problems(content: Content) -> Iterator[tuple[Record, Problem]]:
    """Each local version with each of its changes that a place may not make.

    Fields that break their schema, in the standard item or in a local version, are left out: they can't
    be compared.
    """
    for layers in chains(content):
        *_, (_, merged) = merges(content, layers)
        yield from ((layers[-1], problem) for problem in merged.problems)


def chains(content: Content) -> Iterator[list[Record]]:
    """For each local version: the standard item, the local versions above it from the top, and itself last."""
    local = {(r.document.region or "", r.document.key): r for r in content.records("local")}
    standards = {r.document.key: r for r in content.records("service")}
    lies_in = parents(content)
    for region, id_ in sorted(local):
        if id_ in standards:
            upward = [local[code, id_] for code in upwards(region, lies_in) if (code, id_) in local]
            yield [standards[id_], *reversed(upward)]


def merges(content: Content, layers: list[Record]) -> Iterator[tuple[Record, Merged]]:
    """Each local version of a chain with the record as it holds after it."""
    doubtful = frozenset[str]().union(*(layer.doubtful for layer in layers))
    data: Mapping[str, Any] = _comparable(layers[0], doubtful)
    for layer in layers[1:]:
        merged = merge(data, _comparable(layer, doubtful), layer.document.region or "", content.as_of)
        data = merged.data
        yield layer, merged


def _comparable(record: Record, doubtful: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in record.data.items() if key not in doubtful}
