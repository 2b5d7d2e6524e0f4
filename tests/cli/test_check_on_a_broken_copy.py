"""A copy of the project with one thing broken: one finding at the right line, in both languages."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tongchuang.cli import main
from tongchuang.project import Project

PERMIT = "content/services/residence-hukou/residence-permit-apply.yaml"
POLICY = "content/policies/heyuan-2011/zh.md"
LOCAL = "content/local/441602/residence-permit-apply.yaml"
Break = Callable[[Path], tuple[str, int]]


@pytest.fixture
def copy(project: Project, tmp_path: Path) -> Path:
    shutil.copytree(project.content, tmp_path / "content")
    return tmp_path


def line_of(text: str, pattern: str) -> int:
    found = re.search(pattern, text, re.MULTILINE)
    assert found, pattern
    return text.count("\n", 0, found.start()) + 1


def edited(root: Path, path: str, pattern: str, replacement: str) -> tuple[str, int]:
    file = root / path
    text = file.read_text(encoding="utf-8")
    line = line_of(text, pattern)
    file.write_text(re.sub(pattern, replacement, text, count=1, flags=re.MULTILINE), encoding="utf-8")
    return path, line


def appended(root: Path, path: str, text: str) -> tuple[str, int]:
    file = root / path
    before = file.read_text(encoding="utf-8")
    file.write_text(before + text, encoding="utf-8")
    return path, before.count("\n") + 1


def local(root: Path, text: str, line: int) -> tuple[str, int]:
    file = root / LOCAL
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return LOCAL, line


def duplicate_id(root: Path) -> tuple[str, int]:
    target = root / "content" / "services" / "employment" / "residence-permit-apply.yaml"
    shutil.copy(root / PERMIT, target)
    text = target.read_text(encoding="utf-8").replace("category: residence-hukou", "category: employment")
    target.write_text(text, encoding="utf-8")
    return "residence-permit-apply.yaml", 1


BROKEN: dict[str, Break] = {
    "a wrong key": lambda root: edited(root, PERMIT, r"^summary:", "sumary:"),
    "a duplicate key": lambda root: appended(root, PERMIT, "window: other\n"),
    "a tab": lambda root: edited(root, PERMIT, r"^  lead:", "\tlead:"),
    "a material added locally": lambda root: local(root, "base: r1\nmaterials:\n  extra-paper: {copies: 1}\n", 3),
    "a promised time longer than the statutory one": lambda root: local(
        root, "base: r1\ntime:\n  promised: {value: 20, unit: calendar-days}\n", 3
    ),
    "a dangling reference": lambda root: edited(root, PERMIT, r"^category: .*$", "category: no-such-category"),
    "a duplicate id": duplicate_id,
    "a script in a policy": lambda root: appended(root, POLICY, "\n<script>alert(1)</script>\n"),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_named_at_its_line(
    name: str, lang: str, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, line = BROKEN[name](copy)
    if name == "a script in a policy":
        line += 1
    assert main(["check", "--project", str(copy), "--as-of", "2026-11-21", "--lang", lang]) == 1
    out = capsys.readouterr().out
    assert re.search(rf"^\S*{re.escape(path)}:{line}:\d+: [A-Z]\d+ \S", out, re.MULTILINE), out
    messages = [text for text in out.splitlines() if f":{line}:" in text]
    for text in messages:
        words = re.sub(r"[“\"].*?[”\"]", "", text)
        assert bool(re.search("[一-鿿]", words)) == (lang == "zh"), words
    assert "Traceback" not in out


def test_all_findings_come_in_one_run(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = []
    for name in ("a dangling reference", "a material added locally", "a script in a policy"):
        wanted.append(BROKEN[name](copy)[0])
    assert main(["check", "--project", str(copy), "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert all(path in out for path in wanted)


def test_the_content_itself_has_no_errors_and_no_warnings(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", str(project.root), "--lang", "en"]) == 0
    assert capsys.readouterr().out == ""


def test_a_place_may_add_one_everyday_word(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    local(copy, "base: r1\nkeywords:\n  - 河源居住证\n", 3)
    (copy / LOCAL).with_suffix(".en.yaml").write_text("keywords:\n  - Heyuan permit\n", encoding="utf-8")
    assert main(["check", "--project", str(copy), "--as-of", "2026-11-21", "--lang", "en"]) == 0
    assert capsys.readouterr().out == ""
