"""The index of the real content, published once and searched from memory; what people type, and what they mean."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.search import publish
from tongchuang.publish.search.reader import Reader


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, in which language, which results are right (none for ``-``), and what sort of query it is."""

    text: str
    lang: str
    expected: frozenset[str]
    style: str


def _queries(name: str) -> list[Query]:
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [
        Query(row["query"], row["lang"], frozenset(row["expected"].split()) - {"-"}, row["style"])
        for row in csv.DictReader(lines, delimiter="\t")
    ]


@pytest.fixture(scope="session")
def queries() -> list[Query]:
    """Those that the weights were tuned on."""
    return _queries("queries.tsv")


@pytest.fixture(scope="session")
def held_out() -> list[Query]:
    """Those written first and never tuned on: leave them alone, and don't read which of them are missed."""
    return _queries("held-out.tsv")


@pytest.fixture(scope="session")
def files(catalogue: Catalogue) -> dict[str, bytes]:
    return {artifact.path: artifact.data for artifact in publish(catalogue)}


@pytest.fixture(scope="session")
def reader(files: dict[str, bytes]) -> Reader:
    return Reader(lambda path: files[f"search/{path}"])
