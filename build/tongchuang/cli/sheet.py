"""Services, places and local versions as an Excel workbook, and back.

    tongchuang sheet export services --output services.xlsx
    tongchuang sheet import services.xlsx --dry-run
    tongchuang sheet import services.xlsx

Import changes in the files only what differs in the cells; comments, order and quotes stay. Problems are named by
worksheet, row and column, and nothing is written unless all is right.

Exit status: 0 done (or nothing to do), 1 the workbook or the content has errors, 2 could not run.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..editorial.messages import written
from ..editorial.messages.report import reported
from ..model.finding import Bilingual
from . import CannotRun, add_as_of, lacking, message_language, project_of
from ._findings import Refused, opened
from ._texts import Texts, file_bytes, put_file

if TYPE_CHECKING:
    from ..editorial.sheet import Import, Name

HELP = Bilingual("导出、导入 Excel 表格", "export to Excel and import again")

_MOST_BYTES = 50_000_000
_MOST_SHOWN = 60


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``sheet``."""
    parser.add_argument("action", choices=("export", "import"), help="导出，或导入 · export, or import")
    parser.add_argument(
        "what",
        nargs="*",
        metavar="services|places|local|FILE.xlsx",
        help="导出哪几种（默认全部）；导入哪个文件 · what to export (default: all), or the file to import",
    )
    parser.add_argument("--output", type=Path, metavar="FILE.xlsx", help="导出到哪里 · where to write what is exported")
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="只看导入会改什么，不写文件 · say what an import would change, write nothing",
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="说明用的语言 · language of the messages")
    add_as_of(parser)


def run(args: argparse.Namespace) -> int:
    """Export or import."""
    try:
        from ..editorial import sheet
    except ImportError as missing:
        raise lacking(missing, "desk") from missing
    try:
        if args.action == "export":
            return _export(args, sheet.names(args.what))
        return _import(args)
    except sheet.NoSuchKind as wrong:
        known = "、".join(sheet.NAMES), ", ".join(sheet.NAMES)
        raise CannotRun(
            Bilingual(f"不能导出“{wrong}”。可以写 {known[0]}。", f'"{wrong}" can\'t be exported; write {known[1]}.')
        ) from wrong
    except sheet.NotABook as problem:
        raise CannotRun(problem.message) from problem
    except Refused:
        return 1


def _export(args: argparse.Namespace, kinds: "Iterable[Name]") -> int:
    from ..editorial import sheet

    if args.output is None or args.output.suffix.lower() != ".xlsx":
        raise CannotRun(
            Bilingual(
                "请用 --output 写明导出到哪个文件，以 .xlsx 结尾。",
                "Say with --output which file to write; its name ends in .xlsx.",
            )
        )
    sources, _, _ = opened(args)
    put_file(args.output, sheet.export(sources, kinds))
    print(Bilingual(f"已导出：{args.output}", f"Exported: {args.output}").in_language(message_language(args)))
    return 0


def _import(args: argparse.Namespace) -> int:
    from ..editorial import sheet

    if len(args.what) != 1:
        raise CannotRun(Bilingual("请写一个要导入的 .xlsx 文件。", "Name one .xlsx file to import."))
    raw = file_bytes(Path(args.what[0]), _MOST_BYTES)
    sources, _, day = opened(args)
    texts, lang = Texts(project_of(args)), message_language(args)
    found = sheet.import_(sources, texts, raw, day)
    if found.problems or found.findings:
        _print_problems(found, args)
        return 1
    for one in found.changed:
        new = Bilingual("（新文件）", " (new)").in_language(lang) if one.new else ""
        print(f"{project_of(args).shown(one.path)}{new}")
        for said in one.said:
            print(f"    {said.in_language(lang)}")
    if not args.dry_run:
        texts.put({one.path: one.text for one in found.changed})
    print(_summary(found, args.dry_run).in_language(lang), file=sys.stderr)
    return 0


def _print_problems(found: "Import", args: argparse.Namespace) -> None:
    lang = message_language(args)
    for problem in found.problems[:_MOST_SHOWN]:
        print(f"{problem.where}: {problem.message.in_language(lang)}")
        print(f"    → {problem.remedy.in_language(lang)}")
    if found.findings:
        sys.stdout.write(written(reported(found.findings, project_of(args), lang), "text"))
    count = len(found.problems) + len(found.findings)
    said = Bilingual(f"{count} 个问题，什么也没有写。", f"{count} problem{'s' * (count != 1)}; nothing was written.")
    print(said.in_language(lang), file=sys.stderr)


def _summary(found: "Import", dry_run: bool) -> Bilingual:
    count = len(found.changed)
    if not count:
        return Bilingual("没有改动。", "Nothing changed.")
    hidden = Bilingual("", "")
    if found.hidden:
        hidden = Bilingual(f"有 {found.hidden} 行隐藏着，也算在内。", f" Counting {found.hidden} hidden rows.")
    if dry_run:
        zh, en = (
            f"会改 {count} 个文件，还没有写。",
            f"{count} file{'s' * (count != 1)} would change; nothing was written.",
        )
    else:
        zh, en = f"改了 {count} 个文件。", f"{count} file{'s' * (count != 1)} changed."
    return Bilingual(zh + hidden.zh, en + hidden.en)
