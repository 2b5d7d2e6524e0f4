"""Every code is explained, and every finding speaks, in Chinese and in English."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tongchuang import schemas
from tongchuang.check import codes, explain, mistakes
from tongchuang.check.rules import RULES
from tongchuang.model.explanation import Explanation
from tongchuang.model.finding import Bilingual

from .test_examples import EXAMPLES, findings

CHINESE = re.compile("[一-鿿]")
QUOTED = re.compile('“.*?”|".*?"|\\{name\\}|[：:] .*', re.DOTALL)


def speaks_both(words: Bilingual) -> bool:
    """Chinese in zh; none in en but in what is quoted from the content."""
    return bool(CHINESE.search(words.zh)) and bool(words.en.strip()) and not CHINESE.search(QUOTED.sub("", words.en))


@pytest.mark.parametrize("explanation", codes(), ids=lambda explanation: explanation.code)
def test_every_code_is_explained_in_both_languages(explanation: Explanation) -> None:
    assert re.fullmatch(r"[LSR]\d{3}", explanation.code)
    for words in (explanation.title, explanation.text):
        assert CHINESE.search(words.zh)
        assert words.en
        assert not CHINESE.search(words.en)
    assert len(explanation.title.zh) <= 20
    assert len(explanation.text.zh) > 15


def test_codes_are_unique_and_found_whatever_their_case() -> None:
    assert len({e.code for e in (*mistakes.EXPLANATIONS, *(rule.explanation for rule in RULES))}) == len(
        mistakes.EXPLANATIONS
    ) + len(RULES)
    assert explain("r104") is explain("R104")
    assert explain("R104")
    assert explain("X1") is None


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_every_finding_speaks_both_languages(example: Path, tmp_path: Path) -> None:
    for finding in findings(example / "bad", tmp_path):
        assert speaks_both(finding.message), finding.message
        assert speaks_both(finding.remedy), finding.remedy
        assert finding.message.zh.endswith("。") or "：" in finding.message.zh


def patterns(node: Any) -> Iterator[tuple[str, bool]]:
    if isinstance(node, dict):
        if isinstance(node.get("pattern"), str):
            yield node["pattern"], "description" in node and "x-en-help" in node
        for child in node.values():
            yield from patterns(child)
    elif isinstance(node, list):
        for child in node:
            yield from patterns(child)


def test_every_pattern_of_the_schemas_is_put_in_words() -> None:
    for file in schemas.FOLDER.glob("*.json"):
        for pattern, described in patterns(schemas.schema(file.stem)):
            assert described or pattern in mistakes.FORMS, (file.name, pattern)
