"""``tongchuang print --all``: the standard set in a folder, and what a second run does to it."""

import argparse
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.cli._all_sheets import _printed_before, print_all

STATION = "441602001003"
Run = Callable[..., str]


def of_one_place(catalogue: Catalogue, *services: str) -> Catalogue:
    views = {
        lang: replace(
            view,
            places={STATION: view.places[STATION]},
            services={id_: view.services[id_] for id_ in services},
            wall_rules={},
            appeals={},
            regional={},
        )
        for lang, view in catalogue.views.items()
    }
    return replace(catalogue, views=views)


@pytest.fixture
def run(catalogue: Catalogue, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Prints all of a place and some services into the folder ``sheets``; what is said of it."""
    (tmp_path / "content").mkdir()
    args = argparse.Namespace(project=tmp_path, overlay=None, output=tmp_path / "sheets", lang="zh")

    def once(*services: str) -> str:
        assert print_all(args, of_one_place(catalogue, *services)) == 0
        return capsys.readouterr().out.strip()

    return once


def times(folder: Path) -> dict[str, int]:
    return {str(file.relative_to(folder)): file.stat().st_mtime_ns for file in folder.rglob("*.pdf")}


def test_a_second_run_writes_no_sheet_and_reads_none(run: Run, tmp_path: Path) -> None:
    said = run("job-matching")
    before = times(tmp_path)
    assert f"{len(before)} 张，其中 {len(before)} 张是新的" in said
    kept = [file for file in (tmp_path / ".cache").rglob("*") if file.is_file()]
    for file in kept:  # only what tells of the sheets is left whole
        file.write_bytes(file.read_bytes().replace(b"%PDF", b"%KPT"))
    assert f"{len(before)} 张，其中 0 张是新的" in run("job-matching")
    assert times(tmp_path) == before


def test_a_changed_file_and_a_lost_one_are_put_right(run: Run, tmp_path: Path) -> None:
    run("job-matching")
    changed, lost, *_ = files = sorted(tmp_path.rglob("*.pdf"))
    before = {file: file.read_bytes() for file in files}
    changed.write_bytes(before[changed][:-1] + b"?")
    lost.unlink()
    assert f"{len(files)} 张，其中 2 张是新的" in run("job-matching")
    assert {file: file.read_bytes() for file in files} == before
    later = (tmp_path / "sheets" / "print" / "index.json").stat().st_mtime_ns
    assert all(file.stat().st_mtime_ns <= later for file in files)


def test_a_file_changed_back_in_time_is_let_be_only_if_it_is_the_same(run: Run, tmp_path: Path) -> None:
    """A sheet of an older run, whose list says another hash, is written whatever its date."""
    run("job-matching")
    index = tmp_path / "sheets" / "print" / "index.json"
    sheet = min(tmp_path.rglob("notice/*.pdf"))
    whole, other = sheet.read_bytes(), b"%PDF-of-yesterday"
    sheet.write_bytes(other)
    os.utime(sheet, (0, 0))
    listed = _printed_before(tmp_path / "sheets")[f"print/notice/{sheet.name}"]
    index.write_text(index.read_text().replace(listed, "0" * 64))
    run("job-matching")
    assert sheet.read_bytes() == whole


def test_what_is_no_longer_in_the_set_goes(run: Run, tmp_path: Path) -> None:
    run("job-matching", "labour-arbitration")
    assert (tmp_path / "sheets" / "print" / "notice" / "labour-arbitration.A4.zh.pdf").is_file()
    run("job-matching")
    assert not list(tmp_path.rglob("labour-arbitration*.pdf"))
    assert list(tmp_path.rglob("job-matching*.pdf"))


@pytest.mark.parametrize(
    "listed",
    [
        *("", "[1]", "{}", '[{"size": "A4"}]', '[{"path": "print/board/1.A4.zh.pdf"}]'),
        '[{"path": "../../kept.pdf", "sha256": "0"}]',
        '[{"path": "print/../kept.pdf", "sha256": "0"}]',
        '[{"path": "/print/board/kept.pdf", "sha256": "0"}]',
        '[{"path": "print/board/../../../kept.pdf", "sha256": "0"}]',
    ],
)
def test_a_list_that_is_not_ours_takes_nothing_away(listed: str, tmp_path: Path) -> None:
    (tmp_path / "print").mkdir()
    (tmp_path / "print" / "index.json").write_text(listed)
    assert _printed_before(tmp_path) == {}
