"""Search the release in dist/current/ exactly as the site does: the same index, the same results in the same
order. Chinese, pinyin, initials or English; one wrong character or letter does not matter.

Exit status: 0 (also when nothing is found), 2 when there is no release to search.
"""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from ..model.finding import Bilingual
from . import CannotRun

HELP = Bilingual("搜索已生成的内容", "search what has been built")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``search``."""
    parser.add_argument("query", help="要找什么，用平常话写 · what to look for, in plain words")
    parser.add_argument(
        "--lang", default="zh", help="用哪种语言的内容（默认 zh） · language of the content (default: zh)"
    )
    parser.add_argument(
        "--limit", type=_count, default=10, metavar="N", help="最多几条，1 到 50 · at most N results (1 to 50)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出格式 · output format")


def run(args: argparse.Namespace) -> int:
    """Print the results, best first."""
    from ..publish.search.reader import Reader

    folder: Path = args.project.resolve() / "dist" / "current" / "search"
    try:
        reader = Reader(lambda path: (folder / path).read_bytes())
        if args.lang not in reader.languages:
            raise CannotRun(_no_language(args.lang, reader.languages))
        results = reader.search(args.query, args.lang, args.limit)
    except (OSError, ValueError, KeyError) as problem:
        raise CannotRun(_no_release(folder)) from problem
    if args.format == "json":
        keys = ("kind", "id", "title", "url", "score")
        rows = [{key: value for key, value in asdict(found).items() if key in keys} for found in results]
        print(json.dumps({"results": rows}, ensure_ascii=False, indent=1))
        return 0
    for found in results:
        print(f"{found.title}  [{found.kind} {found.id}]")
        print(f"    {found.line}\n    {found.url}")
    if not results:
        nothing = Bilingual("没有找到。换个说法试试，或者打12345问。", "Nothing found. Try other words, or call 12345.")
        print(nothing.in_language(args.lang))
    return 0


def _count(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 50:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text}: 请写 1 到 50 的数 · write a number from 1 to 50")


def _no_release(folder: Path) -> Bilingual:
    return Bilingual(
        f"没有可以搜索的发布内容（{folder}）。先运行 tongchuang build。",
        f"There is no release to search ({folder}). Run tongchuang build first.",
    )


def _no_language(lang: str, known: tuple[str, ...]) -> Bilingual:
    return Bilingual(
        f"没有语言 {lang} 的内容。可以用：{'、'.join(known)}。",
        f"There is no content in {lang}. There is: {', '.join(known)}.",
    )
