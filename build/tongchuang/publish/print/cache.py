"""Sheets that were printed before, by what they are made of: nothing that is unchanged is laid out again."""

import ctypes
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from ctypes.util import find_library
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from .compose import Job, batches, made_of

# What facts go through on their way to a sheet: this folder, the words of the site, its Markdown and its QR codes.
_SITE = Path(__file__).parents[1]
PROGRAM = (Path(__file__).parent, _SITE / "words", _SITE / "words.py", _SITE / "markup.py", _SITE / "qr.py")
LIBRARIES = (
    *("jinja2", "markupsafe", "markdown", "nh3", "segno"),
    *("weasyprint", "tinyhtml5", "tinycss2", "cssselect2", "pyphen", "pydyf", "fonttools"),
    *("pikepdf", "pypdfium2", "pillow"),
)
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

    A sheet's key is a hash of its facts, not of its markup, so that nothing is drawn of what is unchanged; of the
    program, templates, words and style sheets that print it, of the versions of the libraries, the system's too, and of
    the fonts. ``fonts`` is the folder of the font files.
    """

    folder: Path
    fonts: Path

    def known(self, job: Job) -> Iterator[list[Printed]]:
        """The sheets of each batch of a job, in order: all that are in it, or none if one of them isn't here."""
        return map(_read, self._batches(job))

    def keep(self, job: Job, printed: Iterable[Printed]) -> None:
        """Puts finished sheets of a job here; a file is whole or not there."""
        files = dict(chain.from_iterable(self._batches(job)))
        for one in printed:
            file = files[one.path]
            file.parent.mkdir(parents=True, exist_ok=True)
            part = file.with_suffix(f".{os.getpid()}")
            told = json.dumps([one.step, one.own_step, one.pages, len(one.picture)]).encode()
            part.write_bytes(told + b"\n" + one.picture + one.data)
            part.replace(file)

    def forget_others(self, jobs: Iterable[Job]) -> None:
        """Deletes all that is not of these jobs, but for what another build is writing."""
        wanted = {file for job in jobs for files in self._batches(job) for _, file in files}
        for file in self.folder.glob("??/*"):
            if file not in wanted and not file.suffix:
                file.unlink(missing_ok=True)

    def _batches(self, job: Job) -> Iterator[list[tuple[str, Path]]]:
        """Path and file of each sheet. Sheets of a batch share a font subset, so each is made of them all."""
        alike = self._program + made_of(job)
        for batch in batches(job.copies):
            shared = hashlib.sha256(b"".join((alike, *map(made_of, batch))))
            files = []
            for copy in batch:
                own = shared.copy()
                own.update(copy.path.encode())
                key = own.hexdigest()
                files.append((copy.path, self.folder / key[:2] / key))
            yield files

    @cached_property
    def _program(self) -> bytes:
        told = hashlib.sha256()
        for name in LIBRARIES:
            told.update(f"{name} {version(name)}\n".encode())
        for name, tells in SYSTEM:
            told.update(f"{name} {_version(name, tells)}\n".encode())
        for part in PROGRAM:
            found = (part.rglob(f"*.{kind}") for kind in ("py", "html", "css", "svg", "yaml"))
            for file in sorted(chain.from_iterable(found)) if part.is_dir() else [part]:
                told.update(f"{file.relative_to(part.parent)}\n".encode() + file.read_bytes())
        for file in sorted(self.fonts.glob("*.ttf")):
            told.update(file.name.encode() + file.read_bytes())
        return told.digest()


def _read(files: Iterable[tuple[str, Path]]) -> list[Printed]:
    """The sheets in some files, none if one of the files isn't there."""
    found = []
    for path, file in files:
        try:
            with file.open("rb") as kept:
                step, own_step, pages, length = json.loads(kept.readline())
                picture = kept.read(length)
                found.append(Printed(path, kept.read(), step, own_step, pages, picture))
        except FileNotFoundError:
            return []
    return found


def _version(library: str, tells: str) -> str:
    """The version of a shared library of the system, "" for one that isn't found."""
    found = find_library(library)
    if not found:
        return ""
    function = getattr(ctypes.CDLL(found), tells)
    function.restype = ctypes.c_char_p
    return str(function().decode())
