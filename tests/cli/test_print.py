"""``tongchuang print``: what it refuses, and the list of sheets to replace."""

import csv
import io
from pathlib import Path

import pypdfium2
import pytest
from tongchuang.cli import main

PROJECT = Path(__file__).parents[2]
OFFICE = "441602001"


@pytest.mark.parametrize(
    ("how", "format"),
    [("board", "csv"), ("--all", "png"), ("--pack", "jpg"), ("--due", "png")],
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


def test_the_list_of_sheets_to_replace_can_be_taken_to_the_wall(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--due", "--since", "2026-01-01", "--place", OFFICE, "--project", str(PROJECT), "--as-of", "2026-11-21"]
    paper = tmp_path / "due.pdf"
    assert main(["print", *asked, "--format", "pdf", "--output", str(paper)]) == 0
    with pypdfium2.PdfDocument(paper) as pdf:
        found = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    capsys.readouterr()
    assert main(["print", *asked, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out.removeprefix("\ufeff"))))
    assert rows
    assert all(row["新版本"] in found for row in rows)
    assert all(words in found for words in ("换好了", "换的人签名", f"要换{len(rows)}张"))


def test_no_list_is_written_where_nothing_is_to_be_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--due", "--since", "2030-01-01", "--place", OFFICE, "--project", str(PROJECT), "--as-of", "2026-11-21"]
    assert main(["print", *asked, "--format", "pdf", "--output", str(tmp_path / "due.pdf"), "--lang", "zh"]) == 0
    assert capsys.readouterr().out == "要换 0 张。\n"
    assert not list(tmp_path.iterdir())


def test_the_list_of_sheets_to_replace_opens_in_a_spreadsheet(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--due", "--since", "2026-01-01", "--place", OFFICE, "--format", "csv"]
    assert main(["print", *asked, "--project", str(PROJECT), "--as-of", "2026-11-21"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("\ufeff")
    heading, *rows = csv.reader(io.StringIO(said.removeprefix("\ufeff")))
    assert heading[0] == "区划代码"
    assert rows
    assert {row[0] for row in rows} == {OFFICE}


@pytest.mark.parametrize("way", [["--tile", "A4"], ["--impose", "booklet"], ["--bleed"]], ids=lambda way: way[0])
@pytest.mark.parametrize("what", ["--all", "--pack", "--due"])
def test_only_a_single_sheet_is_cut_up_put_together_or_given_bleed(
    what: str, way: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["print", what, "--place", OFFICE, *way, "--lang", "zh"]) == 2
    assert way[0] in capsys.readouterr().err


def test_a_word_file_is_made_of_a_service_alone(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["print", "board", "--place", OFFICE, "--format", "docx", "--project", str(PROJECT)]
    assert main([*asked, "--lang", "zh", "--as-of", "2026-11-21"]) == 2
    assert "guide" in capsys.readouterr().err


def test_a_text_to_paste_opens_on_an_old_computer(tmp_path: Path) -> None:
    file = tmp_path / "notice.txt"
    asked = ["print", "notice", "--service", "job-matching", "--format", "txt", "--output", str(file)]
    assert main([*asked, "--project", str(PROJECT), "--as-of", "2026-11-21"]) == 0
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert "一次性告知单" in data.decode()
