"""YAML: what is typed, what stays text, and what is refused, each at its line."""

from pathlib import Path

import pytest
from tongchuang.load.yaml import _NOT_SOUND, _sound, _with_positions, parse


def findings(text: str) -> list[tuple[str, int, int]]:
    return [(found.code, found.line, found.column) for found in parse("a.yaml", text).findings]


@pytest.mark.parametrize(
    "written",
    ["NO", "yes", "on", "012", "0101", "22:22", "12:30:45", "1.10", "1e3", ".nan", "~", "True", "NULL", "2026-01-31",
     "2024-02-30", "0x1F", "0o17", "1_000", "+1", "=", "-", "9" * 19],
)  # fmt: skip
def test_what_yaml_would_turn_into_something_else_stays_text(written: str) -> None:
    if written != "-":
        assert parse("a.yaml", f"key: {written}\n").data == {"key": written}
    assert parse("a.yaml", f"{written}x: 1\n").data == {f"{written}x": 1}


def test_only_true_false_null_and_whole_numbers_are_typed() -> None:
    data = parse("a.yaml", "a: true\nb: false\nc: null\nd:\ne: 12\nf: -3\ng: 0\nh: '12'\ni: \"true\"\n").data
    assert data == {"a": True, "b": False, "c": None, "d": None, "e": 12, "f": -3, "g": 0, "h": "12", "i": "true"}


def test_a_key_is_always_text() -> None:
    assert parse("a.yaml", "12333: a\non: b\ntrue: c\n").data == {"12333": "a", "on": "b", "true": "c"}


def test_a_duplicate_key_is_a_finding_at_its_line_and_the_first_counts() -> None:
    parsed = parse("a.yaml", "name: 一\nwindow: w\n\nname: 二\n")
    assert [(f.code, f.line, f.column) for f in parsed.findings] == [("L302", 4, 1)]
    assert "第 1 行" in parsed.findings[0].message.zh
    assert parsed.data == {"name": "一", "window": "w"}
    assert parsed.whole


def test_every_duplicate_is_named_at_every_level() -> None:
    assert findings("a:\n  - {b: 1, b: 2}\n  - b: 1\n    b: [2]\n    b: {c: 3}\n") == [
        ("L302", 2, 12),
        ("L302", 4, 5),
        ("L302", 5, 5),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: &x text\n", ("L303", 2, 4)),
        ("a: &x 1\nb: *x\n", ("L304", 2, 4)),
        ("a: !!python/object:os.system x\n", ("L305", 1, 4)),
        ("a: ! x\n", ("L305", 1, 4)),
        ("a:\n  <<: {b: 1}\n", ("L306", 2, 3)),
        ("a: 1\n---\nb: 2\n", ("L307", 2, 1)),
        ("? [a, b]\n: 1\n", ("L308", 1, 3)),
        ('a:\n  "": 1\n', ("L308", 2, 3)),
        ("a:\n\tb: 1\n", ("L311", 2, 1)),
        ("a:\n  \t b: 1\n", ("L311", 2, 3)),
        ("a: 说: 明\n", ("L301", 1, 5)),
        ('a: "x\n', ("L301", 1, 4)),
        ("a: [1, 2\nb: 3\n", ("L301", 1, 9)),
        ("a: %x\n", ("L301", 1, 4)),
    ],
)
def test_what_content_does_not_use_is_a_finding_at_its_place(text: str, expected: tuple[str, int, int]) -> None:
    assert expected in findings(text)


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000])
def test_depth_is_bounded(text: str) -> None:
    parsed = parse("a.yaml", text)
    assert not parsed.whole
    assert {finding.code for finding in parsed.findings} <= {"L301", "L308", "L309"}


def test_aliases_can_not_multiply_content() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert not parse("a.yaml", bomb).whole


def test_positions_lead_to_the_key_or_the_list_entry() -> None:
    parsed = parse("a.yaml", "名: 甲\nlist:\n  - id: x\n    when: {q: [a, b]}\n  - y\n", above=1)
    assert parsed.locate(("名",)) == (2, 1)
    assert parsed.locate(("list", 0)) == (4, 5)
    assert parsed.locate(("list", 0, "when", "q", 1)) == (5, 19)
    assert parsed.locate(("list", 1)) == (6, 5)


def test_the_position_of_what_is_missing_is_that_of_its_parent() -> None:
    parsed = parse("a.yaml", "a:\n  b: 1\n")
    assert parsed.locate(("a", "c", "d")) == (1, 1)
    assert parsed.locate(("x",)) == (1, 1)


TESTS = Path(__file__).resolve().parents[1]
FILES = [*(TESTS.parent / "content").rglob("*.yaml"), *(TESTS / "check").rglob("*.yaml")]


def test_reading_without_positions_gives_the_same_data_and_never_hides_a_finding() -> None:
    sound = 0
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        slow, fast = _with_positions("a.yaml", text, 0), _sound(text)
        assert (fast is not _NOT_SOUND) == (slow.findings == []), file
        if fast is not _NOT_SOUND:
            sound += 1
            assert fast == slow.data, file
            assert parse("a.yaml", text).locate(("revisions",)) == slow.locate(("revisions",))
    assert sound > 100


@pytest.mark.parametrize(
    "text", ["", "#\n", "---\n", "a", "- 1\n- {b: [c, {d: e}]}\n- []\n", "a: {}\nb:\n", "--- 1\n...\n"]
)
def test_odd_but_sound_texts_are_read_alike(text: str) -> None:
    assert _sound(text) == _with_positions("a.yaml", text, 0).data
