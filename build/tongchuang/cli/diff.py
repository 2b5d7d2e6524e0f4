"""What a change means to the public, for whoever approves it: each value before and after, in how many windows and
from when, local differences, sheets of paper to replace, translations that are out of date. Changes of substance
and of wording stand apart.

    tongchuang diff --base origin/main                       Markdown, Chinese above English
    tongchuang diff --base origin/main --format docx --output approval.docx   an approval sheet (审批单) to sign

Nothing is changed. Exit status: 0 compared, 1 the content has errors, 2 could not compare: that never means
that nothing changed.
"""

import argparse
import sys
from pathlib import Path

from ..collector import uncollected
from ..load.history import NoBase, load_at
from ..model.finding import Bilingual
from . import CannotRun, add_as_of, lacking, message_language, project_of
from ._findings import Refused, opened
from ._texts import put_file

HELP = Bilingual("这次改动对公众意味着什么", "what a change means to the public")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``diff``."""
    add_as_of(parser)
    parser.add_argument(
        "--base",
        metavar="REV",
        required=True,
        help="和 Git 里的这个版本比较（分支、标签或提交） · compare with this Git revision (branch, tag or commit)",
    )
    parser.add_argument(
        "--format",
        choices=("markdown", "json", "docx"),
        default="markdown",
        help="输出格式；docx 是审批单 · output format; docx is an approval sheet",
    )
    parser.add_argument(
        "--lang",
        choices=("zh", "en"),
        help="只用一种语言；不写时 markdown 是中英两种，审批单是中文 · one language only; else Markdown has both and the "
        "approval sheet is Chinese",
    )
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="写到这个文件（docx 必须写） · write to this file (docx needs it)"
    )


def run(args: argparse.Namespace) -> int:
    """Compare and write the report."""
    if args.format == "docx" and args.output is None:
        raise CannotRun(
            Bilingual(
                "审批单要写到文件里：请加 --output 审批单.docx。",
                "An approval sheet needs a file: add --output approval.docx.",
            )
        )
    if args.overlay:
        raise CannotRun(
            Bilingual(
                "旧版本里没有 --with 加进来的文件，没法比较。请去掉 --with。",
                "The base lacks the files that --with adds, so they can't be compared. Leave --with out.",
            )
        )
    try:
        from ..editorial.diff import Unreadable, Version, compare
        from ..editorial.diff.approval import approval
        from ..editorial.diff.as_json import as_json
        from ..editorial.diff.markdown import markdown
        from ..publish import pandoc
    except ImportError as missing:
        raise lacking(missing, "hub") from missing
    try:
        base = load_at(project_of(args), args.base)
    except NoBase as problem:
        raise CannotRun(problem.message) from None
    try:
        sources, catalogue, day = opened(args)
    except Refused:
        return 1
    try:
        with uncollected():
            before = Version.of(base.sources, day)
            report = compare(before, Version(sources, catalogue), args.base, base.commit)
    except Unreadable as unreadable:
        raise CannotRun(unreadable.message) from None
    if args.format == "docx":
        try:
            made = approval(report, args.lang or "zh")
        except (pandoc.Failed, pandoc.Stopped) as problem:
            raise CannotRun(Bilingual(f"写不出审批单：{problem}", f"No approval sheet: {problem}")) from None
    elif args.format == "json":
        made = as_json(report).encode()
    else:
        made = markdown(report, (args.lang,) if args.lang else ("zh", "en")).encode()
    if args.output is None:
        sys.stdout.write(made.decode())
        return 0
    put_file(args.output, made)
    done = Bilingual(f"已写到 {args.output}。", f"Written to {args.output}.")
    print(done.in_language(message_language(args)), file=sys.stderr)
    return 0
