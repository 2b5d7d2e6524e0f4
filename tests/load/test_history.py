"""The content of a Git revision, read with the real Git and without touching a file."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tongchuang.load import load
from tongchuang.load.history import NoBase, load_at
from tongchuang.project import Project

SHARED = Path(__file__).parents[1] / "check" / "shared" / "content"
Commit = Callable[[Path], str]
TERMS = "content/glossary.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SHARED, tmp_path / "project" / "content")
    return tmp_path / "project"


def names(root: Path, revision: str) -> list[str]:
    return [term["name"] for term in load_at(Project(root), revision).sources.of("term")["glossary"].data]


def rename(root: Path) -> None:
    file = root / TERMS
    file.write_text(file.read_text(encoding="utf-8").replace("工资", "薪水"), encoding="utf-8")


def test_a_commit_holds_what_the_files_held(root: Path, commit: Commit) -> None:
    id_ = commit(root)
    base = load_at(Project(root), id_)
    assert base.commit == id_
    assert base.sources == load(Project(root))


def test_a_revision_is_read_as_it_was_and_no_file_is_touched(root: Path, commit: Commit) -> None:
    first = commit(root)
    rename(root)
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*") if ".git" not in path.parts}
    assert names(root, first) == names(root, "HEAD") == ["工资"]
    commit(root)
    assert names(root, "HEAD~1") == ["工资"]
    assert names(root, "HEAD") == ["薪水"]
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*") if ".git" not in path.parts} == before


def test_a_project_in_a_subfolder_of_the_repository_reads_its_own_content(root: Path, commit: Commit) -> None:
    shutil.copytree(root / "content", root / "other" / "deep" / "content")
    rename(root / "other" / "deep")
    commit(root)
    assert names(root / "other" / "deep", "HEAD") == ["薪水"]
    assert names(root, "HEAD") == ["工资"]


@pytest.mark.parametrize(
    "revision", ["", "-p", "--output=stolen", "no-such-branch", "HEAD~9", "HEAD\n", "HEAD;ls", "a b"]
)
def test_what_is_no_revision_is_said_in_both_languages_and_never_run(revision: str, root: Path, commit: Commit) -> None:
    commit(root)
    with pytest.raises(NoBase) as raised:
        load_at(Project(root), revision)
    assert "版本" in raised.value.message.zh
    assert "revision" in raised.value.message.en.lower()
    assert sorted(path.name for path in root.iterdir()) == [".git", "content"]


def test_a_folder_that_is_no_repository_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    with pytest.raises(NoBase, match="can't be read"):
        load_at(Project(root), "HEAD")


def test_a_revision_without_content_is_no_base(root: Path, commit: Commit) -> None:
    shutil.move(root / "content", root / "elsewhere")
    commit(root)
    shutil.move(root / "elsewhere", root / "content")
    with pytest.raises(NoBase, match="no content folder"):
        load_at(Project(root), "HEAD")


def test_without_git_it_is_said_that_nothing_was_compared(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoBase, match="not installed"):
        load_at(Project(root), "HEAD")


def test_attributes_of_the_repository_hide_and_change_nothing(root: Path, commit: Commit) -> None:
    (root / TERMS).write_text((root / TERMS).read_text("utf-8").replace("干活", "$Format:%H$"), "utf-8")
    commit(root)
    (root / ".git" / "info" / "attributes").write_text("* export-ignore export-subst text eol=crlf filter=x\n", "utf-8")
    assert load_at(Project(root), "HEAD").sources == load(Project(root))


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_in_a_revision_is_not_followed(root: Path, commit: Commit) -> None:
    (root / TERMS).unlink()
    (root / TERMS).symlink_to("/etc/passwd")
    commit(root)
    assert "glossary" not in load_at(Project(root), "HEAD").sources.of("term")


def test_called_from_a_hook_the_repository_is_still_the_projects_own(
    root: Path, tmp_path: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(root)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "file").write_text("x", "utf-8")
    commit(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", os.fspath(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", os.fspath(tmp_path / "index"))
    assert names(root, "HEAD") == ["工资"]


def test_a_broken_file_of_a_revision_is_a_finding(root: Path, commit: Commit) -> None:
    (root / TERMS).write_text("- [\n", "utf-8")
    commit(root)
    sources = load_at(Project(root), "HEAD").sources
    assert [finding.path for finding in sources.findings] == [TERMS]
    assert "glossary" not in sources.of("term")
