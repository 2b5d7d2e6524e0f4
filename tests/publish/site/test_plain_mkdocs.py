import os
import subprocess
import sys


def test_plain_mkdocs_build_gives_the_same_bytes(built, project, catalogue, tmp_path):
    environment = {
        **os.environ,
        "PYTHONPATH": str(project.root / "build"),
        "TONGCHUANG_AS_OF": catalogue.as_of.isoformat(),
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", str(tmp_path)]
    subprocess.run(command, cwd=project.root, env=environment, check=True)
    written = {
        file.relative_to(tmp_path).as_posix(): file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()
    }
    assert written == built.files
