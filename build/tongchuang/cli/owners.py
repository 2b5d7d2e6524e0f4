"""Write CODEOWNERS: GitHub, GitLab and Gitee then ask the right team to review each change. Which team reviews which
content stands in content/hub.yaml:

    reviewers:
      - team: "@heyuan/editors"                            # all that no other team has
      - {team: "@heyuan/hrss", department: hrss}           # its services and policies
      - {team: "@heyuan/yuancheng", region: "441602"}      # places and local versions there

Run it again when services, policies or reviewers were added; with --check it only says whether it is time to.

Exit status: 0 written (or up to date), 1 out of date or the content has errors, 2 could not run.
"""

import argparse

from ..editorial.owners import FILE, owners
from ..model.finding import Bilingual, Failure
from . import CannotRun, add_as_of, message_language, project_of
from ._findings import Refused, opened
from ._texts import put_file

HELP = Bilingual("写出 CODEOWNERS：改动该请谁审", "write CODEOWNERS: whom to ask for a review")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``owners``."""
    parser.add_argument(
        "--check", action="store_true", help="只看要不要重写，不写 · only say whether it is out of date"
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="说明用的语言 · language of the messages")
    add_as_of(parser)


def run(args: argparse.Namespace) -> int:
    """Write the file, or compare it."""
    try:
        sources, catalogue, _ = opened(args)
    except Refused:
        return 1
    try:
        text = owners(sources, catalogue.view("zh")).encode()
    except Failure as problem:
        raise CannotRun(problem.message) from None
    file, lang = project_of(args).root / FILE, message_language(args)
    current = file.is_file() and file.read_bytes() == text
    if args.check and not current:
        said = Bilingual(f"{FILE} 要重写：运行 tongchuang owners。", f"{FILE} is out of date: run tongchuang owners.")
        print(said.in_language(lang))
        return 1
    if not current:
        put_file(file, text)
    said = Bilingual(f"{FILE} 是最新的。", f"{FILE} is up to date.")
    print(said.in_language(lang))
    return 0
