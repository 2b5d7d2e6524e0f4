"""``tongchuang print --all``: the standard set in a folder, and what a second run does to it."""

import argparse
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.cli import CannotRun
from tongchuang.cli._all_sheets import _left, _listed, print_all

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


def test_a_second_run_writes_no_sheet_and_reads_none(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = run("job-matching")
    before = times(tmp_path)
    assert f"{len(before)} 张，其中 {len(before)} 张是新的" in said
    kept = [file for file in (tmp_path / ".cache" / "dist" / "print-all").glob("??/*") if file.is_file()]
    assert kept
    for file in kept:  # only what tells of the sheets is left whole
        file.write_bytes(file.read_bytes().replace(b"%PDF", b"%KPT"))
    monkeypatch.setattr("tongchuang.publish.print.worker.run", lambda jobs, fonts, pictured: iter(jobs))
    assert f"{len(before)} 张，其中 0 张是新的" in run("job-matching")
    assert times(tmp_path) == before


def test_what_was_done_to_the_sheets_since_is_put_right(run: Run, tmp_path: Path) -> None:
    run("job-matching")
    changed, replaced, lost, *_ = files = sorted(tmp_path.rglob("*.pdf"))
    before = {file: file.read_bytes() for file in files}
    changed.write_bytes(before[changed][:-1] + b"?")
    replaced.write_bytes(b"%PDF of a backup")
    os.utime(replaced, (0, 0))
    lost.unlink()
    assert f"{len(files)} 张，其中 3 张是新的" in run("job-matching")
    assert {file: file.read_bytes() for file in files} == before


def test_another_folder_gets_them_all(run: Run, tmp_path: Path) -> None:
    run("job-matching")
    before = {file.name for file in tmp_path.rglob("*.pdf")}
    (tmp_path / "sheets").rename(tmp_path / "elsewhere")
    run("job-matching")
    assert {file.name for file in (tmp_path / "sheets").rglob("*.pdf")} == before


def test_what_can_not_be_written_or_deleted_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sheets").write_text("a file")
    with pytest.raises(CannotRun, match="sheets/print"):
        run("job-matching")
    (tmp_path / "sheets").unlink()
    run("job-matching", "labour-arbitration")
    in_the_way = tmp_path / "sheets" / "print" / "notice" / "labour-arbitration.A4.zh.pdf"
    in_the_way.unlink()
    in_the_way.mkdir()
    with pytest.raises(CannotRun, match="labour-arbitration"):
        run("job-matching")


def test_what_is_no_longer_in_the_set_goes(run: Run, tmp_path: Path) -> None:
    run("job-matching", "labour-arbitration")
    assert (tmp_path / "sheets" / "print" / "notice" / "labour-arbitration.A4.zh.pdf").is_file()
    run("job-matching")
    assert not list(tmp_path.rglob("labour-arbitration*.pdf"))
    assert list(tmp_path.rglob("job-matching*.pdf"))


@pytest.mark.parametrize(
    "listed",
    [
        *("", "[1]", "{}", '[{"size": "A4"}]', "[" * 100_000),
        *(f'[{{"path": "{path}"}}]' for path in ("../../kept.pdf", "print/../kept.pdf", "/print/board/kept.pdf")),
        *(f'[{{"path": "print/{path}.pdf"}}]' for path in ("board/../../../kept", "board/\\u0000", "board/\\ud800")),
    ],
)
def test_a_list_that_is_not_ours_takes_nothing_away(listed: str, tmp_path: Path) -> None:
    (tmp_path / "print").mkdir()
    (tmp_path / "print" / "index.json").write_text(listed)
    assert _listed(tmp_path) == set()


def test_what_an_earlier_run_has_listed_is_known(tmp_path: Path) -> None:
    (tmp_path / "print").mkdir()
    (tmp_path / "print" / "index.json").write_text(json.dumps([{"path": "print/board/1.A4.zh.pdf"}]))
    assert _listed(tmp_path) == {"print/board/1.A4.zh.pdf"}


@pytest.mark.parametrize(
    "sheets",
    [
        "[]",
        "1",
        '{"a.pdf": []}',
        '{"a.pdf": 1}',
        '{"a.pdf": [1, 2]}',
        '{"a.pdf": ["x", 2, ""]}',
        "[" * 100_000,
        "null",
        '{"a": [1e999, 2, ""]}',
    ],
)
def test_a_note_of_what_was_left_that_is_not_ours_is_none(sheets: str, tmp_path: Path) -> None:
    note = tmp_path / "print-all.json"
    note.write_text(f'{{"folder": {json.dumps(str(tmp_path))}, "sheets": {sheets}}}')
    assert _left(note, tmp_path) == {}
