"""Translations as a GNU gettext PO file, which every translator's program opens, and back.

An entry's context (``msgctxt``) is the original's path and the way to the words. What is out of date is marked fuzzy,
with the Chinese it was made of as the previous msgid. A list is one entry, an item a line.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import polib

from ...model.finding import Bilingual, Failure
from .units import Task, Unit, Way, Words

_HASH = "#"


class NotPo(Failure):
    """The file is no PO file that can be read; ``message`` says what to do."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """An entry that wasn't taken in: where it stands, why, and what to do."""

    line: int
    context: str
    message: Bilingual
    remedy: Bilingual


def exported(tasks: Iterable[Task], lang: str) -> str:
    """What is missing or out of date, as PO. It holds no dates: the same content gives the same text."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "tongchuang",
        "Language": lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for task in tasks:
        file.extend(_entry(task, unit) for unit in task.open)
    return str(file)


def _entry(task: Task, unit: Unit) -> polib.POEntry:
    note = f"{unit.title.zh} ({unit.title.en})"
    if unit.status == "stale":
        note += f"\n译自 {task.of}，现在 {task.latest} · made of {task.of}, now {task.latest}"
    return polib.POEntry(
        msgctxt=_context(task, unit.way),
        msgid=_line(unit.zh),
        msgstr=_line(unit.words or ""),
        previous_msgid=_line(unit.before) if unit.before is not None else None,
        comment=note,
        flags=["fuzzy"] if unit.status == "stale" else [],
    )


def imported(text: str, tasks: Iterable[Task]) -> tuple[dict[str, dict[Way, Words]], tuple[Skipped, ...]]:
    """The words of each original's path by the way to them, and the entries that can't be taken. NotPo if unreadable.

    What is fuzzy or empty isn't finished and is passed over in silence.
    """
    by_context = {_context(task, unit.way): (task, unit) for task in tasks for unit in task.units}
    found: dict[str, dict[Way, Words]] = {}
    skipped: list[Skipped] = []
    for entry in _parsed(text):
        if entry.obsolete or entry.fuzzy or not entry.msgstr.strip():
            continue
        context = entry.msgctxt or ""
        known = by_context.get(context)
        if known is None:
            skipped.append(Skipped(entry.linenum, context, *_UNKNOWN))
        elif entry.msgid != _line(known[1].zh):
            skipped.append(Skipped(entry.linenum, context, *_CHANGED))
        else:
            task, unit = known
            found.setdefault(task.original.path, {})[unit.way] = _words(unit, entry.msgstr)
    return found, tuple(skipped)


_UNKNOWN = (
    Bilingual("内容里没有这一条了。", "The content has nothing like this any more."),
    Bilingual("请重新导出 PO。", "Export the PO file again."),
)
_CHANGED = (
    Bilingual("导出以后，中文又改了。", "The Chinese has changed since this was exported."),
    Bilingual("请重新导出 PO，对照新的中文。", "Export the PO file again and compare with the new Chinese."),
)


def _parsed(text: str) -> polib.POFile:
    if "msgid" not in text:
        raise NotPo(Bilingual("这不是 PO 文件。", "This is no PO file."))
    try:
        return polib.pofile(text)
    except (OSError, ValueError) as problem:
        raise NotPo(
            Bilingual(
                f"这个 PO 文件有语法错误：{problem}。请在 Poedit 之类的程序里打开改正。",
                f"This PO file has a syntax error: {problem}. Open it in a program such as Poedit and mend it.",
            )
        ) from problem


def _context(task: Task, way: Way) -> str:
    return f"{task.original.path}{_HASH}{'.'.join(way)}"


def _line(words: Words) -> str:
    return words if isinstance(words, str) else "\n".join(words)


def _words(unit: Unit, text: str) -> Words:
    if isinstance(unit.zh, str):
        return text.strip("\n") if "\n" in unit.zh else text.strip()
    return [line.strip() for line in text.split("\n") if line.strip()]
