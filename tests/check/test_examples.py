"""Each code has a bad example that shows exactly what is found, and a good one where nothing is.

``shared/content`` is a small project without a fault. An example lays the files of its ``content`` over it and
takes away those that ``absent.txt`` lists. Where there is a folder ``base``, its ``content`` laid over the shared
one is the earlier revision to compare with. ``expected.txt`` of a bad example holds ``path:line:column CODE`` lines.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest
from tongchuang.check import check, codes
from tongchuang.load import load
from tongchuang.model.finding import Finding
from tongchuang.project import Project

HERE = Path(__file__).parent
EXAMPLES = sorted(HERE.glob("examples/*"))
AS_OF = date(2026, 11, 21)
# What no file in a repository can show: bytes that editors and Git spoil, links, sizes; tests/load has them.
MADE_IN_TESTS = {
    "L101",
    "L103",
    "L104",
    "L105",
    "L107",
    "L108",
    "L109",
    "L201",
    "L202",
    "L203",
    "L204",
    "L205",
    "L206",
    "L207",
}
# For a keyword that no schema uses so far.
UNUSED = {"S199"}


def findings(example: Path, root: Path) -> tuple[Finding, ...]:
    shutil.copytree(HERE / "shared", root, dirs_exist_ok=True)
    if (example / "content").is_dir():
        shutil.copytree(example / "content", root / "content", dirs_exist_ok=True)
    if (example / "absent.txt").is_file():
        for path in (example / "absent.txt").read_text(encoding="utf-8").split():
            (root / path).unlink()
    base = None
    if (example / "base").is_dir():
        shutil.copytree(HERE / "shared", root / "base")
        shutil.copytree(example / "base" / "content", root / "base" / "content", dirs_exist_ok=True)
        base = load(Project(root / "base"))
    return check(load(Project(root)), AS_OF, base, True)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_bad_example_is_found_at_its_line_and_nothing_else_is(example: Path, tmp_path: Path) -> None:
    found = [f"{f.path}:{f.line}:{f.column} {f.code}" for f in findings(example / "bad", tmp_path)]
    assert found == (example / "bad" / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert {line.split()[1] for line in found} == {example.name}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_a_good_example_has_nothing_to_find(example: Path, tmp_path: Path) -> None:
    assert findings(example / "good", tmp_path) == ()


def test_every_code_has_examples() -> None:
    shown = {path.name for path in EXAMPLES}
    assert {explanation.code for explanation in codes()} == shown | MADE_IN_TESTS | UNUSED
    assert not shown & (MADE_IN_TESTS | UNUSED)
