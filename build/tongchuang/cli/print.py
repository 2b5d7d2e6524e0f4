"""One sheet as PDF:

    tongchuang print notice --service labour-arbitration
    tongchuang print board --place 441602001 --size A2 --lang both
    tongchuang print sign --place 441602001 --window win-petition --output sign.pdf

The sheets of the whole hub are printed by tongchuang build.
"""

import argparse
from pathlib import Path

from ..model.finding import Bilingual
from . import CannotRun, add_as_of, message_language
from ._findings import Refused, opened
from ._sheets import not_printed

HELP = Bilingual("印一张公示牌、告知单或窗口牌", "print one board, notice or sign")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``print``."""
    parser.add_argument("document", help="board 公示牌、notice 一次性告知单、sign 窗口牌")
    parser.add_argument("--place", metavar="CODE", help="区划代码 · division code of the place")
    parser.add_argument("--service", metavar="ID", help="事项编号 · service id")
    parser.add_argument("--window", metavar="ID", help="窗口编号 · window id")
    parser.add_argument("--size", help="A2、A4 …")
    parser.add_argument("--lang", default="zh", metavar="LANG", help="zh、en、both（默认 zh） · default: zh")
    parser.add_argument("--output", type=Path, metavar="FILE", help="写到哪个文件 · where to write the PDF")
    add_as_of(parser)


def run(args: argparse.Namespace) -> int:
    """Write the sheet."""
    try:
        _, catalogue, _ = opened(args)
    except Refused:
        return 1
    from ..publish.print import FONTS, PrintError, sheet

    asked = {key: getattr(args, key) for key in ("place", "service", "window", "size")}
    try:
        made = sheet(catalogue, FONTS, args.document, **asked, lang=args.lang)
    except KeyError as unknown:
        raise CannotRun(_not_there(unknown.args[0])) from unknown
    except PrintError as problem:
        raise not_printed(problem) from problem
    target: Path = args.output or Path(Path(made.path).name)
    target.write_bytes(made.data)
    print(Bilingual(f"已写好 {target}", f"Written to {target}").in_language(message_language(args)))
    return 0


def _not_there(value: str) -> Bilingual:
    if not value:
        return Bilingual(
            "请用 --place 写明地方，或用 --service 写明事项。看 tongchuang print --help。",
            "Name the place with --place, or the service with --service. See tongchuang print --help.",
        )
    return Bilingual(
        f"没有“{value}”。看 tongchuang print --help。", f"There is no {value!r}. See tongchuang print --help."
    )
