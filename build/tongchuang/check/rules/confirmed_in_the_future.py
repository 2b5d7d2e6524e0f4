"""Places and points confirmed on a day that has not come."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R405",
    "error",
    Bilingual("确认日期还没有到", "Confirmed on a day to come"),
    Bilingual(
        "场所和服务点的信息要由本单位真正核对过才算确认，确认日期不会在今天之后。",
        "A place or point counts as confirmed once somebody there has checked it, so the day can't lie ahead.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Compared with the day of the check."""
    for record in (*content.records("place"), *content.records("point")):
        day = record.data.get("confirmed_on")
        if day and day > content.as_of.isoformat() and "confirmed_on" not in record.doubtful:
            yield EXPLANATION.at(
                record.document.path,
                record.position(("confirmed_on",)),
                Bilingual(f"确认日期 {day} 还没有到。", f"The day of confirmation, {day}, has not come yet."),
                Bilingual("请写实际核对的日期。", "Write the day on which it was checked."),
            )
