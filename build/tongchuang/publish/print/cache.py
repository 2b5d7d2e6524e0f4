"""Sheets that were printed before, by what they are made of: nothing that is unchanged is laid out again."""

import ctypes
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from ctypes.util import find_library
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from types import MappingProxyType

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

    ``sha256`` is reckoned from the data, which may be left out afterwards (empty). ``picture`` is empty where none was
    wanted.
    """

    path: str
    data: bytes
    step: str
    own_step: str | None
    pages: int
    picture: bytes = b""
    sha256: str = ""

    def __post_init__(self) -> None:
        if self.data and not self.sha256:
            object.__setattr__(self, "sha256", hashlib.sha256(self.data).hexdigest())


@dataclass(frozen=True)
class Cache:
    """A folder of finished sheets; it may be deleted at any time, and several builds may share it.

    Each batch of a job is a file: its sheets share a font subset, so each of them is made of them all. Its key is a hash
    of their facts, not of their markup, so that nothing is drawn of what is unchanged; of the program, templates, words
    and style sheets that print them, of the versions of the libraries, the system's too, and of the fonts. ``fonts`` is
    the folder of the font files.
    """

    folder: Path
    fonts: Path

    def known(self, job: Job, had: Mapping[str, str] = MappingProxyType({})) -> Iterator[list[Printed]]:
        """The sheets of each batch of a job, in order, none of one that isn't here.

        ``had`` are the hashes (SHA-256) of sheets, by path, that lie where they are wanted: their data isn't read.
        """
        for file in self._files(job):
            yield _read(file, had)

    def keep(self, job: Job, printed: Sequence[Printed]) -> None:
        """Puts the finished sheets of a job here; a file is whole or not there."""
        for file, sheets in zip(self._files(job), batches(printed), strict=True):
            file.parent.mkdir(parents=True, exist_ok=True)
            part = file.with_suffix(f".{os.getpid()}")
            told = [[o.path, o.step, o.own_step, o.pages, o.sha256, len(o.picture), len(o.data)] for o in sheets]
            part.write_bytes(b"".join((json.dumps(told).encode(), b"\n", *(o.picture + o.data for o in sheets))))
            part.replace(file)

    def forget_others(self, jobs: Iterable[Job]) -> None:
        """Deletes all that is not of these jobs, but for what another build is writing."""
        wanted = {file for job in jobs for file in self._files(job)}
        for file in self.folder.glob("??/*"):
            if file not in wanted and not file.suffix:
                file.unlink(missing_ok=True)

    def _files(self, job: Job) -> Iterator[Path]:
        """The file of each batch."""
        alike = self._program + made_of(job)
        for batch in batches(job.copies):
            key = hashlib.sha256(b"".join((alike, *map(made_of, batch)))).hexdigest()
            yield self.folder / key[:2] / key

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


def _read(file: Path, had: Mapping[str, str]) -> list[Printed]:
    """The sheets in a file, none if it isn't there, or was spoilt."""
    found = []
    try:
        with file.open("rb") as kept:
            for path, step, own_step, pages, sha256, picture, data in json.loads(kept.readline()):
                if had.get(path) == sha256:
                    kept.seek(picture + data, os.SEEK_CUR)
                    found.append(Printed(path, b"", step, own_step, pages, sha256=sha256))
                    continue
                small = kept.read(picture)
                sheet = Printed(path, kept.read(data), step, own_step, pages, small)
                if sheet.sha256 != sha256:
                    return []
                found.append(sheet)
    except (FileNotFoundError, TypeError, ValueError):
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
