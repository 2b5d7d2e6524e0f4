"""Findings to be printed, and opening a project that must be free of errors."""

import argparse
import sys
from datetime import date

from ..catalogue import Catalogue, resolve
from ..check import check
from ..collector import uncollected
from ..editorial.messages import written
from ..editorial.messages.report import reported
from ..load import Sources, load
from . import day_of, message_language, project_of


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
    with uncollected():
        catalogue = resolve(sources, day)
    return sources, catalogue, day
