"""What is done to a sheet when it is finished: cut up for a smaller printer, put two by two, or given bleed."""

import argparse
from pathlib import Path

from ..catalogue import Catalogue
from ..model.finding import Bilingual, Failure
from . import CannotRun


def add_finish(parser: argparse.ArgumentParser) -> None:
    """The arguments; one of them at a time."""
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--tile",
        choices=("A4", "A3"),
        help="拼贴：大张的分印在几张 A4 或 A3 上，裁了粘起来 · a large sheet on several pages to glue together",
    )
    way.add_argument(
        "--impose",
        choices=("2up", "booklet"),
        help="两页拼一张：2up 裁开，booklet 双面印、对折成册（A5 拼到 A4） · two pages on a sheet: to cut apart, or to fold",
    )
    way.add_argument(
        "--bleed",
        action="store_true",
        help="给印刷店：四边出血3毫米，带裁切线 · for a print shop: 3 mm of bleed and crop marks",
    )


def asked(args: argparse.Namespace) -> str:
    """Which of them is asked for, as it stands in a file's name; empty for none."""
    if args.tile:
        return f"tile-{args.tile}"
    return args.impose or ("bleed" if args.bleed else "")


def finished(args: argparse.Namespace, catalogue: Catalogue, data: bytes) -> bytes:
    """The PDF of a sheet as it was asked for. CannotRun for a sheet that can't be done so."""
    if not asked(args):
        return data
    from ..publish.print import FONTS
    from ..publish.print.bleed import with_bleed
    from ..publish.print.compose import sheet_languages
    from ..publish.print.impose import impose
    from ..publish.print.tile import tile

    try:
        if args.tile:
            return tile(data, args.tile, sheet_languages(catalogue)[args.lang], FONTS)
        return impose(data, args.impose) if args.impose else with_bleed(data)
    except Failure as problem:
        raise CannotRun(problem.message) from problem


def named(target: Path, args: argparse.Namespace) -> Path:
    """The name of a file, with what was done to the sheet."""
    return target.with_suffix(f".{asked(args)}{target.suffix}") if asked(args) else target


def how_to_print(args: argparse.Namespace) -> Bilingual | None:
    """What to choose in the printer's window, where it matters."""
    if args.tile:
        return Bilingual(
            "打印时选“实际大小”（100%）。裁法、粘法写在每张的下边。",
            "Print at actual size (100 %). How to cut and glue stands at the foot of each page.",
        )
    if args.impose == "booklet":
        return Bilingual(
            "打印时选“实际大小”、双面、短边翻转；对折，在折线上订。",
            "Print at actual size, on both sides, flipped on the short edge; fold, and staple in the fold.",
        )
    return None
