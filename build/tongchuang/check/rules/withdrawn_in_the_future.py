"""Records and divisions withdrawn on a day that has not come."""

from collections.abc import Iterator

from ...catalogue.revisions import REVISED
from ...load.sources import Pointer
from ...load.walk import LISTS
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record
from ..divisions import merged

EXPLANATION = Explanation(
    "R421",
    "error",
    Bilingual("撤销的日子还没有到", "Withdrawn on a day to come"),
    Bilingual(
        "写了 withdrawn 或 merged，网页、清单和搜索当天就不再提供它。以后才停办的，请写有效期的止日（validity.ends），"
        "到了那天再写撤销。",
        "With withdrawn or merged, pages, lists and search stop offering it at once. For an end that is announced "
        "ahead, set the end of its validity (validity.ends), and withdraw it when the day has come.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Compared with the day of the check."""
    for kind in (*REVISED, *sorted(LISTS)):
        for record in content.records(kind):
            if "withdrawn" in record.data:
                yield from _judge(content, record, ("withdrawn", "date"), record.data["withdrawn"].get("date"))
    for record, pointer, entry in merged(content):
        yield from _judge(content, record, (*pointer, "date"), entry["date"])


def _judge(content: Content, record: Record, pointer: Pointer, day: str | None) -> Iterator[Finding]:
    if day and day > content.as_of.isoformat() and pointer[0] not in record.doubtful:
        yield EXPLANATION.at(
            record.document.path,
            record.position(pointer),
            Bilingual(f"撤销日期 {day} 还没有到。", f"The day of withdrawal, {day}, has not come yet."),
            Bilingual(
                "请到那天再写；要预告，写有效期的止日。", "Write it on that day; to announce it, end the validity."
            ),
        )
