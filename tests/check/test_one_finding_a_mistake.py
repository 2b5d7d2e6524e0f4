"""One clear finding for one mistake, wherever it is, and no more for what follows from it."""

from datetime import date
from pathlib import Path

import pytest
from tongchuang.check import check
from tongchuang.load import load
from tongchuang.model.finding import Finding
from tongchuang.project import Project

SHARED = Path(__file__).parent / "shared" / "content"
SERVICE = "services/wages/report-wages.yaml"
POLICY = "policies/wage-rules/zh.md"
LOCAL = "local/441602/report-wages.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for file in SHARED.rglob("*.*"):
        copy = tmp_path / "content" / file.relative_to(SHARED)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def replace(root: Path, path: str, old: str, new: str) -> None:
    text = (root / "content" / path).read_text(encoding="utf-8")
    assert old in text
    write(root, path, text.replace(old, new, 1))


def found(root: Path) -> list[Finding]:
    return list(check(load(Project(root)), date(2026, 11, 21)))


def brief(root: Path) -> list[tuple[str, int]]:
    return [(finding.code, finding.line) for finding in found(root)]


def test_a_misspelt_required_key_is_one_finding_with_the_right_key(project: Path) -> None:
    replace(project, SERVICE, "summary:", "sumary:")
    [finding] = found(project)
    assert (finding.code, finding.line, finding.column) == ("S101", 3, 1)
    assert finding.remedy.zh == "是不是想写“summary”？"


def test_a_key_written_in_chinese_is_understood(project: Path) -> None:
    replace(project, SERVICE, "summary:", "一句话说明:")
    assert [finding.remedy.en for finding in found(project)] == ['Did you mean "summary"?']


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('next: "2026-12-31"', 'next: "2026/12/31"', "S110"),
        ('next: "2026-12-31"', 'next: ""', "S110"),
        ('next: "2026-12-31"', "next: 2026", "S105"),
        ("summary: 老板不给工钱，可以到这里投诉。", 'summary: ""', "S112"),
        ("summary: 老板不给工钱，可以到这里投诉。", 'summary: "          "', "S109"),
        ("category: wages", "category: Wages", "S109"),
        ("category: wages", "category: [wages, pay]", "S106"),
        ("required: true", 'required: "yes"', "S106"),
        ("copies: 1", 'copies: "1"', "S106"),
        ("copies: 1", "copies: 99", "S114"),
        ("contract: [signed]", "contract: signed", "S106"),
        ("contract: [signed]", "Contract: [signed]", "S109"),
        ("who: worker", "who: workers", "S108"),
        ("  lead: labour-inspection", "  laed: labour-inspection", "S101"),
        ("fee:\n  free: true", "fee: free", "S106"),
        ("- id: contract\n", "- ID: contract\n", "S101"),
        ("- {id: signed,", "- {di: signed,", "S101"),
    ],
)
def test_a_wrong_value_is_one_finding_at_its_line(project: Path, old: str, new: str, code: str) -> None:
    text = (project / "content" / SERVICE).read_text(encoding="utf-8")
    line = text.count("\n", 0, text.index(old)) + 1
    replace(project, SERVICE, old, new)
    assert brief(project) == [(code, line)]


def test_two_mistakes_of_one_file_and_two_of_others_are_four_findings(project: Path) -> None:
    replace(project, SERVICE, "count: 2", "count: 20")
    replace(project, SERVICE, "window: rights", "window: left")
    replace(project, POLICY, "lead: [labour-inspection]", "lead: [labour]")
    replace(project, "hotlines.yaml", "summary:", "sumary:")
    assert sorted(code for code, _ in brief(project)) == ["R104", "R104", "S101", "S114"]


def test_what_refers_to_a_broken_file_is_not_judged(project: Path) -> None:
    for path in ("departments.yaml", "network/demo.csv", SERVICE, POLICY):
        write(project, path, "- [\n" if path.endswith("yaml") else '"\n')
    assert sorted({code for code, _ in brief(project)}) == ["L301", "L401", "L503"]


def test_a_key_that_a_place_may_not_change_has_a_code_of_its_own(project: Path) -> None:
    write(project, LOCAL, "base: r1\nname: 讨薪\ntime:\n  statutory: {value: 30, unit: working-days}\nwindw: rights\n")
    assert brief(project) == [("S102", 2), ("S102", 4), ("S101", 5)]


def test_a_material_added_locally_is_one_finding_as_map_or_as_list(project: Path) -> None:
    write(project, LOCAL, "base: r1\nmaterials:\n  bank-card: {name: 银行卡, required: true}\n")
    assert brief(project) == [("R201", 3)]
    write(project, LOCAL, "base: r1\nmaterials:\n  - id: bank-card\n    name: 银行卡\n    required: true\n")
    assert brief(project) == [("R201", 3)]


def test_a_place_may_be_quicker_cheaper_and_add_answers(project: Path) -> None:
    write(
        project,
        LOCAL,
        "base: r1\ntime:\n  promised: {value: 10, unit: calendar-days}\nvisits: {count: 1}\n"
        "materials:\n  id-card: {copies: 0, waived: true}\n",
    )
    assert brief(project) == []


@pytest.mark.parametrize(
    "worse",
    [
        "time: {promised: {value: 31, unit: working-days}}",
        "time: {promised: {value: 31, unit: calendar-days}}",
        "visits: {count: 3}",
        "materials: {id-card: {copies: 2}}",
        "materials: {id-card: {waived: false}}",
        'fee: {free: false, basis: [{policy: wage-rules, article: "1"}]}',
    ],
)
def test_a_place_may_not_make_it_harder(project: Path, worse: str) -> None:
    write(project, LOCAL, f"base: r1\n{worse}\n")
    assert brief(project) == [("R202", 2)]


def test_a_county_is_compared_with_its_city(project: Path) -> None:
    write(project, "local/441600/report-wages.yaml", "base: r1\ntime:\n  promised: {value: 20, unit: working-days}\n")
    write(project, LOCAL, "base: r1\ntime:\n  promised: {value: 25, unit: working-days}\n")
    assert [(finding.path, finding.code, finding.line) for finding in found(project)] == [
        (f"content/{LOCAL}", "R202", 3)
    ]


def test_a_local_version_of_nothing_or_nowhere_is_a_dangling_reference(project: Path) -> None:
    write(project, "local/441699/report-wages.yaml", "base: r1\nwindow: rights\n")
    write(project, "local/441602/report-wage.yaml", "base: r1\nwindow: rights\n")
    assert brief(project) == [("R104", 1), ("R104", 1)]


def test_two_services_of_one_name_are_found_across_folders(project: Path) -> None:
    text = (project / "content" / SERVICE).read_text(encoding="utf-8")
    write(project, "services/pay/report-wages.yaml", text)
    assert sorted(code for code, _ in brief(project)) == ["R102", "R103", "R502"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<b>粗</b>", "R601"),
        ("文字 <!-- 注释 -->", "R601"),
        ("</div>", "R601"),
        ("<?php ?>", "R601"),
        ("`<script>`", "R601"),
        ("[a](javascript:alert)", "R602"),
        ("[a](JaVaScRiPt&#58;alert)", "R602"),
        ("[a](java&Tab;script:x)", "R602"),
        ("[a](data:text/html;base64,xx)", "R602"),
        ("[a](vbscript:x)", "R602"),
        ("[a](file:///etc/passwd)", "R602"),
        ("[a][b]\n\n[b]: javascript:x", "R602"),
        ("[a][b]\n\n[b]:\n ftp://x", "R602"),
        ("[a](\njavascript:x)", "R602"),
        ("![a](//host/x.png)", "R603"),
        ("![a][b]", "R603"),
        ("文字{: onmouseover=x }", "R604"),
        ("[a](https://example.gov.cn){ onclick='x' }", "R604"),
        ("## 题 {#id}", "R604"),
        ('文字 onclick="x"', "R604"),
        ("[" * 200, "R605"),
        ("> " * 9 + "引", "R605"),
        ("- " * 9 + "项", "R605"),
        ("电话13800138000。", "R606"),
        ("电话＋８６１３８００１３８０００", "R606"),
        ("号码44160219900101123X", "R606"),
    ],
)
def test_what_must_not_reach_a_page_is_found_at_the_line_of_the_body(project: Path, body: str, code: str) -> None:
    text = (project / "content" / POLICY).read_text(encoding="utf-8")
    write(project, POLICY, f"{text}\n{body}\n")
    codes = brief(project)
    first = text.count("\n") + 2
    assert {found_code for found_code, _ in codes} == {code}
    assert all(first <= line <= first + 2 for _, line in codes)


@pytest.mark.parametrize(
    "body",
    [
        "3 < 5，5 > 3，<https://example.gov.cn/a>",
        "数据：2026年；Source data: 2023",
        "[a](https://example.gov.cn/a?b=c) [b](/zh/) [c](#d) [e](mailto:a@example.gov.cn)",
        "每月 = 30 天，on time = 准时。",
        "编号 441602001001，统一社会信用代码 11440100007482001X，电话 0762-3123456、400-123-4567",
        "> 引\n\n- 一\n  - 二\n    - 三\n\n1. 四",
        "---",
        "|甲|乙|\n|---|---|\n|1|2|",
    ],
)
def test_plain_markdown_is_fine(project: Path, body: str) -> None:
    text = (project / "content" / POLICY).read_text(encoding="utf-8")
    write(project, POLICY, f"{text}\n{body}\n")
    assert brief(project) == []


def test_words_for_an_unknown_file_are_an_error(project: Path) -> None:
    write(project, "services/wages/other.en.yaml", "of: r1\nname: Other\n")
    assert brief(project) == [("R504", 1)]


def test_findings_come_sorted_and_once(project: Path) -> None:
    replace(project, SERVICE, "window: rights", "window: left")
    replace(project, SERVICE, "count: 2", "count: 20")
    replace(project, "appeals.yaml", "n: 1", "n: 0")
    listed = found(project)
    assert listed == sorted(listed, key=lambda f: (f.path, f.line, f.column, f.code))
    assert len(listed) == len(set(listed)) == 3


@pytest.mark.parametrize("stray", ["when: soon", "when: {soon: later}", "basis: [law]", "basis: [{policy: 3}]"])
def test_a_word_of_the_schema_in_a_wrong_place_is_one_finding(project: Path, stray: str) -> None:
    replace(project, SERVICE, "result:\n", f"result:\n  {stray}\n")
    assert [code for code, _ in brief(project)] == ["S101"]
