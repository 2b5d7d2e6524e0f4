"""Check the content, build everything into a new folder below dist/releases/, verify it, then let
dist/current point to it. If anything goes wrong the old release stays as it was.

A release holds nothing marked as a draft, and no change of substance without its approval where the hub asks for
one. With --preview both are allowed, to look at a change before it is settled: all of it is then marked as a sample
and goes to dist-preview/, never to dist/.
"""

import argparse
import time
from collections.abc import Iterator

from ..catalogue import Catalogue
from ..catalogue import sample as as_sample
from ..model.finding import Bilingual
from ..publish import words
from ..publish.artifact import Artifact
from . import CannotRun, add_as_of, lacking, message_language, project_of
from ._bar import Bar
from ._findings import Refused, opened
from ._sheets import not_printed

HELP = Bilingual("生成网站、接口、搜索和印刷品", "build the site, API, search and print")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``build``."""
    add_as_of(parser)
    parser.add_argument(
        "--preview",
        action="store_true",
        help="预览还没定的改动：草稿和没批准的也生成，全部标明样稿 · to look at an unsettled change: drafts too, all marked "
        "as a sample",
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="说明用的语言 · language of the messages")


def run(args: argparse.Namespace) -> int:
    """Build and switch."""
    try:
        _, catalogue, day = opened(args, for_release=not args.preview)
    except Refused:
        return 1
    if args.preview:
        catalogue = as_sample(catalogue)
    _all_spoken(catalogue)
    lang, project, started = message_language(args), project_of(args), time.monotonic()
    try:
        from ..publish.print import PrintError
        from ..release.build import artifacts
        from ..release.write import ReleaseError, write
    except ImportError as missing:
        raise lacking(missing, "hub") from missing
    report = Bar(lang)
    dist = project.dist.with_name(f"{project.dist.name}-preview") if args.preview else project.dist
    made: Iterator[Artifact] = artifacts(catalogue, project.cache, report)
    sample = catalogue.view("zh").hub.sample
    try:
        folder = write(dist, made, day.isoformat(), sample, catalogue.languages)
    except PrintError as problem:
        raise not_printed(problem) from problem
    except ReleaseError as problem:
        raise CannotRun(Bilingual(f"没有发布：{problem}", f"Not released: {problem}")) from problem
    report.close()
    seconds = time.monotonic() - started
    done = Bilingual(f"完成：{folder}（{seconds:.0f} 秒）", f"Done: {folder} ({seconds:.0f} s)")
    print(done.in_language(lang))
    if args.preview:
        print(
            Bilingual("这是预览，全部标明样稿。", "This is a preview, all of it marked as a sample.").in_language(lang)
        )
    elif sample:
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
