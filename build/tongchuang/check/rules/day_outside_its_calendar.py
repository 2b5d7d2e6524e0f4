"""Days of a calendar that lie in another year."""

from collections.abc import Iterator

from ...load.sources import Pointer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record

EXPLANATION = Explanation(
    "R409",
    "error",
    Bilingual("日期不在日历的年份里", "A day of another year"),
    Bilingual(
        "一年的日历只写这一年的放假和调休上班日。只有元旦假期可以从上一年 12 月开始，例如 2023 年的元旦从 2022 年 12 月 31 日"
        "开始放假。",
        "A year's calendar holds that year's holidays and make-up days. Only the New Year holiday can begin in December "
        "of the year before, as that of 2023 did on 31 December 2022.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """First and last days of holidays, and make-up days."""
    for record in content.records("calendar"):
        year = record.data.get("year")
        if year is None or "year" in record.doubtful:
            continue
        for pointer, day in _days(record):
            if not f"{year - 1}-12-01" <= day <= f"{year}-12-31":
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(pointer),
                    Bilingual(f"{day} 不在 {year} 年里。", f"{day} is not in {year}."),
                    Bilingual("请对照通知改正日期。", "Correct the date by the notice."),
                )


def _days(record: Record) -> Iterator[tuple[Pointer, str]]:
    if "holidays" not in record.doubtful:
        for index, holiday in enumerate(record.data.get("holidays", ())):
            yield ("holidays", index, "starts"), holiday["starts"]
            yield ("holidays", index, "ends"), holiday["ends"]
    if "workdays" not in record.doubtful:
        yield from ((("workdays", index), day) for index, day in enumerate(record.data.get("workdays", ())))
