"""A change all the way: a branch, the edit, what the check and the diff say, approval, the merge, the release."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tongchuang.cli import main

SHARED = Path(__file__).parents[1] / "check" / "shared" / "content"
SERVICE, ENGLISH = ("content/services/wages/report-wages.yaml", "content/services/wages/report-wages.en.yaml")
REVISION = '  - {id: r2, date: "2026-11-20", kind: functional, fields: [keywords, steps], zh: 说清带什么, en: Says what to bring'
APPROVAL = ", approval: {posts: [分管局领导], number: 人社审〔2026〕1号, date: 2026-11-20}"
AUTHOR = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *AUTHOR, *arguments], cwd=root, check=True, capture_output=True)


def replace(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A published hub that asks for approvals, in a repository with its branch ``change``."""
    root = tmp_path / "hub"
    shutil.copytree(SHARED, root / "content")
    with (root / "content" / "hub.yaml").open("a", encoding="utf-8") as file:
        file.write(
            'prints: [card]\npublisher: 某县人社局\nbase_url: "https://hub.example.cn"\napproval_since: "2026-11-01"\n'
        )
    with (root / "content" / "hub.en.yaml").open("a", encoding="utf-8") as file:
        file.write("publisher: A county\n")
    (root / ".gitignore").write_text("/dist/\n/.cache/\n", encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main", str(root))
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "content")
    git(root, "switch", "-q", "-c", "change")
    return root


def test_a_change_is_checked_explained_approved_merged_and_in_every_output(
    hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(command: str, *arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        status = main([command, "--project", str(hub), *arguments, "--as-of", "2026-11-21", "--lang", "zh"])
        return status, capsys.readouterr().out

    replace(hub, SERVICE, "带上材料来说清楚。", "带上身份证来说清楚。")
    replace(hub, SERVICE, "keywords: [", "keywords: [工头不见了, ")
    status, said = run("check", "--base", "main")
    assert status == 1
    assert said.count(": R415 ") == 1

    replace(hub, SERVICE, "First written}\n", f"First written}}\n{REVISION}}}\n")
    replace(hub, ENGLISH, "Bring your papers and tell us.", "Bring your identity card and tell us.")
    replace(hub, ENGLISH, "of: r1", "of: r2")
    assert run("check", "--base", "main") == (0, "")
    status, said = run("diff", "--base", "main")
    assert status == 0
    assert "带上材料来说清楚。" in said
    assert "带上身份证来说清楚。" in said

    status, said = run("check", "--for-release")
    assert (status, said.count(": R422 ")) == (1, 1)
    assert run("build")[0] == 1
    assert not (hub / "dist").exists()
    replace(hub, SERVICE, "Says what to bring}", f"Says what to bring{APPROVAL}}}")
    assert run("check", "--base", "main", "--for-release") == (0, "")

    git(hub, "commit", "-q", "-a", "-m", "change")
    git(hub, "switch", "-q", "main")
    git(hub, "merge", "-q", "--no-ff", "-m", "merge", "change")
    assert run("build")[0] == 0
    release = hub / "dist" / "current"
    for lang, words in (("zh", "带上身份证来说清楚。"), ("en", "Bring your identity card and tell us.")):
        assert words in (release / lang / "services" / "report-wages" / "index.html").read_text(encoding="utf-8")
        data = (release / "api" / "v1" / lang / "services" / "report-wages.json").read_text(encoding="utf-8")
        assert words in json.dumps(json.loads(data), ensure_ascii=False)
    assert main(["search", "工头不见了", "--project", str(hub), "--limit", "1", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["results"][0]["id"] == "report-wages"
    assert main(["verify", "--project", str(hub), "--lang", "zh"]) == 0
