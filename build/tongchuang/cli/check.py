"""Every problem is printed with file, line and column, what is wrong and what to do:

    content/services/legal-aid/legal-aid-application.yaml:12:3: S102 ...
        → ...

With --base, the content is also compared with that of a Git revision: what changed must stand in the record's
revisions, and nothing published may vanish. For a branch, name the commit that it left from:

    tongchuang check --base "$(git merge-base origin/main HEAD)"

Nothing is changed. Exit status: 0 no errors (warnings are allowed), 1 errors, 2 could not run.
"""

import argparse
import sys

from ..check import check
from ..load import load
from ..load.history import NoBase, load_at
from ..model.finding import Bilingual
from . import CannotRun, add_as_of, day_of, message_language, project_of
from ._findings import print_findings, summary, uncollected

HELP = Bilingual("检查内容", "check the content")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``check``."""
    add_as_of(parser)
    parser.add_argument(
        "--base",
        metavar="REV",
        help="和 Git 里的这个版本比较（分支、标签或提交） · compare with this Git revision (branch, tag or commit)",
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="用哪种语言说明问题 · language of the messages")


def run(args: argparse.Namespace) -> int:
    """Print all findings."""
    project, lang = project_of(args), message_language(args)
    base = None
    if args.base is not None:
        try:
            base = load_at(project, args.base)
        except NoBase as problem:
            raise CannotRun(problem.message) from None
    with uncollected():
        findings = check(load(project), day_of(args), base.sources if base else None)
    print_findings(findings, project, lang, sys.stdout)
    if base:
        compared = Bilingual(
            f"和 {args.base}（{base.commit[:12]}）比较过。", f"Compared with {args.base} ({base.commit[:12]})."
        )
        print(compared.in_language(lang), file=sys.stderr)
    print(summary(findings, lang), file=sys.stderr)
    return int(any(finding.severity == "error" for finding in findings))
