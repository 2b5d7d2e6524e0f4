"""What there is to see: the site of the last content that was right, and what is wrong with the content now."""

import gc
import threading
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from ...catalogue import Catalogue, resolve
from ...check import check
from ...editorial.messages.report import Report, reported
from ...load import Sources, load
from ...load.documents import parse
from ...load.walk import MOST_FILES
from ...model.finding import Finding
from ...project import Project
from ...publish.sheets import sheets
from ...publish.site.asked import Asked
from .watch import Seen, look, saved


@dataclass(frozen=True)
class Shown:
    """What there is to see after the ``number``-th reading.

    ``catalogue`` and ``site`` are of the last content without errors (None before there was any), ``findings`` of the
    content now: errors, and what else is to be said of the files that were ``saved`` since the preview began.
    """

    number: int = 0
    catalogue: Catalogue | None = None
    site: Asked | None = None
    sources: Sources = field(default_factory=lambda: Sources(()))
    findings: tuple[Finding, ...] = ()
    saved: frozenset[str] = frozenset()

    @property
    def current(self) -> bool:
        """Whether the site is of the content as it is now."""
        return not any(finding.severity == "error" for finding in self.findings)


class Desk:
    """Reads a project's content for a day, again whenever it was saved; of what was read before, only what changed."""

    def __init__(self, project: Project, day: date) -> None:
        self.project, self.day = project, day
        self.shown = Shown()
        # By the bytes of a file: those that were not saved are not parsed again.
        self._parse = lru_cache(MOST_FILES)(parse)
        self._seen: Seen = look(project)
        self._told = threading.Condition()
        self._drawing = threading.Lock()
        self.read(frozenset())

    def look(self) -> None:
        """Read the content again if a file was saved."""
        seen = look(self.project)
        if touched := saved(self._seen, seen):
            self._seen = seen
            self.read(touched)

    def read(self, touched: frozenset[str]) -> None:
        """Read the content and tell those who wait for it; ``touched`` are the paths of the files that were saved."""
        # There are no cycles in content, and the collector would go through millions of values.
        gc.disable()
        try:
            shown = self._read(touched | self.shown.saved)
        finally:
            gc.enable()
        with self._told:
            self.shown = shown
            self._told.notify_all()

    def _read(self, touched: frozenset[str]) -> Shown:
        sources = load(self.project, self._parse)
        found = [one for one in check(sources, self.day) if one.severity == "error" or one.path in touched]
        shown = replace(self.shown, number=self.shown.number + 1, sources=sources, findings=tuple(found), saved=touched)
        if not shown.current:
            return shown
        catalogue = resolve(sources, self.day)
        return replace(shown, catalogue=catalogue, site=Asked(catalogue, sheets(catalogue)))

    def wait(self, number: int, seconds: float) -> int:
        """The number of what is shown, as soon as it isn't ``number``, at the latest after some seconds."""
        with self._told:
            self._told.wait_for(lambda: self.shown.number != number, seconds)
            return self.shown.number

    def report(self, shown: Shown, lang: str) -> Report:
        """The findings, ready to be written."""
        return reported(shown.findings, self.project, lang, shown.sources)

    def file(self, shown: Shown, path: str) -> bytes | None:
        """A file of the site, None if it has none at the path. One at a time: what draws keeps parts of pages."""
        with self._drawing:
            return shown.site.file(path) if shown.site else None
