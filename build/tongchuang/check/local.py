"""Local versions laid over the standard item, along the regions, with what breaks a rule of inheritance."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..catalogue.inherit import Problem, merge
from .content import Content, Record


def problems(content: Content) -> Iterator[tuple[Record, Problem]]:
    """Each local version with each of its changes that a place may not make.

    Fields that break their schema, in the standard item or in a local version, are left out: they can't
    be compared.
    """
    local = {(r.document.region or "", r.document.key): r for r in content.records("local")}
    parents = {row.data["code"]: row.data.get("parent", "") for row in content.records("division")}
    for standard in content.records("service"):
        id_ = standard.document.key
        for region, service in sorted(local):
            if service == id_:
                yield from _problems(standard, [local[r, id_] for r in _chain(region, parents) if (r, id_) in local])


def _problems(standard: Record, layers: list[Record]) -> Iterator[tuple[Record, Problem]]:
    doubtful = standard.doubtful.union(*(layer.doubtful for layer in layers))
    data: Mapping[str, Any] = _comparable(standard, doubtful)
    for layer in layers:
        merged = merge(data, _comparable(layer, doubtful))
        data = merged.data
    yield from ((layers[-1], problem) for problem in merged.problems)


def _comparable(record: Record, doubtful: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in record.data.items() if key not in doubtful}


def _chain(region: str, parents: Mapping[str, str]) -> list[str]:
    """The region and those above it, from the top."""
    chain = [region]
    while (above := parents.get(chain[0])) and above not in chain:
        chain.insert(0, above)
    return chain
