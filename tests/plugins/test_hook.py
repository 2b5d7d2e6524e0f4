import os
import shutil
import subprocess
import sys

import pytest


@pytest.fixture
def copy(project, tmp_path):
    """A copy of the content with the software's own configuration beside it."""
    root = tmp_path / "copy"
    shutil.copytree(project.content, root / "content")
    for name in ("build", "plugins", "schemas"):
        (root / name).symlink_to(project.root / name)
    shutil.copy(project.root / "mkdocs.yml", root)
    return root


def _build(project, root, out, **environment):
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-d", str(out)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(project.root / "build"), "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_content_with_an_error_stops_the_build_with_the_finding(project, copy, tmp_path):
    file = copy / "content/services/residence-hukou/residence-permit-apply.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("visits:", "visitz:"), encoding="utf-8")
    run = _build(project, copy, tmp_path / "out")
    assert run.returncode == 1
    assert "content/services/residence-hukou/residence-permit-apply.yaml:" in run.stderr
    assert "visitz" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "out").exists()


def test_a_day_that_is_none_is_named(project, copy, tmp_path):
    run = _build(project, copy, tmp_path / "out", TONGCHUANG_AS_OF="tomorrow")
    assert run.returncode == 1
    assert "write it like 2026-01-31" in run.stderr
    assert "Traceback" not in run.stderr
