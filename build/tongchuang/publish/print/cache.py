"""Sheets that were printed before, by what they are made of: nothing that is unchanged is laid out again."""

import ctypes
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from ctypes.util import find_library
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from .compose import Layout, Sheet

PROGRAM = Path(__file__).parent
LIBRARIES = ("weasyprint", "pikepdf", "fonttools", "pydyf", "tinycss2", "pypdfium2", "pillow")
# The system's libraries that set the words, and what tells their version.
SYSTEM = (("pango-1.0", "pango_version_string"), ("harfbuzz", "hb_version_string"))


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished sheet, which rungs of its document's ladders it took, how many pages it has, and its small picture.

    ``picture`` is empty where none was wanted.
    """

    path: str
    data: bytes
    step: str
    own_step: str | None
    pages: int
    picture: bytes = b""


@dataclass(frozen=True)
class Cache:
    """A folder of finished sheets; it may be deleted at any time, and several builds may share it.

    A sheet's key is a hash of its markup, of the program and style sheets that print it, of the versions of
    the libraries, the system's too, and of the fonts. ``fonts`` is the folder of the font files.
    """

    folder: Path
    fonts: Path

    def known(self, layout: Layout) -> list[Printed]:
        """The sheets of a layout that are here, in its order; of a batch of places all or none."""
        return [one for batch in layout.batches for one in self._batch(layout, batch)]

    def keep(self, layout: Layout, printed: Iterable[Printed]) -> None:
        """Puts finished sheets of a layout here; a file is whole or not there."""
        files = dict(self._files(layout))
        for one in printed:
            file = files[one.path]
            file.parent.mkdir(parents=True, exist_ok=True)
            part = file.with_suffix(f".{os.getpid()}")
            told = json.dumps([one.step, one.own_step, one.pages, len(one.picture)]).encode()
            part.write_bytes(told + b"\n" + one.picture + one.data)
            part.replace(file)

    def forget_others(self, layouts: Iterable[Layout]) -> None:
        """Deletes all that is not of these layouts, but for what another build is writing."""
        wanted = {file for layout in layouts for _, file in self._files(layout)}
        for file in self.folder.glob("??/*"):
            if file not in wanted and not file.suffix:
                file.unlink(missing_ok=True)

    def _batch(self, layout: Layout, batch: Sequence[Sheet]) -> list[Printed]:
        found = []
        for path, file in self._files(layout, (batch,)):
            try:
                told, _, rest = file.read_bytes().partition(b"\n")
            except FileNotFoundError:
                return []
            step, own_step, pages, length = json.loads(told)
            found.append(Printed(path, rest[length:], step, own_step, pages, rest[:length]))
        return found

    def _files(self, layout: Layout, batches: Sequence[Sequence[Sheet]] | None = None) -> Iterator[tuple[str, Path]]:
        """Path and file of each sheet. Sheets of a batch share a font subset, so each is made of them all."""
        for batch in batches or layout.batches:
            made_of: list[str | None] = [self._program, layout.document, layout.size, layout.lang, layout.html]
            made_of += [part for sheet in batch for part in (sheet.title, sheet.html, sheet.next)]
            shared = hashlib.sha256(json.dumps(made_of).encode())
            for sheet in batch:
                own = shared.copy()
                own.update(sheet.path.encode())
                key = own.hexdigest()
                yield sheet.path, self.folder / key[:2] / key

    @cached_property
    def _program(self) -> str:
        told = hashlib.sha256()
        for name in LIBRARIES:
            told.update(f"{name} {version(name)}\n".encode())
        for name, tells in SYSTEM:
            told.update(f"{name} {_version(name, tells)}\n".encode())
        for file in sorted(
            file for kind in ("py", "html", "css", "svg", "yaml") for file in PROGRAM.rglob(f"*.{kind}")
        ):
            told.update(f"{file.relative_to(PROGRAM)}\n".encode() + file.read_bytes())
        for file in sorted(self.fonts.glob("*.ttf")):
            told.update(file.name.encode() + file.read_bytes())
        return told.hexdigest()


def _version(library: str, tells: str) -> str:
    """The version of a shared library of the system, "" for one that isn't found."""
    found = find_library(library)
    if not found:
        return ""
    function = getattr(ctypes.CDLL(found), tells)
    function.restype = ctypes.c_char_p
    return str(function().decode())
