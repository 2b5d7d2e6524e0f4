"""Special opening hours whose days run backwards, overlap, or hold none of the days that they name."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from ...load.sources import Pointer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record

EXPLANATION = Explanation(
    "R724",
    "error",
    Bilingual("“这几天不一样”的日期对不上", "Special opening hours that never hold, or hold twice"),
    Bilingual(
        "止日不能早于起日；同一天只能有一种说法；换成的时间写了星期几，这几天里要有那一天。",
        "The last day can't be before the first, a day can be in one entry only, and the days of the week that other "
        "times are given for must be among the days of the entry.",
    ),
)
_WEEK = 7
_DAY = timedelta(days=1)


def find(content: Content) -> Iterator[Finding]:
    """The special hours of every place."""
    for record in content.records("place"):
        if "hours" in record.doubtful:
            continue
        entries: list[dict[str, Any]] = record.data.get("hours", {}).get("special", [])
        for index, entry in enumerate(entries):
            yield from _of(record, ("hours", "special", index), entry, entries[:index])


def _of(record: Record, pointer: Pointer, entry: dict[str, Any], before: list[dict[str, Any]]) -> Iterator[Finding]:
    starts, ends = entry["starts"], entry["ends"]
    if ends < starts:
        yield EXPLANATION.at(
            record.document.path,
            record.position((*pointer, "ends")),
            Bilingual(f"止日 {ends} 早于起日 {starts}。", f"The last day {ends} is before the first, {starts}."),
            Bilingual("请改正其中一个。", "Correct one of them."),
        )
        return
    for other in before:
        if starts <= other["ends"] and other["starts"] <= ends:
            yield EXPLANATION.at(
                record.document.path,
                record.position(pointer),
                Bilingual(f"和“{other['id']}”有相同的日子。", f'It shares a day with "{other["id"]}".'),
                Bilingual("请错开日期，或合成一条。", "Set the dates apart, or make them one entry."),
            )
    held = _weekdays(starts, ends)
    for index, times in enumerate(entry.get("weekly", ())):
        if outside := [day for day in times["days"] if day not in held]:
            yield EXPLANATION.at(
                record.document.path,
                record.position((*pointer, "weekly", index, "days")),
                Bilingual(
                    f"{starts} 到 {ends} 没有星期 {outside[0]}。",
                    f"{starts} to {ends} has no day {outside[0]} of the week.",
                ),
                Bilingual("请改正日期或星期。", "Correct the dates or the days of the week."),
            )


def _weekdays(starts: str, ends: str) -> set[int]:
    """The days of the week from one day to another."""
    first, last = date.fromisoformat(starts), date.fromisoformat(ends)
    return {(first + n * _DAY).isoweekday() for n in range(min((last - first).days + 1, _WEEK))}
