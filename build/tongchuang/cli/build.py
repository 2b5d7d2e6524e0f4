"""Check the content, build everything into a new folder below dist/releases/, verify it, then let
dist/current point to it. If anything goes wrong the old release stays as it was.
"""

import argparse
import sys
import time
from collections.abc import Iterator, Mapping

from ..catalogue import Catalogue
from ..model.finding import Bilingual
from ..publish import words
from ..publish.artifact import Artifact
from . import CannotRun, add_as_of, message_language, project_of
from ._findings import Refused, opened
from ._sheets import not_printed

HELP = Bilingual("生成网站、接口、搜索和印刷品", "build the site, API, search and print")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``build``."""
    add_as_of(parser)
    parser.add_argument("--lang", choices=("zh", "en"), help="说明用的语言 · language of the messages")


def run(args: argparse.Namespace) -> int:
    """Build and switch."""
    try:
        _, catalogue, day = opened(args)
    except Refused:
        return 1
    _all_spoken(catalogue)
    lang, project, started = message_language(args), project_of(args), time.monotonic()
    try:
        from ..publish.print import PrintError
        from ..release.build import artifacts
        from ..release.write import ReleaseError, write
    except ImportError as missing:
        raise CannotRun(
            Bilingual(
                f"缺少程序库 {missing.name}。先运行 make hub 完成安装。",
                f"The library {missing.name} is missing. Run make hub once to install what is needed.",
            )
        ) from missing
    report = _Report(lang)
    made: Iterator[Artifact] = artifacts(catalogue, project.cache, report)
    sample = catalogue.view("zh").hub.sample
    try:
        folder = write(project.dist, made, day.isoformat(), sample, catalogue.languages)
    except PrintError as problem:
        raise not_printed(problem) from problem
    except ReleaseError as problem:
        raise CannotRun(Bilingual(f"没有发布：{problem}", f"Not released: {problem}")) from problem
    report.close()
    seconds = time.monotonic() - started
    done = Bilingual(f"完成：{folder}（{seconds:.0f} 秒）", f"Done: {folder} ({seconds:.0f} s)")
    print(done.in_language(lang))
    if sample:
        note = Bilingual(
            "这是样稿：content/hub.yaml 还没有填写 publisher 和 base_url。",
            "This is a sample: publisher and base_url are not set in content/hub.yaml.",
        )
        print(note.in_language(lang))
    return 0


def _all_spoken(catalogue: Catalogue) -> None:
    """CannotRun if the content has a language that the interface has no words for."""
    for lang in catalogue.languages:
        if lang not in words.languages():
            raise CannotRun(
                Bilingual(
                    f"内容里有 {lang} 译文，但没有界面用语。请补上 {words.FOLDER / lang}.yaml，可以照着 en.yaml 译。",
                    f"There is content in {lang} but no interface words. Add {words.FOLDER / lang}.yaml; translate en.yaml.",
                )
            )


class _Report:
    """Progress on standard error: a line for each publisher, and a count that moves on a terminal."""

    NAMES: Mapping[str, Bilingual] = {
        "site": Bilingual("网站", "site"),
        "api": Bilingual("接口", "API"),
        "export": Bilingual("表格", "tables"),
        "search": Bilingual("搜索", "search"),
        "offline": Bilingual("离线内容", "offline"),
        "print": Bilingual("印刷品", "print"),
    }

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._moving = False

    def __call__(self, publisher: str, done: int, total: int) -> None:
        name = self.NAMES[publisher].in_language(self._lang)
        if not total:
            self.close()
            print(f"{name} …", file=sys.stderr, flush=True)
        elif sys.stderr.isatty():
            width = 30 * done // total
            print(f"\r{name} [{'#' * width:<30}] {done}/{total}", end="", file=sys.stderr, flush=True)
            self._moving = True
        elif done * 4 // total != (done - 1) * 4 // total:
            print(f"{name} {done}/{total}", file=sys.stderr, flush=True)

    def close(self) -> None:
        """End the line that moves."""
        if self._moving:
            print(file=sys.stderr)
        self._moving = False
