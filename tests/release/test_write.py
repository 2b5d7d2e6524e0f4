"""A release is whole or it is not there."""

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from tongchuang.publish.artifact import Artifact
from tongchuang.release import manifest
from tongchuang.release.verify import verify
from tongchuang.release.write import ReleaseError, write

LANGUAGES = ("zh", "en")


def release(dist: Path, *artifacts: Artifact) -> Path:
    return write(dist, artifacts, "2026-11-21", True, LANGUAGES)


PAGE = Artifact("zh/index.html", b"<h1>1</h1>")
PLACE = Artifact("zh/places/441602/index.html", b"x")
INDEX = Artifact("api/v1/index.json", b"{}")


def test_a_release_has_its_files_its_manifest_and_current_points_to_it(tmp_path: Path) -> None:
    folder = release(tmp_path, PAGE, PLACE, INDEX)
    assert (tmp_path / "current").resolve() == folder
    facts = manifest.read(tmp_path / "current")
    assert facts.counts == {
        "files": 3,
        "api": 1,
        "print": 0,
        "search": 0,
        "pages-zh": 2,
        "pages-en": 0,
        "places-zh": 1,
        "places-en": 0,
    }
    assert facts.files["zh/index.html"] == manifest.digest(PAGE.data)
    assert verify(folder) == ()


def test_the_same_artifacts_in_another_order_are_the_same_release_and_the_same_bytes(tmp_path: Path) -> None:
    other = Artifact("en/index.html", b"2")
    first, second = release(tmp_path / "a", PAGE, other), release(tmp_path / "b", other, PAGE)
    assert first.name == second.name
    assert (first / "manifest.json").read_bytes() == (second / "manifest.json").read_bytes()


def test_building_the_same_again_keeps_the_release(tmp_path: Path) -> None:
    assert release(tmp_path, PAGE) == release(tmp_path, PAGE)
    assert len(list((tmp_path / "releases").iterdir())) == 1


def test_a_damaged_release_is_replaced_when_built_again(tmp_path: Path) -> None:
    (release(tmp_path, PAGE) / "zh" / "index.html").write_bytes(b"damaged")
    assert verify(release(tmp_path, PAGE)) == ()


def test_a_failed_build_leaves_the_old_release_and_nothing_else(tmp_path: Path) -> None:
    old = release(tmp_path, PAGE)

    def failing() -> Iterator[Artifact]:
        yield Artifact("zh/index.html", b"new")
        raise RuntimeError("a sheet overflows")

    with pytest.raises(RuntimeError):
        write(tmp_path, failing(), "2026-11-22", True, LANGUAGES)
    assert (tmp_path / "current").resolve() == old
    assert list((tmp_path / "releases").iterdir()) == [old]


def test_a_killed_build_leaves_the_old_release_and_the_next_build_sweeps_up(tmp_path: Path) -> None:
    old = release(tmp_path, PAGE)
    script = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from tongchuang.publish.artifact import Artifact
        from tongchuang.release.write import write

        def slow():
            yield Artifact("zh/index.html", b"new")
            print("writing", flush=True)
            time.sleep(60)

        write(Path(sys.argv[1]), slow(), "2026-11-22", True, ("zh", "en"))
        """
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "build")}
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, env=environment
    ) as building:
        assert building.stdout is not None
        building.stdout.readline()
        with pytest.raises(ReleaseError, match="another build"):
            release(tmp_path, PAGE)
        building.send_signal(signal.SIGKILL)
    assert (tmp_path / "current").resolve() == old
    assert verify(tmp_path / "current") == ()
    release(tmp_path, PAGE)
    assert [path.name for path in (tmp_path / "releases").iterdir()] == [old.name]


@pytest.mark.parametrize("path", ["../escape.html", "/etc/escape", "manifest.json", "zh/../../escape"])
def test_a_path_that_leaves_the_release_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ReleaseError):
        release(tmp_path, Artifact(path, b""))
    assert not (tmp_path / "current").exists()


def test_two_artifacts_at_one_path_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"zh/index\.html"):
        release(tmp_path, PAGE, PAGE)


def test_verification_names_each_missing_changed_and_added_file(tmp_path: Path) -> None:
    folder = release(tmp_path, PAGE, Artifact("a.txt", b"a"), Artifact("b.txt", b"b"))
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_bytes(b"B")
    (folder / "c.txt").write_bytes(b"c")
    assert {problem.message.en for problem in verify(folder)} == {
        "missing file: a.txt",
        "changed file: b.txt",
        "file not in the manifest: c.txt",
    }


def test_a_release_without_a_readable_manifest_does_not_verify(tmp_path: Path) -> None:
    folder = release(tmp_path, PAGE)
    (folder / "manifest.json").write_text("{", encoding="utf-8")
    assert [problem.path for problem in verify(folder)] == ["manifest.json"]


def test_old_releases_are_pruned_but_the_last_few_kept(tmp_path: Path) -> None:
    for number in range(6):
        release(tmp_path, Artifact("zh/index.html", str(number).encode()))
    assert len(list((tmp_path / "releases").iterdir())) == 3
    assert (tmp_path / "current" / "zh" / "index.html").read_bytes() == b"5"
