"""The release that requests are answered from, and the switch to the next one.

A request is answered from one release. Which one is decided by a look at ``current`` for every request, so that all
processes switch at once. Files are compared with the manifest when they are read: nothing else is ever served, be it
damaged, put there by somebody, a link that leads out of the folder, or of another release.
"""

import logging
import os
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from ..publish.api import ROOT as API
from ..publish.search import ROOT as SEARCH
from ..publish.search.reader import Reader
from ..release import manifest

# Releases whose files of hashed names are still served to pages that were opened before the switch.
EARLIER = 2
_log = logging.getLogger(__name__)
T = TypeVar("T")


class Damaged(OSError):
    """A file is not what the manifest says."""


class Release:
    """One release; ``files`` maps the paths of all its files to their SHA-256 in hex."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.facts = manifest.read(folder)
        self.files = {**self.facts.files, manifest.NAME: manifest.digest((folder / manifest.NAME).read_bytes())}

    def data(self, path: str) -> bytes:
        """The content of a file; OSError if it is not there as the manifest says."""
        if path not in self.files:
            raise Damaged(f"{self.facts.id} has no {path}")
        data = (self._folder / path).read_bytes()
        if manifest.digest(data) != self.files[path]:
            raise Damaged(f"{self.facts.id}: {path} is not what the manifest says")
        return data

    def record(self, path: str) -> dict[str, Any]:
        """A file of the API, parsed."""
        found: dict[str, Any] = msgspec.json.decode(self.data(path))
        return found

    @cached_property
    def base(self) -> str:
        """What links begin with: the hub's address and a slash, or nothing."""
        url = self.record(f"{API}/index.json")["base_url"]
        return f"{url}/" if url else ""

    @cached_property
    def reader(self) -> Reader:
        """Searches this release."""
        return Reader(lambda path: self.data(f"{SEARCH}/{path}"))

    def without_reader(self) -> "Release":
        """The release, with what its search kept in memory given up."""
        self.__dict__.pop("reader", None)
        return self


def searchable(folder: Path) -> Release:
    """The release in ``folder``. OSError or msgspec.MsgspecError if it can't be opened, among them
    ``search.reader.OtherFormat`` if another version of the program made it."""
    release = Release(folder)
    release.reader  # noqa: B018 - a release that can't be searched is none
    return release


class Releases:
    """What ``current`` leads to: a link to a release's folder, or the folder itself."""

    def __init__(self, current: Path) -> None:
        self._current = current
        self._manifest = str(current / manifest.NAME)
        self._seen = self._look()
        self._release = Release(current.resolve())
        self.earlier: tuple[Release, ...] = ()

    def _look(self) -> tuple[int, int, int]:
        found = os.stat(self._manifest)  # noqa: PTH116 - for every request
        return found.st_dev, found.st_ino, found.st_mtime_ns

    def now(self) -> Release:
        """The release in force; the one before as long as the new one can't be opened."""
        try:
            seen = self._look()
        except OSError:
            return self._release
        if seen != self._seen:
            self._seen = seen
            self._switch()
        return self._release

    def _switch(self) -> None:
        try:
            release = searchable(self._current.resolve())
        except (OSError, msgspec.MsgspecError) as problem:
            _log.error(
                "不能换到新的发布内容，仍用 %s · can't switch, %s stays: %s", *[self._release.facts.id] * 2, problem
            )
            return
        self.earlier = (self._release.without_reader(), *self.earlier)[:EARLIER]
        self._release = release
        _log.info("已换到 %s · now serving it", release.facts.id)

    def answer(self, answer: Callable[[Release], T]) -> T:
        """What ``answer`` makes of the release in force, once more if that was taken away meanwhile.

        OSError if the release in force is damaged.
        """
        release = self.now()
        while True:
            try:
                return answer(release)
            except OSError as problem:
                if (newer := self.now()) is release:
                    _log.error("%s", problem)
                    raise
                release = newer
