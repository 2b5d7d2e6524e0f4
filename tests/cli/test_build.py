"""The whole way once, on a small network: content in, a verified release out, and the same bytes again elsewhere."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tongchuang.cli import main
from tongchuang.project import Project

DAY = "2026-11-21"
KEPT = ("441602", "441602001", "441602001003")


def small(project: Project, root: Path) -> Path:
    """A copy of the project with one county, one street and one community, and two kinds of sheets."""
    shutil.copytree(project.content, root / "content")
    for name in ("heyuan.csv", "heyuan.en.csv"):
        table = root / "content" / "network" / name
        head, *rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
        table.write_text(head + "".join(row for row in rows if row.startswith(tuple(f"{c}," for c in KEPT))), "utf-8")
    with (root / "content" / "hub.yaml").open("a", encoding="utf-8") as hub:
        hub.write("prints: [card, sign]\n")
    return root


@pytest.fixture(scope="module")
def built(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small(project, tmp_path_factory.mktemp("built"))
    assert main(["build", "--project", str(root), "--as-of", DAY, "--lang", "en"]) == 0
    return root


def test_a_build_leaves_a_release_that_holds_every_kind_of_output_and_verifies(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    current = built / "dist" / "current"
    for path in ("index.html", "zh/index.html", "en/index.html", "api/v1/index.json", "search/current.json"):
        assert (current / path).is_file(), path
    for code in ("441600", *KEPT):
        for lang in ("zh", "en"):
            assert (current / lang / "places" / code / "index.html").is_file()
    assert list((current / "print" / "card").glob("*.both.pdf"))
    assert main(["verify", "--project", str(built), "--lang", "en"]) == 0
    assert "Whole" in capsys.readouterr().out


def test_what_is_built_can_be_searched(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "老板不给钱", "--project", str(built), "--limit", "3", "--format", "json"]) == 0
    results = json.loads(capsys.readouterr().out)["results"]
    assert results[0]["id"] == "wage-arrears-report"
    assert set(results[0]) == {"kind", "id", "title", "url", "score"}
    assert (built / "dist" / "current" / results[0]["url"] / "index.html").is_file()


def test_the_same_content_gives_the_same_bytes_in_another_folder_zone_and_locale(
    built: Path, project: Project, tmp_path: Path
) -> None:
    root = small(project, tmp_path / "elsewhere")
    environment = {**os.environ, "TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    environment["PYTHONPATH"] = str(project.root / "build")
    board = ["print", "board", "--place", KEPT[1], "--size", "A4", "--as-of", DAY, "--output"]
    for command in (["build", "--as-of", DAY], [*board, str(tmp_path / "second.pdf")]):
        whole = [sys.executable, "-m", "tongchuang", *command, "--project", str(root)]
        subprocess.run(whole, env=environment, check=True, capture_output=True)
    assert main([*board, str(tmp_path / "first.pdf"), "--project", str(built)]) == 0
    manifests = [folder / "dist" / "current" / "manifest.json" for folder in (built, root)]
    for first, second in (manifests, (tmp_path / "first.pdf", tmp_path / "second.pdf")):
        assert first.read_bytes() == second.read_bytes()


def test_broken_content_is_not_built_and_the_old_release_stays(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (built / "dist" / "current").resolve()
    file = built / "content" / "hub.yaml"
    text = file.read_text(encoding="utf-8")
    try:
        file.write_text(text + "nonsense: true\n", encoding="utf-8")
        assert main(["build", "--project", str(built), "--as-of", DAY, "--lang", "en"]) == 1
    finally:
        file.write_text(text, encoding="utf-8")
    assert "content/hub.yaml:" in capsys.readouterr().err
    assert (built / "dist" / "current").resolve() == before


def test_a_damaged_release_does_not_verify(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "release"
    shutil.copytree(built / "dist" / "current", copy)
    (copy / "zh" / "index.html").write_text("damaged", encoding="utf-8")
    assert main(["verify", str(copy), "--lang", "en"]) == 1
    assert "changed file: zh/index.html" in capsys.readouterr().out


def test_fonts_that_are_missing_are_named(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tongchuang.publish.print.FONTS", tmp_path)
    assert main(["print", "notice", "--service", "job-matching", "--project", str(built), "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert "make hub" in said
    assert "NotoSansSC" in said
