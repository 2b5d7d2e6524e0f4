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
from .compose import Layout
from .thumbnail import thumbnail

if TYPE_CHECKING:
    from .press import Press

# After so many layouts a process makes room for a fresh one: what WeasyPrint and Pango keep adds up.
LAYOUTS = 200

_press: "Press"


def run(layouts: Sequence[Layout], fonts_folder: Path, pictured: bool = False) -> Iterator[list[Printed]]:
    """Prints layouts on all processors; the sheets of each, in order, ``pictured`` with their small pictures.

    PrintError for the first bad one.
    """
    with tempfile.TemporaryDirectory(prefix="tongchuang-print-") as folder:
        configuration = fonts.configuration(fonts_folder, Path(folder))
        processes = min(len(layouts), os.cpu_count() or 1)
        for start in range(0, len(layouts), LAYOUTS * processes or 1):
            pool = ProcessPoolExecutor(processes, get_context("spawn"), _set_up, (configuration, fonts_folder))
            try:
                few = layouts[start : start + LAYOUTS * processes]
                futures: deque[Future[list[Printed]]] = deque(pool.submit(_print, layout, pictured) for layout in few)
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


def _print(layout: Layout, pictured: bool) -> list[Printed]:
    try:
        printed = _press.print(layout)
        return [replace(one, picture=thumbnail(one.data)) for one in printed] if pictured else printed
    finally:
        # The boxes of a layout point at each other. Left to the thresholds they double what a process holds.
        gc.collect()
