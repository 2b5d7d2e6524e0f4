"""The handbook for editors, followed to the letter in a fresh clone; what it names is there."""

import importlib.util
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from tongchuang.check import explain
from tongchuang.cli import main
from tongchuang.project import Project

DOCS = Path(__file__).parents[2] / "docs"
AUTHOR = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
CHECK = ("--as-of", "2026-11-23", "--lang", "zh", "--base", "main")


@pytest.fixture(scope="module")
def steps() -> ModuleType:
    """What draws the handbook's pictures reads its first change by the same module."""
    spec = importlib.util.spec_from_file_location("first_change", DOCS / "pictures" / "first_change.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    importlib.import_module("sys").modules["first_change"] = module
    spec.loader.exec_module(module)
    return module


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *AUTHOR, *arguments], cwd=folder, check=True, capture_output=True)


def test_the_first_change_works_in_a_fresh_clone(
    project: Project,
    steps: ModuleType,
    tmp_path: Path,
    commit: Callable[[Path], str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    change = steps.read(DOCS / steps.HANDBOOKS["zh"])
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    for path in project.content.rglob("*.*"):
        copy = origin / path.relative_to(project.root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    git(tmp_path, "init", "-q", "-b", "main", str(origin))
    commit(origin)
    git(tmp_path, "clone", "-q", str(origin), str(clone))
    git(clone, "switch", "-q", "-c", "first-change")

    change.edit(clone)
    assert main(["check", "--project", str(clone), *CHECK]) == 1
    said = capsys.readouterr().out
    assert re.findall(r"^content/\S+: ([A-Z]\d+)", said, re.MULTILINE) == ["R415"]
    fields = re.search(r"fields: \[.*?\]", change.revision)
    assert fields
    assert fields[0] in said
    assert "kind: editorial" in said

    change.record(clone)
    assert main(["check", "--project", str(clone), *CHECK]) == 0
    assert capsys.readouterr().out == ""
    assert main(["diff", "--project", str(clone), *CHECK]) == 0
    assert change.after in capsys.readouterr().out

    commit(clone)
    git(clone, "push", "-q", "origin", "first-change")
    git(origin, "merge", "-q", "first-change")
    assert change.after in (origin / change.file).read_text(encoding="utf-8")


def test_both_handbooks_make_the_same_change(steps: ModuleType) -> None:
    zh, en = (steps.read(DOCS / name) for name in steps.HANDBOOKS.values())
    assert zh == en


@pytest.mark.parametrize("name", ["handbook.zh.md", "handbook.md"])
def test_what_the_handbook_names_is_there(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        assert (DOCS / target).is_file(), target
    codes = set(re.findall(r"\b[LSR]\d{3}\b", text))
    assert len(codes) > 15
    assert all(explain(code) for code in codes)
    commands = set(re.findall(r"tongchuang ([a-z]+)", text)) - {"explain"}
    for command in commands:
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0
