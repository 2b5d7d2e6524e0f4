"""What ``check`` found, in each format: for a terminal, a pull request, and the tools of GitHub and GitLab."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from tongchuang import schemas
from tongchuang.editorial.messages import FORMATS, written
from tongchuang.editorial.messages.github import MOST, SUMMARY_BYTES, step_summary
from tongchuang.editorial.messages.quoted import Quoted
from tongchuang.editorial.messages.report import Report
from tongchuang.model.finding import Bilingual, Finding, Severity

A, B = "content/services/wages/a.yaml", "content/services/wages/b.yaml"
FILES = {
    A: "id: a\nname: 名称,错\nfee:\n  free: 'yes'\n",
    B: "id: b\nname: 对的\nfee:\n  free: true\n  note: 不收钱\n",
}
# The report format of GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": "^(\\./|/)"}},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer"}}},
                },
            },
        },
    },
}
# https://docs.github.com/actions/reference/workflow-commands-for-github-actions
COMMAND = re.compile(r"::(error|warning|notice) file=[^:,]+,line=\d+,col=\d+,title=[^:,]+::[^\r\n]+")


def finding(
    path: str, line: int, column: int = 1, severity: Severity = "error", code: str = "S106", said: str = ""
) -> Finding:
    return Finding(
        path, line, column, code, severity, Bilingual(f"错了{said}。", f"Wrong{said}."), Bilingual("改。", "Mend.")
    )


def report(*findings: Finding, lang: str = "zh", files: Mapping[str, str] = FILES) -> Report:
    return Report(findings, Quoted(files.get, files, findings), lang)


def validator(name: str) -> Any:
    schema = json.loads((schemas.FOLDER / "output" / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema_rs.meta.validate(schema)
    return jsonschema_rs.validator_for(schema, validate_formats=True)


def test_there_are_five_formats() -> None:
    assert FORMATS == ("github", "gitlab", "json", "markdown", "text")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format_says_what_is_wrong_and_what_to_do_in_the_language(form: str, lang: str) -> None:
    said = written(report(finding(A, 4, 3), lang=lang), form)
    for zh, en in (("错了。", "Wrong."), ("改。", "Mend.")):
        assert (zh if lang == "zh" else en) in said


def test_the_file_with_most_errors_comes_first_and_in_it_the_errors() -> None:
    found = [finding(A, 1), finding(B, 1, severity="warning"), finding(B, 3), finding(B, 4)]
    lines = [line for line in written(report(*found), "text").splitlines() if re.match(r"content/.*:\d+:\d+: ", line)]
    assert [line.split(": ")[0] for line in lines] == [f"{B}:3:1", f"{B}:4:1", f"{B}:1:1", f"{A}:1:1"]


def test_the_caret_stands_below_the_column_of_wide_characters_too() -> None:
    _, _, line, caret, *_ = written(report(finding(A, 2, 9)), "text").splitlines()
    assert line == "    2 | name: 名称,错"
    assert caret == "      | " + " " * len("name: ") + " " * 4 + "^"


def test_of_a_long_line_the_part_around_the_column_is_shown() -> None:
    text = f"name: {'长' * 60}x{'长' * 60}\n"
    _, _, line, caret, *_ = written(report(finding(A, 1, 67), files={A: text}), "text").splitlines()
    shown, marks = line.split("| ")[1], caret.split("| ")[1]
    assert shown[0] == shown[-1] == "…"
    wide = 1 + 2 * (shown.index("x") - 1)
    assert marks.index("^") == wide


def test_what_would_move_or_colour_a_terminal_is_not_shown() -> None:
    said = written(report(finding(A, 1), files={A: "name: \x1b[31m红\x07\n"}), "text")
    assert "\x1b" not in said
    assert "\x07" not in said


def test_an_example_is_the_same_key_of_a_file_without_a_finding() -> None:
    said = written(report(finding(A, 3)), "text")
    assert said.endswith(f"    例 {B}:3\n      fee:\n        free: true\n        note: 不收钱\n")


def test_a_rule_gives_no_example_of_another_record() -> None:
    assert "例" not in written(report(finding(A, 3, code="R203")), "text")


def test_a_file_that_is_not_there_has_no_snippet() -> None:
    assert len(written(report(finding("content/services/x/gone.yaml", 1)), "text").splitlines()) == 3


def test_json_is_as_its_schema_says() -> None:
    found = [
        finding(A, 3),
        finding(A, 1, code="R203", severity="advice"),
        finding("content/gone.yaml", 9, severity="warning"),
    ]
    data = json.loads(written(report(*found), "json"))
    assert list(validator("check").iter_errors(data)) == []
    assert (data["errors"], data["warnings"], data["advice"]) == (1, 1, 1)
    assert not validator("check").is_valid({**data, "errors": "1"})


def test_content_can_neither_write_markup_nor_call_people_in_markdown() -> None:
    evil = "<img src=x> [x](http://e) @boss `a` | *b*"
    said = written(report(finding(A, 1, said=evil), files={A: "````````\n"}), "markdown")
    outside = re.sub(r"^  `{8}yaml\n.*?^  `{8}$", "", said, flags=re.DOTALL | re.MULTILINE)
    assert "<img" not in outside
    assert "@boss" not in outside
    assert "[x](" not in outside
    assert said.count("````````") == 2


def test_github_gets_the_ten_worst_of_each_kind_and_all_in_the_summary() -> None:
    errors = [finding(A, n + 1, said=f" E{n:02}") for n in range(13)]
    warnings = [finding(B, n + 1, severity="warning", said=f" W{n:02}") for n in range(12)]
    everything = report(*warnings, *errors, finding(B, 1, severity="advice"))
    lines = written(everything, "github").splitlines()
    assert all(COMMAND.fullmatch(line) for line in lines), lines
    kinds = [line.split()[0] for line in lines]
    assert kinds == ["::error"] * MOST + ["::warning"] * MOST + ["::notice"]
    summary = step_summary(everything)
    assert all(f"{letter}{n:02}" in summary for letter, most in (("E", 13), ("W", 12)) for n in range(most))


def test_github_takes_what_its_commands_would_take_for_their_own_marks() -> None:
    odd = finding("content/a,b:c.yaml", 1, said="\n::error::100%")
    (line,) = written(report(odd), "github").splitlines()
    assert COMMAND.fullmatch(line)
    assert "file=content/a%2Cb%3Ac.yaml," in line
    assert "%0A::error::100%25" in line


def test_a_summary_that_github_would_refuse_says_how_many_did_not_fit() -> None:
    many = report(*(finding(A, n + 1, said="长" * 300) for n in range(3000)), files={})
    summary = step_summary(many)
    assert len(summary.encode()) <= SUMMARY_BYTES
    shown = summary.count("**错误 S106**")
    assert f"还有 {3000 - shown} 个放不下" in summary


def test_gitlab_gets_a_code_quality_report_with_a_fingerprint_for_each_finding() -> None:
    same = [finding(A, 1), finding(A, 2), finding(A, 3, severity="warning"), finding(B, 1, severity="advice")]
    data = json.loads(written(report(*same), "gitlab"))
    assert list(jsonschema_rs.validator_for(CODE_QUALITY).iter_errors(data)) == []
    assert len({one["fingerprint"] for one in data}) == 4
    moved = json.loads(written(report(*(finding(f.path, f.line + 7, severity=f.severity) for f in same)), "gitlab"))
    assert [one["fingerprint"] for one in moved] == [one["fingerprint"] for one in data]


def test_nothing_found_is_an_empty_report_in_every_format() -> None:
    assert written(report(), "text") == written(report(), "github") == ""
    assert json.loads(written(report(), "gitlab")) == []
    assert json.loads(written(report(), "json"))["findings"] == []
    assert "没有发现问题" in written(report(), "markdown")


def test_the_schemas_of_outputs_lie_apart_from_those_of_content() -> None:
    assert {file.stem for file in Path(schemas.FOLDER / "output").glob("*.json")} == {"check", "diff", "print-index"}
