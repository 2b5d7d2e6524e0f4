"""Processes that print: each is spawned fresh, takes our font configuration, and only then imports WeasyPrint."""

import gc
import os
import tempfile
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from . import fonts
from .cache import Printed
from .compose import Job
from .layout import layout
from .thumbnail import thumbnail

if TYPE_CHECKING:
    from .press import Press

# After so many jobs a process makes room for a fresh one: what WeasyPrint and Pango keep adds up.
JOBS = 200

_press: "Press"


def run(jobs: Sequence[Job], fonts_folder: Path, pictured: bool = False) -> Iterator[list[Printed]]:
    """Prints jobs on all processors; the sheets of each, in order, ``pictured`` with their small pictures.

    PrintError for the first bad one.
    """
    with tempfile.TemporaryDirectory(prefix="tongchuang-print-") as folder:
        configuration = fonts.configuration(fonts_folder, Path(folder))
        processes = min(len(jobs), os.cpu_count() or 1)
        for start in range(0, len(jobs), JOBS * processes or 1):
            pool = ProcessPoolExecutor(processes, get_context("spawn"), _set_up, (configuration, fonts_folder))
            try:
                few = jobs[start : start + JOBS * processes]
                futures: deque[Future[list[Printed]]] = deque(pool.submit(_print, job, pictured) for job in few)
                while futures:
                    yield futures.popleft().result()
            finally:
                pool.shutdown(cancel_futures=True)


def _set_up(configuration: Path, fonts_folder: Path) -> None:
    global _press
    os.environ["FONTCONFIG_FILE"] = str(configuration)
    from .press import Press

    _press = Press(fonts_folder)
    # Layout makes millions of short-lived objects; looking through all that is imported takes a tenth of the time.
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)


def _print(job: Job, pictured: bool) -> list[Printed]:
    try:
        printed = _press.print(layout(job))
        return [replace(one, picture=thumbnail(one.data)) for one in printed] if pictured else printed
    finally:
        # The boxes of a layout point at each other. Left to the thresholds they double what a process holds.
        gc.collect()
