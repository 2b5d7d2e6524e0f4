"""``check --base``: exit status and words, with real repositories."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tongchuang.cli import main

SHARED = Path(__file__).parents[1] / "check" / "shared" / "content"
SERVICE = "content/services/wages/report-wages.yaml"


@pytest.fixture
def root(tmp_path: Path, commit: Callable[[Path], str]) -> Path:
    shutil.copytree(SHARED, tmp_path / "content")
    commit(tmp_path)
    return tmp_path


def edit(root: Path, old: str, new: str) -> None:
    text = (root / SERVICE).read_text(encoding="utf-8")
    assert old in text
    (root / SERVICE).write_text(text.replace(old, new, 1), encoding="utf-8")


def check(root: Path, *arguments: str, lang: str = "en") -> int:
    return main(["check", "--project", str(root), "--as-of", "2026-11-21", "--lang", lang, *arguments])


@pytest.mark.parametrize(("lang", "words"), [("zh", "和 HEAD（"), ("en", "Compared with HEAD (")])
def test_nothing_changed_is_fine_and_says_what_it_was_compared_with(
    lang: str, words: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(root, "--base", "HEAD", lang=lang) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_unrecorded_change_is_status_1_in_the_language_asked_for(
    lang: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(root, "count: 2", "count: 1")
    assert check(root, lang=lang) == 0
    capsys.readouterr()
    assert check(root, "--base", "HEAD", lang=lang) == 1
    head, first, line, caret, remedy = capsys.readouterr().out.splitlines()
    assert SERVICE in head
    assert first.startswith(f"{SERVICE}:54:1: R415 ")
    assert bool(re.search("[一-鿿]", first)) == (lang == "zh")
    assert line.endswith("| revisions:")
    assert caret.index("^") == line.index("revisions")
    assert "id: r2" in remedy


def test_a_field_that_did_not_change_is_a_warning_and_status_0(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(
        root,
        "First written}\n",
        'First written}\n  - {id: r2, date: "2026-11-01", kind: editorial, fields: [fee], zh: 改, en: X}\n',
    )
    assert check(root, "--base", "HEAD") == 0
    assert ": R417 " in capsys.readouterr().out


def test_a_deleted_service_is_named_at_the_file_that_is_gone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / SERVICE).unlink()
    assert check(root, "--base", "HEAD") == 1
    assert f"{SERVICE}:1:1: R108 " in capsys.readouterr().out


@pytest.mark.parametrize("revision", ["no-such-branch", "--base=-x", "--base="])
@pytest.mark.parametrize(("lang", "words"), [("zh", "版本"), ("en", "evision")])
def test_a_base_that_cannot_be_read_is_status_2_and_never_no_changes(
    revision: str, lang: str, words: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [revision] if revision.startswith("--base") else ["--base", revision]
    assert check(root, *arguments, lang=lang) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert "Traceback" not in said.err
