"""Every file of the release is compared with its manifest, and every link in it followed. Exit status: 0 whole, 1 not, 2 no release."""

import argparse
from pathlib import Path

from ..model.finding import Bilingual
from . import CannotRun, message_language, project_of

HELP = Bilingual("核对发布内容是否完整", "check that a release is whole")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``verify``."""
    parser.add_argument(
        "release", nargs="?", type=Path, help="发布文件夹（默认 dist/current） · a release (default: dist/current)"
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="用哪种语言说明问题 · language of the messages")


def run(args: argparse.Namespace) -> int:
    """Print what is wrong with a release."""
    from ..release import manifest
    from ..release.verify import verify

    folder: Path = args.release or project_of(args).dist / "current"
    if not folder.is_dir():
        raise CannotRun(
            Bilingual(
                f"没有找到发布文件夹 {folder}。先运行 tongchuang build。",
                f"There is no release at {folder}. Run tongchuang build first.",
            )
        )
    problems = verify(folder)
    lang = message_language(args)
    for problem in problems:
        print(problem.message.in_language(lang))
    if not problems:
        facts = manifest.read(folder)
        whole = Bilingual(
            f"完整：{facts.id}，{len(facts.files)} 个文件。", f"Whole: {facts.id}, {len(facts.files)} files."
        )
        print(whole.in_language(lang))
    return int(bool(problems))
