"""Every problem is printed by file, the file with most errors first: where it is, what is wrong, the line, what to do,
and how another file writes the same:

    content/services/legal-aid/legal-aid-application.yaml:12:3: S102 [错误] ...
        12 | ...
           | ^
        → ...

With --base, the content is also compared with that of a Git revision: what changed must stand in the record's
revisions, and nothing published may vanish. For a branch, name the commit that it left from:

    tongchuang check --base "$(git merge-base origin/main HEAD)"

Nothing is changed. Exit status: 0 no errors (warnings are allowed), 1 errors, 2 could not run.
"""

import argparse
import os
import sys
from pathlib import Path

from ..check import check
from ..collector import uncollected
from ..editorial.messages import FORMATS, written
from ..editorial.messages.github import step_summary
from ..editorial.messages.report import reported
from ..load import load
from ..load.history import NoBase, load_at
from ..model.finding import Bilingual
from . import CannotRun, add_as_of, day_of, message_language, project_of

HELP = Bilingual("检查内容", "check the content")
_SUMMARY = "GITHUB_STEP_SUMMARY"  # GitHub Actions: the file that a step adds its summary to


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``check``."""
    add_as_of(parser)
    parser.add_argument(
        "--base",
        metavar="REV",
        help="和 Git 里的这个版本比较（分支、标签或提交） · compare with this Git revision (branch, tag or commit)",
    )
    parser.add_argument(
        "--for-release",
        action="store_true",
        help="按发布的要求查：不能有草稿标记，实质改动要有批准（站点要求时） · as for a release: no marks of drafts, and "
        "approvals where the hub asks for them",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="输出格式：github 是 Actions 的标注（全部写进步骤摘要），gitlab 是 Code Quality · output format: github "
        "makes annotations of Actions (all of them in the step's summary), gitlab a Code Quality report",
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
        sources = load(project)
        findings = check(sources, day_of(args), base.sources if base else None, args.for_release)
    report = reported(findings, project, lang, sources)
    sys.stdout.write(written(report, args.format))
    if args.format == "github" and (summary := os.environ.get(_SUMMARY)):
        with Path(summary).open("a", encoding="utf-8") as stream:
            stream.write(step_summary(report))
    if base:
        compared = Bilingual(
            f"和 {args.base}（{base.commit[:12]}）比较过。", f"Compared with {args.base} ({base.commit[:12]})."
        )
        print(compared.in_language(lang), file=sys.stderr)
    print(report.summary(), file=sys.stderr)
    return int(any(finding.severity == "error" for finding in findings))
