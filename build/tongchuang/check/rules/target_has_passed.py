"""Targets whose day has passed."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R803",
    "warning",
    Bilingual("目标的期限已过", "The day of a target has passed"),
    Bilingual(
        "期限已过的目标只作史料，要写 historical: true，页面上会注明；没有到期的目标不能写成历史。",
        "A target whose day has passed is history and must say historical: true, so that pages tell it; one still to come can't be history.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every target, on the day of the check."""
    for record in content.records("target"):
        by, historical = record.data.get("by"), bool(record.data.get("historical"))
        if by is None or record.doubtful & {"by", "historical"} or (by < content.as_of.isoformat()) == historical:
            continue
        yield EXPLANATION.at(
            record.document.path,
            record.position(("historical",) if historical else ("by",)),
            Bilingual(f"期限 {by} 还没有到。", f"Its day, {by}, is still to come.")
            if historical
            else Bilingual(f"期限 {by} 已经过了。", f"Its day, {by}, has passed."),
            Bilingual("请删掉 historical，或改正期限。", "Take historical away, or correct the day.")
            if historical
            else Bilingual("请写 historical: true。", "Write historical: true."),
        )
