"""One sheet as PDF:

    tongchuang print notice --service labour-arbitration --lang both
    tongchuang print process --service rental-house-registration --place 330000
    tongchuang print board --place 441602001 --size A2
    tongchuang print sign --place 441602001 --window win-petition --output sign.pdf
    tongchuang print wall --of heyuan-pledges --place 441602001 --size A2

DOCUMENT, and what it is of:

    --service   notice 一次性告知单, process 办事流程图
    --place     board 服务项目公示, sign 门牌, plate 机构牌匾, walls 上墙清单
    --of        wall 上墙张贴, card 卡片 (content/wall); door 哪扇门 (区划代码 · division code);
                category 这一类能办的事 (content/categories.yaml);
                event 这件事从头到尾怎么办, rights 维权口袋卡 (content/life-events.yaml);
                leaflet 政策明白纸, overview 总览图, duties 责任分工表 (content/policies);
                form 空白表格, filled 样表, placard 告示 (content/forms); ledger 空白台账 (content/ledgers);
                timetable 巡回时间表 (content/network/points); season 限期通知 (content/notices)

The sheets of the whole hub are printed by tongchuang build.
"""

import argparse
from pathlib import Path

from ..model.finding import Bilingual
from . import CannotRun, add_as_of, message_language
from ._findings import Refused, opened
from ._sheets import not_printed

HELP = Bilingual("印一张：公示牌、告知单、流程图、制度牌……", "print one sheet: a board, a notice, a chart …")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``print``."""
    parser.add_argument("document", metavar="DOCUMENT", help="印什么，见上面 · what to print, see above")
    of = parser.add_mutually_exclusive_group()
    of.add_argument("--service", metavar="ID", help="事项编号 · service id")
    of.add_argument("--of", metavar="ID", help="别的编号，见上面 · any other id, see above")
    parser.add_argument("--place", metavar="CODE", help="区划代码 · division code of the place")
    parser.add_argument("--window", metavar="ID", help="窗口编号 · window id")
    parser.add_argument("--size", metavar="SIZE", help="A2、A4 …（默认每种的第一个） · default: the first of each")
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

    # A sheet of a place is of the place that --place names; any other may be for it.
    of = args.of or args.service
    place = args.place if of else None
    try:
        made = sheet(
            catalogue,
            FONTS,
            args.document,
            of or args.place or "",
            place=place,
            window=args.window,
            size=args.size,
            lang=args.lang,
        )
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
            "请写明印哪一个：--place 地方、--service 事项或 --of 编号。看 tongchuang print --help。",
            "Say which one: --place, --service, or --of with an id. See tongchuang print --help.",
        )
    return Bilingual(
        f"没有“{value}”。看 tongchuang print --help。", f"There is no {value!r}. See tongchuang print --help."
    )
