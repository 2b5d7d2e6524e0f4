"""Every problem is printed with file, line and column, what is wrong and what to do:

    content/services/legal-aid/legal-aid-application.yaml:12:3: S102 ...
        → ...

Nothing is changed. Exit status: 0 no errors (warnings are allowed), 1 errors, 2 could not run.
"""

import argparse
import sys

from ..check import check
from ..load import load
from ..model.finding import Bilingual
from . import add_as_of, day_of, message_language, project_of
from ._findings import print_findings, summary

HELP = Bilingual("检查内容", "check the content")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``check``."""
    add_as_of(parser)
    parser.add_argument("--lang", choices=("zh", "en"), help="用哪种语言说明问题 · language of the messages")


def run(args: argparse.Namespace) -> int:
    """Print all findings."""
    findings = check(load(project_of(args)), day_of(args))
    lang = message_language(args)
    print_findings(findings, lang, sys.stdout)
    print(summary(findings, lang), file=sys.stderr)
    return int(any(finding.severity == "error" for finding in findings))
