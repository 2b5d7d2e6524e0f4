"""What to say when a sheet can't be printed."""

from typing import TYPE_CHECKING

from ..model.finding import Bilingual
from . import CannotRun

if TYPE_CHECKING:
    from ..publish.print import PrintError


def not_printed(problem: "PrintError") -> CannotRun:
    """The sheet, the field, what is wrong with it, and what to do."""
    where = " ".join(part for part in (problem.document, problem.subject, problem.lang, problem.field) if part)
    return CannotRun(
        Bilingual(
            f"没有印出 {where}：{problem.message.zh}\n    → {problem.remedy.zh}",
            f"Not printed: {where}: {problem.message.en}\n    → {problem.remedy.en}",
        )
    )
