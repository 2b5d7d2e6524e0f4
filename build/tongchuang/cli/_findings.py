"""Printing findings, and opening a project that must be free of errors."""

import argparse
import gc
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TextIO

from ..catalogue import Catalogue, resolve
from ..check import check
from ..load import Sources, load
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


def print_findings(findings: Iterable[Finding], project: Project, lang: str, stream: TextIO) -> None:
    """Each finding as ``path:line:col: CODE message``, then what to do on a line of its own."""
    for finding in findings:
        message, remedy = finding.message.in_language(lang), finding.remedy.in_language(lang)
        print(f"{project.shown(finding.path)}:{finding.line}:{finding.column}: {finding.code} {message}", file=stream)
        print(f"    → {remedy}", file=stream)


def summary(findings: Iterable[Finding], lang: str) -> str:
    """How many errors and warnings there are, in a sentence."""
    found = list(findings)
    errors = sum(finding.severity == "error" for finding in found)
    rest = len(found) - errors
    if lang.startswith("zh"):
        return f"{errors} 个错误，{rest} 个提醒。" if found else "没有发现问题。"
    if not found:
        return "No problems found."
    return f"{errors} error{'s' * (errors != 1)}, {rest} warning{'s' * (rest != 1)}."


class Refused(Exception):
    """The content has errors; they have been printed."""


def opened(args: argparse.Namespace) -> tuple[Sources, Catalogue, date]:
    """The project's sources and catalogue; Refused, after printing the findings, if there are errors."""
    project, day, lang = project_of(args), day_of(args), message_language(args)
    with uncollected():
        sources = load(project)
        findings = check(sources, day)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors:
        print_findings(errors, project, lang, sys.stderr)
        print(summary(errors, lang), file=sys.stderr)
        raise Refused
    return sources, resolve(sources, day), day
