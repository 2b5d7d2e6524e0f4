"""Make a policy of a file from another office: Word (.docx), OpenDocument (.odt), a saved web page, a PDF with text,
or plain text. Scans, encrypted files and old formats are refused, with what to do.

    tongchuang import 通知.docx
    tongchuang import 通知.docx --id wage-notice-2026 > report.md

The policy is written to content/policies/<id>/zh.md: number, issuers, recipients and each date in its field, the text
in sections, measures with their departments. What isn't certain stands in review.unconfirmed, each line with the mark
【草稿】: check it against the document, then delete the line. Until they are gone nothing is published. The report (to
paste into the pull request) tells what was found, what to check, what was left out, and compares the characters.

Exit status: 0 imported, 1 imported, but characters are missing or the content has errors, 2 not imported.
"""

import argparse
import re
import sys
from pathlib import Path

from ..check import check
from ..collector import uncollected
from ..editorial.messages import written
from ..editorial.messages.report import reported
from ..load import load
from ..model.finding import Bilingual
from ..project import Project
from . import CannotRun, add_as_of, day_of, lacking, message_language, project_of

HELP = Bilingual("把别处发来的文件变成政策", "make a policy of a document")

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REGION = re.compile(r"[1-9]\d{5}(?:\d{3}){0,2}")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``import``."""
    parser.add_argument("file", type=Path, metavar="FILE", help="文件 · the file")
    parser.add_argument(
        "--id",
        type=_id,
        metavar="ID",
        help="政策的编号，公布后不能再改（不写就照发文字号拼） · the policy's id (default: spelt from its number)",
    )
    parser.add_argument(
        "--region",
        type=_region,
        metavar="CODE",
        help="适用地区的区划代码（不写就照发文机关认） · division code (default: told from the issuer)",
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="报告的语言 · language of the report")
    add_as_of(parser)


def run(args: argparse.Namespace) -> int:
    """Import, write, report and check."""
    try:
        from ..editorial.import_ import Refused, import_policy, known_of
        from ..editorial.import_.report import lost, report
    except ImportError as missing:
        raise lacking(missing, "desk") from missing
    project, lang, day = project_of(args), message_language(args), day_of(args)
    raw = _read(args.file)
    with uncollected():
        known = known_of(load(project))
    try:
        imported = import_policy(raw, args.file.name, known, day, args.id, args.region)
    except Refused as problem:
        zh, en = problem.message.zh, problem.message.en
        raise CannotRun(Bilingual(f"{args.file}：{zh}", f"{args.file}: {en}")) from None
    path = _write(project, str(imported.draft.fields["id"]), imported.draft.text)
    sys.stdout.write(report(imported, path, lang))
    if missing_words := lost(imported):
        print(missing_words.in_language(lang), file=sys.stderr)
    with uncollected():
        # Advice about style comes with the next check; here is what stops or spoils the policy.
        findings = [one for one in check(load(project), day) if one.path == path and one.severity != "advice"]
    if findings:
        sys.stderr.write(written(reported(findings, project, lang), "text"))
    wrong = any(finding.severity == "error" for finding in findings)
    return int(bool(missing_words) or wrong)


def _read(file: Path) -> bytes:
    """The bytes of the file, one more than may be at most; CannotRun if it can't be read."""
    from ..editorial.import_.recognise import MOST_BYTES

    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError:
        raise CannotRun(
            Bilingual(
                f"打不开 {file}。请检查文件名和位置，有空格的名字要加引号。",
                f"{file} can't be opened. Check its name and place; quote a name with spaces.",
            )
        ) from None


def _write(project: Project, id_: str, text: str) -> str:
    """Write the policy; returns its path in the project. CannotRun if there is one of this id."""
    path = f"content/policies/{id_}/zh.md"
    file = project.root / path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise CannotRun(
            Bilingual(
                f"已经有政策 {id_}（{path}），没有改动它。请用 --id 另起一个编号，或先把原来的文件移开。",
                f"There is a policy {id_} already ({path}); it was not touched. Choose another id with --id, or move that "
                "file away.",
            )
        ) from None
    except OSError:
        raise CannotRun(
            Bilingual(
                f"写不了 {path}。请检查文件夹的权限。", f"{path} can't be written. Check the folder's permissions."
            )
        ) from None
    return path


def _id(text: str) -> str:
    if _ID.fullmatch(text) and len(text) <= 60:
        return text
    raise argparse.ArgumentTypeError(
        f"{text}: 只用小写英文字母、数字和连字符 · use lower-case letters, digits and hyphens"
    )


def _region(text: str) -> str:
    if _REGION.fullmatch(text):
        return text
    raise argparse.ArgumentTypeError(f"{text}: 请写 6、9 或 12 位区划代码 · write a division code of 6, 9 or 12 digits")
