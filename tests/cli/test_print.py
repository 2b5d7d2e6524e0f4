"""``tongchuang print``: what it refuses, and what it takes away of an earlier run."""

import csv
import io
import json
from pathlib import Path

import pytest
from tongchuang.cli import main
from tongchuang.cli.print import _printed_before

PROJECT = Path(__file__).parents[2]
OFFICE = "441602001"


@pytest.mark.parametrize(
    ("how", "format"),
    [("board", "csv"), ("--all", "png"), ("--pack", "jpg"), ("--due", "pdf")],
    ids=lambda value: value.strip("-"),
)
def test_a_format_that_is_not_to_be_had_is_refused_at_once(
    how: str, format: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["print", how, "--place", OFFICE, "--format", format, "--lang", "zh"]) == 2
    assert f"--format {format}" in capsys.readouterr().err


def test_only_one_thing_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["print", "--all", "--due"])
    assert "--due" in capsys.readouterr().err


@pytest.mark.parametrize("listed", ["", "[1]", "{}", '[{"size": "A4"}]', '[{"path": "../../kept.pdf"}]'])
def test_a_list_that_is_not_ours_takes_nothing_away(listed: str, tmp_path: Path) -> None:
    (tmp_path / "print").mkdir()
    (tmp_path / "print" / "index.json").write_text(listed)
    assert _printed_before(tmp_path) == set()


def test_what_an_earlier_run_has_listed_is_known(tmp_path: Path) -> None:
    (tmp_path / "print").mkdir()
    (tmp_path / "print" / "index.json").write_text(json.dumps([{"path": "print/board/1.A4.zh.pdf"}]))
    assert _printed_before(tmp_path) == {"print/board/1.A4.zh.pdf"}


def test_the_list_of_sheets_to_replace_opens_in_a_spreadsheet(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--due", "--since", "2026-01-01", "--place", OFFICE, "--format", "csv"]
    assert main(["print", *asked, "--project", str(PROJECT), "--as-of", "2026-11-21"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("\ufeff")
    heading, *rows = csv.reader(io.StringIO(said.removeprefix("\ufeff")))
    assert heading[0] == "区划代码"
    assert rows
    assert {row[0] for row in rows} == {OFFICE}
