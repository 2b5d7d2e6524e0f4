"""A proposed change, reviewed as the pipelines do: a real repository, the script and the program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SHARED = ROOT / "tests" / "check" / "shared" / "content"
SERVICE = "content/services/wages/report-wages.yaml"
WORKFLOWS = sorted(ROOT.glob(".github/workflows/*.yml"))
AUTHOR = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")


def git(folder: Path, *arguments: str) -> str:
    clean = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *AUTHOR, *arguments], cwd=folder, env=os.environ | clean, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A hub's repository on its main branch, and a branch ``change`` to be worked on."""
    root = tmp_path / "hub"
    shutil.copytree(SHARED, root / "content")
    (root / "mkdocs.yml").write_text("site_name: ours\n")
    (root / ".gitignore").write_text("/.venv\n/review/\n")
    git(tmp_path, "init", "-q", "-b", "main", str(root))
    (root / ".venv").symlink_to(Path(sys.prefix))
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "content")
    git(root, "switch", "-q", "-c", "change")
    return root


def edit(root: Path, old: str, new: str) -> None:
    text = (root / SERVICE).read_text(encoding="utf-8")
    assert old in text
    (root / SERVICE).write_text(text.replace(old, new, 1), encoding="utf-8")


def review(root: Path) -> tuple[int, str]:
    """The exit status and the summary of the branch ``change``."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "change")
    git(root, "switch", "-q", "--detach", "main")
    done = subprocess.run([str(ROOT / "build/pipelines/review.sh"), "change", "review"], cwd=root, check=False)
    return done.returncode, (root / "review" / "summary.md").read_text(encoding="utf-8")


def test_a_good_change_is_explained_and_comes_with_its_approval_sheet(repository: Path) -> None:
    edit(repository, "summary: 老板不给工钱，可以到这里投诉。", "summary: 工钱不给，可以到这里投诉。")
    edit(
        repository,
        "review:\n  by",
        '  - {id: r2, date: "2026-11-20", kind: editorial, fields: [summary], zh: 说得更明白, en: Clearer}\nreview:\n  by',
    )
    status, summary = review(repository)
    assert status == 0, summary
    assert "工钱不给，可以到这里投诉。" in summary
    assert (repository / "review" / "approval.docx").read_bytes()[:2] == b"PK"


def test_a_bad_change_is_refused_with_its_findings_in_every_format(repository: Path) -> None:
    edit(repository, "window: rights", "window: nowhere")
    status, summary = review(repository)
    assert status == 1
    assert SERVICE in summary
    assert "nowhere" in summary
    assert "nowhere" in (repository / "review" / "github.txt").read_text(encoding="utf-8")
    assert SERVICE in (repository / "review" / "gitlab.json").read_text(encoding="utf-8")


def test_nothing_but_content_is_taken_from_a_change_and_its_links_lead_nowhere(repository: Path) -> None:
    (repository / "mkdocs.yml").write_text("hooks: [evil.py]\n")
    (repository / "evil.py").write_text("raise SystemExit\n")
    (repository / "content" / "notes.yaml").symlink_to("/etc/passwd")
    _, summary = review(repository)
    assert (repository / "mkdocs.yml").read_text() == "site_name: ours\n"
    assert not (repository / "evil.py").exists()
    assert not (repository / "content" / "notes.yaml").is_symlink()
    assert "root:" not in summary
    assert "2 more files" in summary


def test_what_the_change_deletes_is_gone_and_what_others_merged_meanwhile_stays(repository: Path) -> None:
    policies = sorted(path.name for path in (repository / "content" / "policies").iterdir())
    shutil.rmtree(repository / "content" / "policies" / policies[0])
    git(repository, "stash", "-q", "-u")
    git(repository, "switch", "-q", "main")
    edit(repository, "keywords: [老板不给钱, 讨薪, 欠薪]", "keywords: [老板不给钱, 讨薪, 欠薪, 工钱]")
    git(repository, "commit", "-q", "-a", "-m", "meanwhile")
    git(repository, "switch", "-q", "change")
    git(repository, "stash", "pop", "-q")
    review(repository)
    assert not (repository / "content" / "policies" / policies[0]).exists()
    assert "工钱]" in (repository / SERVICE).read_text(encoding="utf-8")


def test_a_change_that_can_not_be_merged_says_so(repository: Path) -> None:
    git(repository, "switch", "-q", "main")
    edit(repository, "name: 拖欠工资投诉", "name: 欠薪投诉")
    git(repository, "commit", "-q", "-a", "-m", "meanwhile")
    git(repository, "switch", "-q", "change")
    edit(repository, "name: 拖欠工资投诉", "name: 工资投诉")
    status, summary = review(repository)
    assert status == 2
    assert "不能合并" in summary
    assert "can't be merged" in summary


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-workflows", WORKFLOWS), ("vendor.gitlab-ci", [ROOT / ".gitlab-ci.yml"])],
    ids=["GitHub", "GitLab"],
)
def test_the_pipelines_are_what_their_platforms_read(schema: str, files: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, "--data-transform", "gitlab-ci"]
    done = subprocess.run([*command, *map(str, files)], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_names_others_actions_by_commit_and_asks_for_no_more_than_it_needs(file: Path) -> None:
    workflow = yaml.safe_load(file.read_text(encoding="utf-8"))
    permissions = [workflow["permissions"], *(job.get("permissions", {}) for job in workflow["jobs"].values())]
    writes = {name for granted in permissions for name, level in granted.items() if level == "write"}
    assert writes <= {"pull-requests", "pages", "id-token"}
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            name, _, commit = step.get("uses", "a@" + 40 * "0").partition("@")
            assert len(commit) == 40, name
    # Whoever may write never reads what was proposed.
    change = yaml.safe_load((ROOT / ".github/workflows/change.yml").read_text(encoding="utf-8"))["jobs"]
    assert change["review"]["permissions"] == {"contents": "read"}
    assert not any("checkout" in step.get("uses", "") for step in change["comment"]["steps"])
