"""What is not translated yet, and what has changed since it was: the Chinese now, the Chinese that was translated
(from Git's history), and the translation.

    tongchuang translate residence-permit-apply        看这一条 · look at one
    tongchuang translate --accept residence-permit-apply
        译文不用改，记成照现在的修订译的 · the words are right as they stand: sets of to the current revision
    tongchuang translate --po english.po               给译者 · for the translator
    tongchuang translate --from-po english.po          收回来 · take it in again

Exit status: 0 done, 1 the content or the PO file has errors and nothing was written, 2 could not run.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..editorial.messages import written
from ..editorial.messages.report import reported
from ..load import Document, Sources
from ..load.history import NoBase, versions
from ..model.finding import Bilingual
from . import CannotRun, add_as_of, day_of, lacking, message_language, project_of
from ._findings import Refused, opened
from ._texts import Texts, file_bytes, put_file

if TYPE_CHECKING:
    from ..editorial.translate import Earlier, Task, Unit, Written

HELP = Bilingual("译文：缺的、过时的、交换", "translations: missing, out of date, exchange")

_MOST_BYTES = 50_000_000
_STATUS = {"missing": Bilingual("缺", "missing"), "stale": Bilingual("过时", "out of date")}
_NOW = Bilingual("中文", "Chinese now")
_BEFORE = Bilingual("译时中文", "Chinese then")
_WORDS = Bilingual("译文", "Translation")
_UNKNOWN = Bilingual("（Git 里找不到）", "(not found in Git)")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``translate``."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="只看这些编号 · only these ids")
    parser.add_argument(
        "--to", default="en", metavar="LANG", help="译成哪种语言（默认 en） · the language (default: en)"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--accept", action="append", metavar="ID", help="译文照样正确，不用改 · the translation is right as it stands"
    )
    what.add_argument(
        "--po", type=Path, metavar="FILE", help="写成 PO 文件，- 是直接打印 · write a PO file, - prints it"
    )
    what.add_argument(
        "--from-po", type=Path, metavar="FILE", help="从 PO 文件收回译文 · take translations from a PO file"
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="说明用的语言 · language of the messages")
    add_as_of(parser)


def run(args: argparse.Namespace) -> int:
    """Show, accept, export or import."""
    try:
        from ..editorial import translate
    except ImportError as missing:
        raise lacking(missing, "desk") from missing
    try:
        sources, _, _ = opened(args)
        tasks = _chosen(args, tuple(translate.tasks(sources, args.to, _earlier(args))))
        if args.accept:
            return _accept(args, sources, tasks)
        if args.from_po:
            return _from_po(args, sources, tasks)
        if args.po:
            return _po(args, tasks)
    except Refused:
        return 1
    except translate.NotPo as problem:
        raise CannotRun(problem.message) from problem
    except translate.Unwritable as problem:
        raise CannotRun(
            Bilingual(
                "有一个译文文件的写法特别，没法自动改，什么也没有写。请直接在文件里改。",
                "A translation is written in a way that can't be edited here; nothing was written. Edit the file itself.",
            )
        ) from problem
    _show(tasks, message_language(args))
    return 0


def _earlier(args: argparse.Namespace) -> "Earlier":
    project = project_of(args)

    def earlier(document: Document) -> list[Document]:
        try:
            return versions(project, document.path)
        except NoBase:  # without Git nobody knows what was translated: it is said where it would stand
            return []

    return earlier


def _chosen(args: argparse.Namespace, tasks: "tuple[Task, ...]") -> "tuple[Task, ...]":
    ids = set(args.ids) | set(args.accept or ())
    for id_ in sorted(ids - {task.original.key for task in tasks}):
        raise CannotRun(Bilingual(f"没有编号是“{id_}”的内容。", f'There is nothing with the id "{id_}".'))
    return tuple(task for task in tasks if not ids or task.original.key in ids)


def _show(tasks: "tuple[Task, ...]", lang: str) -> None:
    counts = dict.fromkeys(_STATUS, 0)
    for task in tasks:
        if not task.open and (not task.named or task.of in (None, task.latest)):
            continue
        made = Bilingual(f"（照 {task.of} 译，现在 {task.latest}）", f" (made of {task.of}, now {task.latest})")
        print(f"{task.path}{made.in_language(lang) if task.of not in (None, task.latest) else ''}")
        for unit in task.open:
            counts[unit.status] += 1
            _print_unit(unit, lang)
    said = Bilingual(
        f"缺 {counts['missing']} 处，过时 {counts['stale']} 处。",
        f"{counts['missing']} missing, {counts['stale']} out of date.",
    )
    print(said.in_language(lang), file=sys.stderr)


def _print_unit(unit: "Unit", lang: str) -> None:
    print(f"  [{_STATUS[unit.status].in_language(lang)}] {unit.title.in_language(lang)}  ({'.'.join(unit.way)})")
    before = unit.before if unit.before is not None else _UNKNOWN.in_language(lang)
    shown = (
        [(_NOW, unit.zh)] if unit.status == "missing" else [(_NOW, unit.zh), (_BEFORE, before), (_WORDS, unit.words)]
    )
    for label, words in shown:
        lines = words if isinstance(words, list) else str(words).split("\n")
        print(f"      {label.in_language(lang)}: {(chr(10) + ' ' * 8).join(lines)}")


def _accept(args: argparse.Namespace, sources: Sources, tasks: "tuple[Task, ...]") -> int:
    from ..editorial import translate

    texts = Texts(project_of(args))
    # A local version has the id of its service; only the service's translation names a revision.
    named = [task for task in tasks if task.named or task.original.kind != "local"]
    try:
        changed = [one for task in named if (one := translate.accepted(task, texts))]
    except translate.Unacceptable as problem:
        raise CannotRun(problem.message) from problem
    return _put(args, sources, texts, changed)


def _po(args: argparse.Namespace, tasks: "tuple[Task, ...]") -> int:
    from ..editorial import translate

    text = translate.exported(tasks, args.to)
    if str(args.po) == "-":
        sys.stdout.write(text)
        return 0
    put_file(args.po, text.encode())
    count = sum(len(task.open) for task in tasks)
    said = Bilingual(f"写了 {count} 条：{args.po}", f"{count} entries written: {args.po}")
    print(said.in_language(message_language(args)), file=sys.stderr)
    return 0


def _from_po(args: argparse.Namespace, sources: Sources, tasks: "tuple[Task, ...]") -> int:
    from ..editorial import translate

    lang, texts = message_language(args), Texts(project_of(args))
    text = file_bytes(args.from_po, _MOST_BYTES).decode("utf-8-sig", "replace")
    found, skipped = translate.imported(text, tasks)
    for entry in skipped:
        print(f"{args.from_po}:{entry.line}: {entry.message.in_language(lang)} {entry.context}")
        print(f"    → {entry.remedy.in_language(lang)}")
    changed = [
        one for task in tasks if (one := translate.filled(task, found.get(task.original.path, {}), texts)) is not None
    ]
    return _put(args, sources, texts, changed)


def _put(args: argparse.Namespace, sources: Sources, texts: Texts, changed: "list[Written]") -> int:
    """Write the files if the content is then still right."""
    from ..editorial import translate

    lang, project = message_language(args), project_of(args)
    findings = translate.errors(sources, changed, day_of(args))
    if findings:
        sys.stdout.write(written(reported(findings, project, lang), "text"))
        print(Bilingual("什么也没有写。", "Nothing was written.").in_language(lang), file=sys.stderr)
        return 1
    texts.put({one.path: one.text for one in changed})
    for one in changed:
        units = Bilingual(f"{one.units} 处译文", f"{one.units} pieces") if one.units else Bilingual("of", "of")
        print(f"{project.shown(one.path)}  {units.in_language(lang)}")
    count = len(changed)
    said = Bilingual(f"改了 {count} 个文件。", f"{count} file{'s' * (count != 1)} changed.")
    print(said.in_language(lang), file=sys.stderr)
    return 0
