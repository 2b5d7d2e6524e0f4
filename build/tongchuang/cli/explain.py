"""Without a code: all of them, one a line (code, severity, title)."""

import argparse

from ..check import codes, explain
from ..model.finding import Bilingual
from . import CannotRun, message_language

HELP = Bilingual("说明一个问题代码", "explain the code of a finding")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``explain``."""
    parser.add_argument("code", nargs="?", help="例如 R101 · for example R101")
    parser.add_argument("--lang", choices=("zh", "en"), help="语言 · language")


def run(args: argparse.Namespace) -> int:
    """Print what a code means and what to do about it."""
    lang = message_language(args)
    if args.code is None:
        for one in codes():
            print(f"{one.code}  {one.severity:<7}  {one.title.in_language(lang)}")
        return 0
    found = explain(args.code)
    if found is None:
        raise CannotRun(
            Bilingual(
                f"没有 {args.code} 这个代码。运行 tongchuang explain 看全部代码。",
                f"There is no code {args.code}. Run tongchuang explain to see them all.",
            )
        )
    print(f"{found.code}  {found.severity}  {found.title.in_language(lang)}\n\n{found.text.in_language(lang)}")
    return 0
