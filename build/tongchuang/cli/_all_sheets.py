"""``print --all``: the standard set of the network in a folder, of which only what has changed is written."""

import argparse
import json
import re
import time
from collections.abc import Mapping
from pathlib import Path
from stat import S_ISREG

from ..catalogue import Catalogue
from ..model.finding import Bilingual
from ..publish.print import FONTS, Progress, network
from ..publish.print.index import PATH
from . import message_language, project_of
from ._bar import Bar
from ._sheets import refusing
from ._texts import put_below, put_file

# A sheet in a list that may have come from anywhere: nothing outside the folder is deleted.
_INSIDE = re.compile(r"print/[^./\\][^/\\]*/[^/\\]+\.pdf")


def print_all(args: argparse.Namespace, catalogue: Catalogue) -> int:
    """Write the standard set of the network; what the last run wrote and this one doesn't goes."""
    lang, project, started = message_language(args), project_of(args), time.monotonic()
    folder: Path = args.output or project.root
    bar = Bar(lang)

    def report(sheet: Progress) -> None:
        bar("print", sheet.done, sheet.total)

    old = _printed_before(folder)
    changed = 0
    try:
        with refusing():
            made = network(catalogue, FONTS, args.lang, project.cache / "print-all", report, _untouched(folder, old))
            for one in made:
                if one.path == PATH:  # also where it is the same: its date tells since when the sheets are so
                    put_file(folder / PATH, one.data)
                else:
                    changed += put_below(folder, one)
    finally:
        bar.close()
    new = _printed_before(folder)
    for path in old.keys() - new.keys():
        (folder / path).unlink(missing_ok=True)
    seconds = time.monotonic() - started
    done = Bilingual(
        f"完成：{folder / 'print'}，{len(new)} 张，其中 {changed} 张是新的（{seconds:.0f} 秒）",
        f"Done: {folder / 'print'}, {len(new)} sheets, {changed} of them new ({seconds:.0f} s)",
    )
    print(done.in_language(lang))
    return 0


def _printed_before(folder: Path) -> dict[str, str]:
    """The sheets that an earlier run has listed in a folder, with the hash (SHA-256) of each; none if that list isn't one
    of ours."""
    try:
        listed = {str(entry["path"]): str(entry["sha256"]) for entry in json.loads((folder / PATH).read_bytes())}
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    return {path: hash_ for path, hash_ in listed.items() if _INSIDE.fullmatch(path)}


def _untouched(folder: Path, listed: Mapping[str, str]) -> dict[str, str]:
    """Those of the listed sheets that nobody has written to since the list was: it is what a run writes last."""
    if not listed:
        return {}
    last = (folder / PATH).stat().st_mtime_ns
    found = {}
    for path, hash_ in listed.items():
        try:
            told = (folder / path).stat()
        except OSError:
            continue
        if S_ISREG(told.st_mode) and told.st_mtime_ns <= last:
            found[path] = hash_
    return found
