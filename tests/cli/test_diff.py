"""``diff --base``: exit status and words, with real repositories."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tongchuang.cli import main

SHARED = Path(__file__).parents[1] / "check" / "shared" / "content"
SERVICE = "content/services/wages/report-wages.yaml"
R1 = '  - {id: r1, date: "2026-01-01", kind: functional, zh: 首次编写, en: First written}\n'
R2 = '  - {id: r2, date: "2027-01-01", kind: functional, fields: [time], zh: 更快, en: Quicker}\n'


@pytest.fixture
def root(tmp_path: Path, commit: Callable[[Path], str]) -> Path:
    shutil.copytree(SHARED, tmp_path / "content")
    with (tmp_path / "content" / "hub.yaml").open("a", encoding="utf-8") as hub:
        hub.write("prints: [notice]\n")
    for path, entry in (
        ("departments.yaml", "- {id: peoples-government, name: 人民政府, summary: 什么都可以问。}\n"),
        ("departments.en.yaml", "peoples-government: {name: The government, summary: Ask anything.}\n"),
        (
            "hotlines.yaml",
            '- {id: any, number: "12345", name: 政务热线, summary: 都可以问。, department: peoples-government}\n',
        ),
        ("hotlines.en.yaml", "any: {name: Government hotline, summary: Ask anything.}\n"),
    ):
        with (tmp_path / "content" / path).open("a", encoding="utf-8") as file:
            file.write(entry)
    commit(tmp_path)
    return tmp_path


def edit(root: Path, *edits: tuple[str, str]) -> None:
    text = (root / SERVICE).read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    (root / SERVICE).write_text(text, encoding="utf-8")


def diff(root: Path, *arguments: str) -> int:
    return main(["diff", "--project", str(root), "--as-of", "2026-11-21", *arguments])


def test_markdown_is_chinese_above_english_and_one_of_them_if_asked(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(root, ("promised: {value: 30", "promised: {value: 10"), (R1, R1 + R2))
    assert diff(root, "--base", "HEAD") == 0
    both = capsys.readouterr().out
    assert both.index("30个工作日") < both.index("30 working days")
    assert "2027年1月1日起，1 个窗口，英文译文没有跟上" in both
    assert "from 1 January 2027, at 1 window, English now out of date" in both
    assert diff(root, "--base", "HEAD", "--lang", "en") == 0
    assert "30个工作日" not in capsys.readouterr().out


def test_json_and_the_approval_sheet_can_be_written_to_a_file(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(root, ("promised: {value: 30", "promised: {value: 10"), (R1, R1 + R2))
    for form in ("json", "docx"):
        assert diff(root, "--base", "HEAD", "--format", form, "--output", str(tmp_path / f"out.{form}")) == 0
    assert capsys.readouterr().out == ""
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["changes"][0]["id"] == "report-wages"
    assert (tmp_path / "out.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("revision", ["no-such-branch", "-x", ""])
@pytest.mark.parametrize(("lang", "words"), [("zh", "版本"), ("en", "evision")])
def test_a_base_that_cannot_be_read_is_status_2_and_never_no_changes(
    revision: str, lang: str, words: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diff(root, f"--base={revision}", "--lang", lang) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(("lang", "words"), [("zh", "不等于没有改动"), ("en", "does not mean that nothing changed")])
def test_a_base_with_a_broken_file_is_status_2_with_its_place(
    lang: str, words: str, root: Path, commit: Callable[[Path], str], capsys: pytest.CaptureFixture[str]
) -> None:
    sound = (root / SERVICE).read_text(encoding="utf-8")
    (root / SERVICE).write_text("id: [x\n", encoding="utf-8")
    commit(root)
    (root / SERVICE).write_text(sound, encoding="utf-8")
    assert diff(root, "--base", "HEAD", "--lang", lang) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert f"{SERVICE}:" in said.err


def test_a_folder_without_a_repository_is_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(SHARED, tmp_path / "content")
    assert diff(tmp_path, "--base", "HEAD") == 2
    assert capsys.readouterr().out == ""


def test_content_with_errors_is_status_1_with_the_errors(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(root, ("window: rights", "window: wrong"))
    assert diff(root, "--base", "HEAD", "--lang", "en") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{SERVICE}:" in said.err


@pytest.mark.parametrize("arguments", [("--format", "docx"), ("--with", "tests/demo")])
def test_what_cannot_be_done_is_status_2_with_what_to_do(
    arguments: tuple[str, ...], root: Path, project_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = [str(project_root / part) if part == "tests/demo" else part for part in arguments]
    assert diff(root, "--base", "HEAD", *told, "--lang", "en") == 2
    assert ("--output" if "docx" in told else "--with") in capsys.readouterr().err


@pytest.fixture
def project_root() -> Path:
    return Path(__file__).parents[2]
