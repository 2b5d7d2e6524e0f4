"""Begin a new record: a service item, a local version, a place, a policy or a notice. It asks one thing after the
other, with an example and what there is to choose from; what is given by a flag is not asked for:

    tongchuang new notice
    tongchuang new service --name 居住证签注 --category residence …

Where nobody can answer, as in a script, all that is needed must be given by flags; what is missing is named. The files
are complete and pass tongchuang check; text marked 【草稿】 is still to be filled in, and is never published as it is.
Nothing is ever overwritten. For a policy that you have as a file, tongchuang import does more.

Exit status: 0 written, 1 nothing written (the content has errors, or would have), 2 could not run.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..check import check
from ..collector import uncollected
from ..editorial.messages import written
from ..editorial.messages.report import reported
from ..load import Sources, load
from ..model.finding import Bilingual, Failure
from . import CannotRun, add_as_of, lacking, message_language, project_of
from ._findings import Refused, opened
from ._texts import Texts

if TYPE_CHECKING:
    from ..editorial.new.kinds import Form, Question
    from ..editorial.translate.desk import Written

HELP = Bilingual("新建事项、实施清单、网点、政策或通知", "begin a service, local version, place, policy or notice")
_DRAFT = "R607"
_SKIP = Bilingual("可以不写，直接回车", "may be left out: press Enter")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``new``: those of each kind are its questions."""
    from ..editorial.new.kinds import flags, kinds

    below = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    for kind, title in kinds().items():
        added = below.add_parser(kind, help=f"{title.zh} · {title.en}", description=f"{title.zh} · {title.en}")
        for flag, words, several in flags(kind):
            help_ = f"{words.zh} · {words.en}".replace("%", "%%")
            added.add_argument(
                f"--{flag}", dest=f"answer_{flag}", nargs="+" if several else None, metavar="TEXT", help=help_
            )
        # As before the kind, where all commands take them.
        for name, dest in (("--project", "project"), ("--with", "overlay")):
            added.add_argument(name, dest=dest, type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        added.add_argument("--lang", choices=("zh", "en"), help="提问和注释的语言 · language of questions and comments")
        add_as_of(added)


def run(args: argparse.Namespace) -> int:
    """Ask, write, and say what is still to do."""
    try:
        from ..editorial.new import kinds, write
    except ImportError as missing:
        raise lacking(missing, "desk") from missing
    try:
        sources, catalogue, day = opened(args)
    except Refused:
        return 1
    lang = message_language(args)
    form = kinds.form(args.kind, catalogue)
    given = {question.flag: getattr(args, f"answer_{question.flag}") for question in form.questions}
    answers = _asked(form, given, lang) if sys.stdin.isatty() else _given(form, given, lang)
    return _put(args, sources, form, write.files(form, answers, catalogue, day, lang), day)


def _given(form: "Form", given: dict[str, Any], lang: str) -> dict[str, Any]:
    """The answers by flag. CannotRun names all that are missing, or the first that is wrong."""
    missing = [one for one in form.questions if given[one.flag] is None and not one.optional and one.flag != "id"]
    if missing:
        names = "\n".join(f"  --{one.flag}  {one.title.in_language(lang)}{_choices(one, lang)}" for one in missing)
        raise CannotRun(
            Bilingual(
                f"这里没有人回答问题，还缺这些参数，什么也没有写：\n{names}",
                f"Nobody can be asked here; these are missing, and nothing was written:\n{names}",
            )
        )
    answers: dict[str, Any] = {}
    for question in form.questions:
        texts = given[question.flag]
        if texts is None and question.flag == "id":
            texts = _suggestion(form, answers)
        if texts is not None:
            answers[question.flag] = _read(question, texts)
    return answers


def _asked(form: "Form", given: dict[str, Any], lang: str) -> dict[str, Any]:
    """The answers, each asked for until it can be read. CannotRun if the one who answers goes away."""
    answers: dict[str, Any] = {}
    for number, question in enumerate(form.questions, 1):
        if given[question.flag] is not None:
            answers[question.flag] = _read(question, given[question.flag])
            continue
        print(f"\n[{number}/{len(form.questions)}] {question.title.in_language(lang)}{_choices(question, lang)}")
        if question.help:
            print(f"    {question.help.in_language(lang)}")
        suggestion = _suggestion(form, answers) if question.flag == "id" else ""
        if hint := _hint(question, suggestion, lang):
            print(f"    {hint}")
        while question.flag not in answers:
            try:
                text = input("> ").strip() or suggestion
            except EOFError:
                raise CannotRun(Bilingual("没有答完，什么也没有写。", "Not finished: nothing was written.")) from None
            if not text and question.optional:
                break
            try:
                answers[question.flag] = _read(question, text)
            except CannotRun as problem:
                print(f"    {problem.message.in_language(lang)}")
    return answers


def _choices(question: "Question", lang: str) -> str:
    """What there is to choose from, a line each, as far as it can be taken in."""
    from ..editorial.new.kinds import MOST_LISTED

    if not question.choices:
        return ""
    if len(question.choices) > MOST_LISTED:
        said = Bilingual("写编号或名字；写一部分，会列出相近的", "an id or name; a part of it lists the near ones")
        return Bilingual(f"（{said.zh}）", f" ({said.en})").in_language(lang)
    lines = [f"{id_}  {name.in_language(lang)}".rstrip() for id_, name in question.choices.items()]
    return "".join(f"\n    {number:>2} {line}" for number, line in enumerate(lines, 1))


def _hint(question: "Question", suggestion: str, lang: str) -> str:
    hints = []
    if question.optional:
        hints.append(_SKIP)
    if suggestion:
        hints.append(
            Bilingual(f"直接回车就用 {suggestion}；英文更好记", f"Enter takes {suggestion}; English is better")
        )
    if question.node.get("type") == "boolean":
        hints.append(Bilingual("写 是 或 否", "yes or no"))
    if question.several:
        hints.append(Bilingual("可以写几个，用逗号分开", "several, with commas between them"))
    if question.example:
        hints.append(Bilingual(f"例：{question.example.zh}", f"e.g. {question.example.en}"))
    return Bilingual("；".join(one.zh for one in hints), "; ".join(one.en for one in hints)).in_language(lang)


def _suggestion(form: "Form", answers: dict[str, Any]) -> str:
    from ..editorial.new.write import suggested

    return suggested(form, answers)


def _read(question: "Question", texts: str | Sequence[str]) -> Any:
    from ..editorial.new.answer import read

    try:
        return read(question, [texts] if isinstance(texts, str) else texts)
    except Failure as problem:
        title, said = question.title, problem.message
        raise CannotRun(
            Bilingual(f"{title.zh}（--{question.flag}）：{said.zh}", f"{title.en} (--{question.flag}): {said.en}")
        ) from None


def _put(args: argparse.Namespace, sources: Sources, form: "Form", files: "list[Written]", day: date) -> int:
    """Write the files if nothing stands there and the content is then right."""
    from ..editorial.translate import errors

    project, lang = project_of(args), message_language(args)
    for one in files:
        if (project.root / one.path).exists() or any(document.path == one.path for document in sources.documents):
            raise CannotRun(
                Bilingual(
                    f"已经有 {one.path}，没有改动它。换一个编号，或直接改那个文件。",
                    f"There is {one.path} already; it was not touched. Choose another id, or change that file.",
                )
            )
    if findings := errors(sources, files, day):
        sys.stdout.write(written(reported(findings, project, lang), "text"))
        print(Bilingual("什么也没有写。", "Nothing was written.").in_language(lang), file=sys.stderr)
        return 1
    Texts(project).put({one.path: one.text for one in files})
    for one in files:
        print(one.path)
    _left(args, {one.path for one in files}, day)
    return 0


def _left(args: argparse.Namespace, paths: set[str], day: date) -> None:
    """What is still to be filled in, by line; then what to do next."""
    project, lang = project_of(args), message_language(args)
    with uncollected():
        sources = load(project)
        findings = check(sources, day, for_release=True)
    drafts = sorted({(one.path, one.line) for one in findings if one.path in paths and one.code == _DRAFT})
    if drafts:
        print(Bilingual("还要补：", "Still to be filled in:").in_language(lang))
    texts = Texts(project)
    for path, line in drafts:
        print(f"  {path}:{line}  {texts[path].splitlines()[line - 1].strip()}")
    said = Bilingual(
        "改的时候用 tongchuang preview 边改边看；译文用 tongchuang translate 补；提交前运行 tongchuang check。",
        "tongchuang preview shows it while you edit; tongchuang translate lists what to translate; run tongchuang check "
        "before you submit.",
    )
    print(said.in_language(lang))
