"""The command line: the only place that prints, exits or asks what day it is.

A command is a module of this folder with ``HELP``, ``add(parser)`` and ``run(args)``; the folder is the
registry. Exit status: 0 fine, 1 findings, 2 could not run. (Here, ``print`` is a command's module.)
"""

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from ..model.finding import Bilingual, Failure
from ..project import Project

ZONE = "Asia/Shanghai"
_ABOUT = """\
同窗：一份目录，每个窗口同一个答案。
Tongchuang: one catalogue, the same answer at every window.

先看这几个命令 / start with:
  tongchuang check                 内容有没有错 · is the content right?
  tongchuang build                 生成网站、接口、印刷品 · make site, API and print
  tongchuang search 老板不给钱      搜一搜 · try the search
"""


class Command(Protocol):
    """What a module of this folder offers."""

    HELP: Bilingual

    def add(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it; returns the exit status."""


class CannotRun(Failure):
    """The command can't do its work here; ``message`` says what happened and what to do next."""


def lacking(missing: ImportError, extra: str) -> CannotRun:
    """What a command says whose libraries stand behind an ``extra`` that isn't installed."""
    return CannotRun(
        Bilingual(
            f"缺少程序库 {missing.name}。先运行 make hub，或 pip install 'tongchuang[{extra}]'。",
            f"The library {missing.name} is missing. Run make hub once, or pip install 'tongchuang[{extra}]'.",
        )
    )


def commands() -> dict[str, Command]:
    """Every command by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    # A module can't be called import.
    return {name.rstrip("_"): importlib.import_module(f"{__name__}.{name}") for name in names}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    found = commands()
    parser = argparse.ArgumentParser(
        prog="tongchuang", description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in found.items():
        help_ = f"{command.HELP.zh} · {command.HELP.en}"
        subparser = subparsers.add_parser(
            name,
            help=help_,
            description=f"{help_}\n\n{(command.__doc__ or '').strip()}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        subparser.add_argument(
            "--project", type=Path, default=Path(), metavar="DIR", help="项目文件夹 · the folder that holds content/"
        )
        subparser.add_argument(
            "--with",
            dest="overlay",
            type=Path,
            metavar="DIR",
            help="把 DIR/content 里的文件也加进来（示范县：tests/demo） · add the files of DIR/content",
        )
        command.add(subparser)
    args = parser.parse_args(argv)
    try:
        return found[args.command].run(args)
    except CannotRun as problem:
        sys.stderr.write(problem.message.in_language(message_language(args)) + "\n")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        sys.stderr.write("已停止 · stopped\n")
        return 130


def message_language(args: argparse.Namespace) -> str:
    """The language to speak to the editor: ``--lang`` where it is given, else the locale's, else Chinese."""
    if (given := getattr(args, "lang", None)) in ("zh", "en"):
        return str(given)
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if locale.startswith("en") else "zh"


def project_of(args: argparse.Namespace) -> Project:
    """The project to work on; CannotRun if the folder holds no content."""
    project = Project(args.project.resolve(), args.overlay.resolve() if args.overlay else None)
    if not project.content.is_dir():
        raise CannotRun(
            Bilingual(
                f"{project.root} 里没有 content 文件夹。请在项目文件夹里运行，或用 --project 指明。",
                f"There is no content folder in {project.root}. Run this in the project, or name it with --project.",
            )
        )
    if project.overlay and not (project.overlay / "content").is_dir():
        raise CannotRun(
            Bilingual(f"{project.overlay} 里没有 content 文件夹。", f"There is no content folder in {project.overlay}.")
        )
    return project


def add_as_of(parser: argparse.ArgumentParser) -> None:
    """The day that statuses are derived for."""
    parser.add_argument(
        "--as-of",
        type=_day,
        metavar="YYYY-MM-DD",
        help="按哪一天算（默认今天，北京时间） · the day to work for (default: today in Beijing)",
    )


def day_of(args: argparse.Namespace) -> date:
    """The day asked for, else today in Beijing."""
    asked: date | None = args.as_of
    return asked or datetime.now(ZoneInfo(ZONE)).date()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: 请写成 2026-01-31 · write it like 2026-01-31") from None
