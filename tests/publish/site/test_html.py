"""Every page is valid HTML, by the Nu Html Checker."""

import json
import subprocess
from pathlib import Path


def _said(checker: Path, *pages: Path) -> list[str]:
    """The errors and warnings of pages or folders of them."""
    # A file has no origin: 'self' in a page's policy, which browsers' tests hold, would allow it nothing.
    options = ("--format", "json", "--skip-non-html", "--filterpattern", ".*Content Security Policy.*")
    command = ["java", "-Xss4m", "-jar", checker, *options, *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    return [f"{m.get('url', '')}:{m.get('lastLine', '')} {m['message']}" for m in messages]


def test_every_page_is_valid(folder, model_folder, project):
    checker = project.root / ".cache" / "checkers" / "vnu.jar"
    ours = [page for page in model_folder.rglob("*.html") if _other(page, folder / page.relative_to(model_folder))]
    assert ours
    assert _said(checker, folder, *ours) == []


def _other(page: Path, real: Path) -> bool:
    return not real.exists() or real.read_bytes() != page.read_bytes()


def test_the_checker_sees_what_is_wrong(project, tmp_path):
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>A page</title><p id="a"><p id="a"><b><i></b></i>')
    assert len(_said(project.root / ".cache" / "checkers" / "vnu.jar", page)) > 1
