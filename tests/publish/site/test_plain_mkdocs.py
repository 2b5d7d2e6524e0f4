import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_plain_mkdocs_and_its_successor_give_the_same_bytes(built, project, catalogue, tmp_path, builder):
    environment = {
        **os.environ,
        "PYTHONPATH": str(project.root / "build"),
        "TONGCHUANG_AS_OF": catalogue.as_of.isoformat(),
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", builder, "build", "--quiet", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path)]
    subprocess.run(command, cwd=project.root, env=environment, check=True)
    written = {
        file.relative_to(tmp_path).as_posix(): file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()
    }
    assert written == built.files
