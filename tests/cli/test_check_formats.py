"""``check --format``: what reaches the tools of a pull request, and what never does."""

import json
import shutil
from pathlib import Path

import pytest
from tongchuang.cli import main

SHARED = Path(__file__).parents[1] / "check" / "shared" / "content"
SERVICE = "content/services/wages/report-wages.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SHARED, tmp_path / "content")
    text = (tmp_path / SERVICE).read_text(encoding="utf-8")
    (tmp_path / SERVICE).write_text(text.replace("window: rights", "window: wrong"), encoding="utf-8")
    return tmp_path


def check(root: Path, form: str) -> int:
    return main(["check", "--project", str(root), "--as-of", "2026-11-21", "--lang", "en", "--format", form])


def test_github_gets_annotations_and_the_step_its_summary(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert check(root, "github") == 1
    assert capsys.readouterr().out.startswith(f"::error file={SERVICE},line=10,col=1,title=R104 error::")
    said = summary.read_text(encoding="utf-8")
    assert said.startswith("before\n## Content check\n")
    assert "R104" in said


def test_gitlab_gets_one_report(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(root, "gitlab") == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert found["location"] == {"path": SERVICE, "lines": {"begin": 10}}


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_link_out_of_the_project_is_not_quoted(
    form: str, root: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path_factory.mktemp("outside") / "secret.yaml"
    secret.write_text("name: 机密\n", encoding="utf-8")
    (root / "content" / "services" / "wages" / "link.yaml").symlink_to(secret)
    assert check(root, form) == 1
    said = capsys.readouterr().out
    assert "link.yaml" in said
    assert "机密" not in said
