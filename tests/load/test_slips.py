"""The slip that spoilt a file is found in its own line, not where the parser stumbled, and what belongs there is shown."""

import pytest
from tongchuang.load.yaml import parse

PATH = "content/services/wages/report-wages.yaml"
SOUND = """id: report-wages
name: 投诉
life_events: [unpaid, fired]
materials:
  - id: id-card
    name: 身份证
    required: true
fee:
  free: true
  note: 不要钱
visits:
  count: 2
phone: "12345"
review: {by: 编辑岗, next: "2026-12-31"}
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "shown"),
    [
        ("name: 投诉", "name：投诉", 2, "name:"),
        ("name: 投诉", "name:投诉", 2, "name:"),
        ("name: 投诉", "name 投诉", 2, "name:"),
        ("name: 投诉", "name: 投诉: 工资", 2, '"投诉: 工资"'),
        ("name: 投诉", "name: 【】%投诉: x", 2, '"'),
        ("name: 投诉", "name: @投诉", 2, '"@投诉"'),
        ("[unpaid, fired]", "[unpaid, fired", 3, "life_events: [unpaid, fired]"),
        ("[unpaid, fired]", "[unpaid, fired}", 3, "life_events: [unpaid, fired]"),
        ("[unpaid, fired]", "［unpaid, fired]: x", 3, ""),
        ("materials:", "materials", 4, "materials:"),
        ("  - id: id-card", "  -id: id-card", 5, "- id: id-card"),
        ("  - id: id-card", "  － id: id-card", 5, "- id: id-card"),
        ("    name: 身份证", "   name: 身份证", 6, "4"),
        ("    name: 身份证", "      name: 身份证", 6, "4"),
        ("  free: true", "   free: true", 9, "2"),
        ("  note: 不要钱", "    note: 不要钱", 10, "2"),
        ("  count: 2", "   count: 2\n  reason: 两次", 12, "2"),
        ('"12345"', '"12345', 13, '"12345"'),
        ('"12345"', "'12345", 13, "'12345'"),
        ('"12345"', '12345"', 13, '"12345"'),
        ('"2026-12-31"}', '"2026-12-31}', 14, '"2026-12-31"'),
        ('"2026-12-31"}', '"2026-12-31"', 14, "}"),
    ],
)  # fmt: skip
def test_a_slip_is_named_in_its_line_with_what_belongs_there(old: str, new: str, line: int, shown: str) -> None:
    assert old in SOUND
    [finding] = parse(PATH, SOUND.replace(old, new, 1)).findings
    assert (finding.code, finding.line) == ("L301", line), finding
    assert shown in finding.remedy.zh
    assert shown in finding.remedy.en


def test_what_stands_above_the_text_counts() -> None:
    [finding] = parse("content/policies/x/zh.md", "id: x\ntitle：甲\nrank: law\n", above=1).findings
    assert finding.line == 3


def test_a_very_long_broken_file_is_not_read_again_and_again() -> None:
    [finding] = parse(PATH, "a: [\n" + "b: 甲\n" * 60_000).findings
    assert finding.code == "L301"


@pytest.mark.parametrize(
    "text", ["a: |-\n  甲\n  • 乙\n  -丙\n", "a: {b: 甲，乙}\n", 'a: ["甲，乙"]\n', "a: [甲（乙，丙）]\n"]
)
def test_what_is_text_is_left_alone(text: str) -> None:
    assert parse(PATH, text).findings == []
