"""Make-up working days that are working days anyway."""

from collections.abc import Iterator
from datetime import date

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R410",
    "error",
    Bilingual("调休上班日不是周末", "A make-up day that is no weekend day"),
    Bilingual(
        "调休上班日是拿来换假期的周六或周日。写的是平日，多半把日期写错了。",
        "A make-up day is a Saturday or Sunday worked in exchange for a holiday. A weekday here is probably a slip.",
    ),
)
_SATURDAY = 5


def find(content: Content) -> Iterator[Finding]:
    """The make-up days of every calendar."""
    for record in content.records("calendar"):
        if "workdays" in record.doubtful:
            continue
        for index, day in enumerate(record.data.get("workdays", ())):
            if date.fromisoformat(day).weekday() < _SATURDAY:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("workdays", index)),
                    Bilingual(f"{day} 不是周六或周日。", f"{day} is no Saturday or Sunday."),
                    Bilingual("请对照通知改正日期。", "Correct the date by the notice."),
                )
