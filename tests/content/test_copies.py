"""Nothing in the content is copied from the five source documents or from a law."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tongchuang.load.documents import parse
from tongchuang.load.sources import Sources
from tongchuang.load.walk import classify

from .copies import copies, official
from .fingerprint import FILE, RUN, fingerprint, normal, pack, runs, unpack
from .make import chosen

# From article 30 of the Labour Contract Law.
LAW = "用人单位应当按照劳动合同约定和国家规定，向劳动者及时足额支付劳动报酬。"
OUR_OWN = "干完活就要拿到钱，一分也不能少，哪天发要写进合同里，到了日子不发就来窗口说。"

Find = Callable[[str], list[tuple[int, str]]]


@pytest.fixture(scope="module")
def known() -> frozenset[int]:
    return unpack(FILE.read_bytes())


@pytest.fixture(scope="module")
def names(sources: Sources) -> frozenset[str]:
    return official(sources)


@pytest.fixture(scope="module")
def find(known: frozenset[int], names: frozenset[str]) -> Find:
    """What is found in a policy's text."""

    def find(text: str) -> list[tuple[int, str]]:
        place = classify("content/policies/a/zh.md")
        assert place
        document, _ = parse(place, f"---\nid: a\n---\n{text}".encode())
        assert document
        return list(copies(document, known, names))

    return find


def test_no_sentence_of_a_source_or_law_is_in_the_content(
    sources: Sources, known: frozenset[int], names: frozenset[str]
) -> None:
    found = [
        f"{document.path}:{line} {run}"
        for document in sources.documents
        for line, run in copies(document, known, names)
    ]
    assert not found, "\n".join(found)


def test_a_planted_sentence_of_a_law_is_found(find: Find) -> None:
    [(_, found)] = find(f"{OUR_OWN}{LAW}{OUR_OWN}")
    assert found == LAW.rstrip("。")


def test_a_run_of_fourteen_characters_is_enough_and_one_less_is_not(find: Find) -> None:
    piece = LAW.replace("，", "")
    assert find(piece[4 : 4 + RUN]) == [(4, piece[4 : 4 + RUN])]
    assert find(piece[4 : 3 + RUN]) == []


def test_other_punctuation_line_breaks_and_spaces_hide_nothing(find: Find) -> None:
    assert find("用人单位：应当按照\n  “劳动合同约定”、和、国家规定")


def test_digits_for_the_numbers_of_a_law_hide_nothing() -> None:
    one, other = (normal(text)[0] for text in ("提前三十日以书面形式，", "提前３０日以书面形式"))
    assert one == other
    assert normal("按照百分之五十")[0] == normal("按照50%")[0]


def test_a_finding_names_the_line(find: Find) -> None:
    [(line, _)] = find(f"{OUR_OWN}\n\n{LAW}")
    assert line == 6


def test_names_titles_and_rows_of_citations_are_no_copies(find: Find, names: frozenset[str]) -> None:
    assert normal("中华人民共和国劳动争议调解仲裁法")[0] in names
    assert find("中华人民共和国劳动争议调解仲裁法") == []
    assert find("看《中华人民共和国治安管理处罚法（2025年修订）》") == []
    assert find("（第十条、第十一条、第十二条、第十三条、第十四条、第十五条）") == []


def test_an_ordinary_word_is_no_name(names: frozenset[str]) -> None:
    assert "农民工" not in names


def test_fingerprints_survive_packing() -> None:
    run = normal(LAW)[0]
    assert unpack(pack([LAW, LAW])) == {fingerprint(part) for part in runs(run)}


def test_the_file_of_fingerprints_is_small_and_holds_many(known: frozenset[int]) -> None:
    assert FILE.stat().st_size < 3_000_000
    assert 400_000 < len(known) < 1_000_000


def test_the_newest_version_of_a_law_is_taken_and_the_first_folder_goes_before_the_second(tmp_path: Path) -> None:
    for path, text in {
        "one/wages/README.md": "---\nnext: more\n---\n# 中华人民共和国工资法\n",
        "one/wages/more.md": "# 第一章\n第一条 按月发。\n",
        "two/工资法(2020-01-01).md": "# 工资法\n第一条 别的。",
        "two/假期法(2020-12-03).md": "# 假期法\n2018年1月1日通过\n第一条 新的。",
        "two/假期法.md": "# 假期法\n2018年1月1日通过\n2019年1月1日修正\n第一条 旧的，从2021年1月1日起。",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    wages, leave, none = chosen([tmp_path / "one", tmp_path / "two"], ["工资法", "假期法", "房屋法"]).values()
    assert wages
    assert "按月发" in wages.words
    assert "next" not in wages.words
    assert leave
    assert leave.date == "2020-12-03"
    assert none is None
