"""Bytes to text: what can hide in a file is found at its place."""

import pytest
from tongchuang.load.text import decode


def codes(raw: bytes) -> list[tuple[str, int, int]]:
    return [(found.code, found.line, found.column) for found in decode("a.yaml", raw)[1]]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("名: 甲\n名: 乙".encode("gbk"), ("L201", 1, 1)),
        ("a: 甲".encode("utf-16"), ("L201", 1, 1)),
        ("甲\n乙".encode() + b"\xff", ("L201", 2, 2)),
        (b"\xed\xa0\x80", ("L201", 1, 1)),
        (b"\xef\xbb\xbfa: 1\n", ("L202", 1, 1)),
        (b"a: 1\nb: \x00\n", ("L203", 2, 4)),
        (b"a: \x1b[31m\n", ("L203", 1, 4)),
        ("a: 甲\u200b乙\n".encode(), ("L203", 1, 5)),
        ("a: 甲\xa0乙\n".encode(), ("L203", 1, 5)),
        ("a: 甲\xad乙\n".encode(), ("L203", 1, 5)),
        ("a: 甲\ue000乙\n".encode(), ("L203", 1, 5)),
        ("a: 甲\u200d乙\n".encode(), ("L203", 1, 5)),
        ("a: 甲😀\n".encode(), ("L203", 1, 5)),
        ("a:\n\u3000b: 1\n".encode(), ("L203", 2, 1)),
        (b"\n<!DOCTYPE HTML>", ("L206", 1, 1)),
        (b"a\x00:\x00 \x001\x00", ("L201", 1, 1)),
        ("a: 甲\u202e乙\n".encode(), ("L204", 1, 5)),
        ("a: \u2066x\n".encode(), ("L204", 1, 4)),
        (b"a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> main\n", ("L205", 2, 1)),
        (b"a: 1\n=======\n", ("L205", 2, 1)),
    ],
)
def test_what_hides_in_a_file_is_a_finding_at_its_place(raw: bytes, expected: tuple[str, int, int]) -> None:
    assert codes(raw) == [expected]


def test_a_byte_order_mark_is_skipped() -> None:
    assert decode("a.csv", b"\xef\xbb\xbfcode,name\n")[0] == "code,name\n"


def test_windows_line_ends_read_like_others_and_are_named_once_where_no_spreadsheet_writes_them() -> None:
    text, found = decode("a.yaml", b"a: 1\r\nb: 2\rc: 3\n")
    assert text == "a: 1\nb: 2\nc: 3\n"
    assert [(f.code, f.severity, f.line, f.column) for f in found] == [("L207", "warning", 1, 1)]
    assert decode("a.csv", b"code,name\r\n") == ("code,name\n", [])
    assert [f.code for f in decode("a.csv", b"code,name\r1,a\r")[1]] == ["L207"]


def test_a_setext_heading_is_no_conflict() -> None:
    assert codes("标题\n========\n\n小标题\n------\n".encode()) == []


@pytest.mark.parametrize("text", ["a: 甲　乙", "a: \u0633\u200c\u0646", "a: ☎ ① ℃ … —— 〇", "a: 𠮷"])
def test_spaces_between_chinese_and_signs_that_print_are_fine(text: str) -> None:
    assert codes(text.encode()) == []


def test_how_many_there_are_is_said_once() -> None:
    [finding] = decode("a.yaml", "a: 甲\xa0乙\nb: \xa0丙\n".encode())[1]
    assert "2" in finding.message.zh
    assert "2" in finding.message.en
