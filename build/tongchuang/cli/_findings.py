"""Findings to be printed, and opening a project that must be free of errors."""

import argparse
import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TextIO

from ..catalogue import Catalogue, resolve
from ..check import check
from ..editorial.messages import written
from ..editorial.messages.quoted import Quoted
from ..editorial.messages.report import Report
from ..load import Sources, load
from ..load.walk import MOST_BYTES
from ..model.finding import Finding
from ..project import Project
from . import day_of, message_language, project_of


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector of cycles: there are none in content, and it would go through millions of values."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def reported(findings: Iterable[Finding], project: Project, lang: str, sources: Sources | None = None) -> Report:
    """Findings ready to be written: paths as people see them, the files to quote, and ``sources`` for examples."""
    shown = tuple(replace(finding, path=project.shown(finding.path)) for finding in findings)
    paths = [document.path for document in sources.documents] if sources else []
    return Report(shown, Quoted(partial(_text, project), paths, shown), lang)


def print_findings(findings: Iterable[Finding], project: Project, lang: str, stream: TextIO) -> None:
    """Findings as text, by file."""
    print(written(reported(findings, project, lang), "text"), file=stream, end="")


def _text(project: Project, path: str) -> str | None:
    """The text of a content file; None for what is no file of the project itself, such as a link that leads out of it."""
    for root in filter(None, (project.root, project.overlay)):
        file = root / path
        if file.is_file() and file.resolve() == root.resolve() / path and file.stat().st_size <= MOST_BYTES:
            return file.read_text(encoding="utf-8-sig", errors="replace")
    return None


class Refused(Exception):
    """The content has errors; they have been printed."""


def opened(args: argparse.Namespace, for_release: bool = False) -> tuple[Sources, Catalogue, date]:
    """The project's sources and catalogue; Refused, after printing the findings, if there are errors.

    ``for_release`` they are about to be published: what is still a draft, or not approved, is an error too.
    """
    project, day, lang = project_of(args), day_of(args), message_language(args)
    with uncollected():
        sources = load(project)
        findings = check(sources, day, for_release=for_release)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        report = reported(errors, project, lang, sources)
        print(written(report, "text"), report.summary(), sep="\n", file=sys.stderr)
        raise Refused
    return sources, resolve(sources, day), day
