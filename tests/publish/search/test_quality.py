"""Whether people find what they mean: ``queries.tsv`` holds what they type and what should come first."""

import csv
from pathlib import Path

import pytest
from tongchuang.publish.search.reader import Reader

QUERIES = list(
    csv.DictReader((Path(__file__).parent / "queries.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t")
)


def rank(reader: Reader, query: dict[str, str]) -> int:
    found = [f"{result.kind}/{result.id}" for result in reader.search(query["query"], query["lang"], 10)]
    return min((found.index(right) + 1 for right in query["expected"].split() if right in found), default=99)


@pytest.fixture(scope="module")
def ranks(reader: Reader) -> dict[str, int]:
    return {query["query"]: rank(reader, query) for query in QUERIES}


def test_the_first_result_is_right_for_nine_queries_in_ten(ranks: dict[str, int]):
    missed = {query: at for query, at in ranks.items() if at > 1}
    assert len(missed) <= 0.1 * len(ranks), missed


def test_the_right_result_is_among_the_first_three_for_97_in_100(ranks: dict[str, int]):
    missed = {query: at for query, at in ranks.items() if at > 3}
    assert len(missed) <= 0.03 * len(ranks), missed


def test_a_spoken_sentence_finds_the_right_result_first(ranks: dict[str, int]):
    spoken = [query["query"] for query in QUERIES if query["style"] == "spoken"]
    assert sum(ranks[query] == 1 for query in spoken) >= 0.9 * len(spoken)


def test_the_examples_everyone_tries_come_first(ranks: dict[str, int]):
    examples = ["老板不给钱", "gongshang", "jzz", "居主证", "居住證", "包工头跑了三个月的钱没给咋整", "boss won't pay"]
    assert [ranks[query] for query in examples] == [1] * len(examples)
