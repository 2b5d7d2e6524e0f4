"""One sheet as PDF:

    tongchuang print notice --service labour-arbitration --lang both
    tongchuang print notice --service labour-arbitration --answers claim=pay,job=left
    tongchuang print process --service rental-house-registration --place 330000
    tongchuang print board --place 441602001 --size A2
    tongchuang print sign --place 441602001 --window win-petition --output sign.pdf
    tongchuang print wall --of heyuan-pledges --place 441602001 --size A2
    tongchuang print board --place 441602001 --size A2 --tile A4
    tongchuang print leaflet --of heyuan-2011 --impose booklet
    tongchuang print guide --service labour-arbitration --format docx

DOCUMENT, and what it is of:

    --service   notice 一次性告知单, process 办事流程图; with docx and txt also guide 办事指南
    --place     board 服务项目公示, sign 门牌, plate 机构牌匾, walls 上墙清单, posts 岗位公示·去向牌,
                guidebook 办事指南（全本）
    --of        wall 上墙张贴, card 卡片 (content/wall); door 哪扇门 (区划代码 · division code);
                category 这一类能办的事, guide 办事指南 (content/categories.yaml);
                event 这件事从头到尾怎么办, rights 维权口袋卡 (content/life-events.yaml);
                leaflet 政策明白纸, overview 总览图, duties 责任分工表 (content/policies);
                form 空白表格, filled 样表, placard 告示 (content/forms); ledger 空白台账 (content/ledgers);
                timetable 巡回时间表 (content/network/points); season 限期通知 (content/notices)

    tongchuang print --all
    tongchuang print --due --since 2026-10-01 --place 441602001
    tongchuang print --due --since v1.2 --format csv
    tongchuang print --due --since v1.2 --format pdf --place 441602001
    tongchuang print --pack --place 441602001

With --due no sheet is printed: it lists, for each place, which sheets on its walls to replace and what changed, since a
day (by the dates of revisions) or since a Git revision (by the editions then and now); with --format pdf as a list to
tick at the wall.

With --all the standard set of the whole network, into the folder print/ (or --output): for each place its services board
and wall list on A4, each sign on A4 and A5; for each service its notice and process board; and print/index.json, which
tells of each sheet its edition, pages and letter sizes. What has not changed since is not printed again.

With --pack everything that belongs on the walls of a place: its wall list and the sheets on it as one PDF for an office
printer, and in the folder shop/ those that are made larger, as pictures (JPEG, real size, 150 dpi) for a print shop.

With --tile, --impose and --bleed a finished sheet is cut up for a smaller printer, put two by two on a larger sheet, or
given what a print shop cuts away. With docx a service's notice or guide is a Word file to edit, with txt text to paste.

With --answers a notice has only what somebody's own case needs, as the checklist on the phone does. The answers are not
kept anywhere but on that sheet.

The sheets of the whole hub are printed by tongchuang build.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from ..catalogue import Catalogue
from ..catalogue.answers import Answers, UnknownAnswer, read
from ..model.finding import Bilingual
from . import CannotRun, add_as_of, message_language
from ._due_sheets import print_due
from ._editable import FORMATS, name_of, text_of
from ._findings import Refused, opened
from ._finish import add_finish, asked, finished, how_to_print, named
from ._sheets import refusing
from ._texts import put_below, put_file

HELP = Bilingual("印一张：公示牌、告知单、流程图、制度牌……", "print one sheet: a board, a notice, a chart …")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``print``."""
    parser.add_argument("document", metavar="DOCUMENT", nargs="?", help="印什么，见上面 · what to print, see above")
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--pack", action="store_true", help="检查包：一个地方要上墙的全部 · all that belongs on the walls of a place"
    )
    instead.add_argument("--all", action="store_true", help="全网的标准一套 · the standard set of the whole network")
    instead.add_argument("--due", action="store_true", help="墙上哪些该换了，为什么 · which sheets to replace, and why")
    parser.add_argument(
        "--since",
        metavar="REV|DATE",
        help="从哪天或 Git 的哪个版本算起（默认 90 天前） · since a day or Git revision (default: 90 days ago)",
    )
    parser.add_argument(
        "--format",
        choices=("pdf", "png", "jpg", *FORMATS, "csv"),
        help="pdf（默认），或者给图文店的图片（原大，150 dpi）；事项的 notice、guide 可以用 docx、txt；--due 可以用 csv、pdf · pdf (default), or pictures for a print "
        "shop (real size, 150 dpi); docx, txt for a service's notice and guide; csv or pdf for --due",
    )
    of = parser.add_mutually_exclusive_group()
    of.add_argument("--service", metavar="ID", help="事项编号 · service id")
    of.add_argument("--of", metavar="ID", help="别的编号，见上面 · any other id, see above")
    parser.add_argument("--place", metavar="CODE", help="区划代码 · division code of the place")
    parser.add_argument("--window", metavar="ID", help="窗口编号 · window id")
    parser.add_argument(
        "--answers", metavar="Q=A,…", help="告知单：只印这些情况要的 · notice: only what these answers need"
    )
    parser.add_argument("--size", metavar="SIZE", help="A2、A4 …（默认每种的第一个） · default: the first of each")
    add_finish(parser)
    parser.add_argument("--lang", default="zh", metavar="LANG", help="zh、en、both（默认 zh） · default: zh")
    parser.add_argument(
        "--output",
        type=Path,
        metavar="FILE",
        help="写到哪个文件，检查包是哪个文件夹 · where to write the PDF; of a pack the folder",
    )
    add_as_of(parser)


def run(args: argparse.Namespace) -> int:
    """Write the sheet."""
    allowed = ("csv", "pdf") if args.due else () if args.pack or args.all else ("pdf", "png", "jpg", *FORMATS)
    if args.format and args.format not in allowed:
        raise CannotRun(Bilingual(f"这里不能用 --format {args.format}。", f"--format {args.format} can't be had here."))
    if asked(args) and (args.pack or args.all or args.due):
        raise CannotRun(
            Bilingual("--tile、--impose、--bleed 只用于一张。", "--tile, --impose and --bleed are for one sheet only.")
        )
    try:
        _, catalogue, _ = opened(args)
    except Refused:
        return 1
    if args.pack:
        return _pack(args, catalogue)
    if args.all:
        from ._all_sheets import print_all

        return print_all(args, catalogue)
    if args.due:
        return print_due(args, catalogue)
    from ..publish.print import FONTS, sheet

    # A sheet of a place is of the place that --place names; any other may be for it.
    of = args.of or args.service
    place = args.place if of else None
    with refusing():
        answers = _answers(args, catalogue)
        if args.format in FORMATS:
            return _editable(args, text_of(args, catalogue, answers))
        made = sheet(
            catalogue,
            FONTS,
            args.document or "",
            of or args.place or "",
            place=place,
            window=args.window,
            answers=answers,
            size=args.size,
            lang=args.lang,
        )
    kind = args.format or "pdf"
    target: Path = args.output or named(Path(Path(made.path).name).with_suffix(f".{kind}"), args)
    for file in _written(finished(args, catalogue, made.data), target, kind):
        print(Bilingual(f"已写好 {file}", f"Written to {file}").in_language(message_language(args)))
    if hint := how_to_print(args):
        print(hint.in_language(message_language(args)))
    return 0


def _editable(args: argparse.Namespace, data: bytes) -> int:
    """Write a notice or guide to be edited or pasted."""
    target: Path = args.output or name_of(args)
    put_file(target, data)
    print(Bilingual(f"已写好 {target}", f"Written to {target}").in_language(message_language(args)))
    return 0


def _written(data: bytes, target: Path, format: str) -> Iterator[Path]:
    """The files of a sheet: the PDF, or a picture for each page, numbered if there are several."""
    if format == "pdf":
        put_file(target, data)
        yield target
        return
    from ..publish.print.raster import pictures

    pages = list(pictures(data, "png" if format == "png" else "jpg"))
    for number, picture in enumerate(pages, 1):
        file = target.with_stem(f"{target.stem}-{number}") if len(pages) > 1 else target
        put_file(file, picture)
        yield file


def _pack(args: argparse.Namespace, catalogue: Catalogue) -> int:
    """Write the inspection pack of a place."""
    from ..publish.print import FONTS, pack

    lang = message_language(args)
    folder: Path = args.output or Path(f"pack-{args.place}")
    print(
        Bilingual("正在印检查包，要一两分钟 …", "Printing the pack; it takes a minute or two …").in_language(lang),
        file=sys.stderr,
    )
    with refusing():
        for file in pack.made(catalogue, FONTS, args.place or "", args.lang):
            put_below(folder, file)
    print(Bilingual(f"已写到 {folder}", f"Written to {folder}").in_language(lang))
    return 0


def _answers(args: argparse.Namespace, catalogue: Catalogue) -> Answers:
    """What ``--answers`` says of the service's questions. KeyError for an unknown service or place."""
    if not args.answers:
        return ()
    if args.document not in ("notice", "guide"):
        raise CannotRun(Bilingual("--answers 只用于 notice、guide。", "--answers is for a notice or a guide only."))
    service = catalogue.view("zh").service(args.service or "", args.place)
    try:
        return read(args.answers, service.questions)
    except UnknownAnswer as unknown:
        known = "\n    ".join(unknown.known)
        raise CannotRun(
            Bilingual(
                f"“{unknown.written}”不是这件事的回答，或者同一个问题答了两次。可以写：\n    {known}",
                f"{unknown.written!r} is no answer here, or a second one to a question. There are:\n    {known}",
            )
        ) from unknown
