"""``print --all``: the standard set of the network in a folder, of which only what has changed is written."""

import argparse
import hashlib
import json
import re
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..catalogue import Catalogue
from ..model.finding import Bilingual
from ..publish.print import FONTS, Progress, network
from ..publish.print.index import PATH
from . import CannotRun, message_language, project_of
from ._bar import Bar
from ._sheets import refusing
from ._texts import put_below, put_file

# A sheet in a list that may have come from anywhere: nothing outside the folder is deleted.
_INSIDE = re.compile(r"print/[\w-]+/[\w.-]+\.pdf", re.ASCII)


def print_all(args: argparse.Namespace, catalogue: Catalogue) -> int:
    """Write the standard set of the network; what the last run wrote and this one doesn't goes."""
    lang, project, started = message_language(args), project_of(args), time.monotonic()
    folder: Path = (args.output or project.root).resolve()
    memory = project.cache / "print-all.json"
    left = _left(memory, folder)
    had = {path: hash_ for path, (when, size, hash_) in left.items() if (when, size) == _stat(folder / path)}
    old = _listed(folder)
    bar = Bar(lang)

    def report(sheet: Progress) -> None:
        bar("print", sheet.done, sheet.total)

    changed = 0
    now = {path: left[path] for path in had}
    try:
        with refusing():
            for one in network(catalogue, FONTS, args.lang, project.cache / "print-all", report, had):
                if one.path == PATH:
                    new = _paths(one.data)
                    _take_away(folder, old - new)
                    put_below(folder, one)
                    continue
                changed += put_below(folder, one)
                now[one.path] = (*_stat(folder / one.path), hashlib.sha256(one.data).hexdigest())
    finally:
        bar.close()
    put_file(memory, json.dumps({"folder": str(folder), "sheets": now}).encode())
    seconds = time.monotonic() - started
    done = Bilingual(
        f"完成：{folder / 'print'}，{len(new)} 张，其中 {changed} 张是新的（{seconds:.0f} 秒）",
        f"Done: {folder / 'print'}, {len(new)} sheets, {changed} of them new ({seconds:.0f} s)",
    )
    print(done.in_language(lang))
    return 0


def _left(memory: Path, folder: Path) -> Mapping[str, tuple[int, int, str]]:
    """What the last run noted of the sheets that it left in a folder: time of the last change, bytes, and hash (SHA-256)."""
    try:
        noted = json.loads(memory.read_bytes())
        sheets = noted["sheets"].items() if noted["folder"] == str(folder) else ()
        return {path: (int(when), int(size), str(hash_)) for path, (when, size, hash_) in sheets}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return {}


def _stat(file: Path) -> tuple[int, int]:
    """When a file was last changed (nanoseconds), and its bytes, fewer than none of one that isn't there."""
    try:
        told = file.stat()
    except (OSError, ValueError):
        return 0, -1
    return told.st_mtime_ns, told.st_size


def _listed(folder: Path) -> set[str]:
    """The sheets that an earlier run has listed in a folder; none if that list isn't one of ours."""
    try:
        return _paths((folder / PATH).read_bytes())
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return set()


def _paths(index: bytes) -> set[str]:
    return {path for entry in json.loads(index) if _INSIDE.fullmatch(path := str(entry["path"]))}


def _take_away(folder: Path, paths: Iterable[str]) -> None:
    for path in paths:
        try:
            (folder / path).unlink(missing_ok=True)
        except OSError as problem:
            raise CannotRun(
                Bilingual(
                    f"删不掉 {folder / path}：{problem.strerror}。如果它正开着，请先关掉。",
                    f"{folder / path} can't be deleted: {problem.strerror}. If it is open, close it first.",
                )
            ) from problem
