"""Front matter with text, and tables: data with the way back to each line."""

from tongchuang.load import markdown, table


def test_front_matter_and_body_lead_back_to_their_lines() -> None:
    parsed, body = markdown.parse("zh.md", "---\nid: a\ndates:\n  signed: x\n---\n## 题\n\n正文\n")
    assert parsed.data == {"id": "a", "dates": {"signed": "x"}}
    assert body == "## 题\n\n正文\n"
    assert parsed.locate(("dates", "signed")) == (4, 3)
    assert parsed.locate(("body", 0)) == (6, 1)
    assert parsed.locate(("body", 2)) == (8, 1)


def test_a_rule_in_the_body_does_not_end_the_front_matter() -> None:
    assert markdown.parse("zh.md", "---\nid: a\n---\n一\n---\n二\n")[1] == "一\n---\n二\n"


def test_an_error_in_front_matter_is_at_the_line_of_the_file() -> None:
    parsed, _ = markdown.parse("zh.md", "---\nid: a\nid: b\n---\n")
    assert [(found.code, found.line) for found in parsed.findings] == [("L302", 3)]


def test_a_table_is_rows_by_column_with_their_lines() -> None:
    parsed = table.parse("a.csv", 'code,name\n1,"甲,\n乙"\n\n2,丙\n')
    assert parsed.data == [{"code": "1", "name": "甲,\n乙"}, {"code": "2", "name": "丙"}]
    assert parsed.locate((0,)) == (2, 1)
    assert parsed.locate((1, "name")) == (5, 1)


def test_a_row_of_the_wrong_length_is_a_finding_and_the_others_are_read() -> None:
    parsed = table.parse("a.csv", "code,name\n1,甲,x\n2\n3,丙\n")
    assert [(found.code, found.line) for found in parsed.findings] == [("L502", 2), ("L502", 3)]
    assert [row["code"] for row in parsed.data] == ["3"]


def test_a_quote_that_never_closes_is_named_at_its_row() -> None:
    parsed = table.parse("a.csv", 'code,name\n1,甲\n2,"乙\n3,丙\n')
    assert [(found.code, found.line) for found in parsed.findings] == [("L503", 3)]
    assert not parsed.whole


def test_a_header_with_the_same_or_no_name_is_a_finding() -> None:
    for header in ("code,code", "code,", ""):
        assert [found.code for found in table.parse("a.csv", f"{header}\n1,2\n").findings] == ["L501"]
    assert [found.code for found in table.parse("a.csv", "").findings] == ["L501"]
