"""What to say when a sheet can't be printed."""

from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def refusing() -> Iterator[None]:
    """CannotRun for what isn't there, or would come out wrong."""
    from ..publish.print import PrintError

    try:
        yield
    except KeyError as unknown:
        raise CannotRun(_not_there(unknown.args[0])) from unknown
    except PrintError as problem:
        raise not_printed(problem) from problem


def _not_there(value: str) -> Bilingual:
    if not value:
        return Bilingual(
            "请写明印哪一个：--place 地方、--service 事项或 --of 编号。看 tongchuang print --help。",
            "Say which one: --place, --service, or --of with an id. See tongchuang print --help.",
        )
    return Bilingual(
        f"没有“{value}”。看 tongchuang print --help。", f"There is no {value!r}. See tongchuang print --help."
    )
