"""Opening hours that end before they begin, or run into each other."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...load.sources import Pointer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record

EXPLANATION = Explanation(
    "R723",
    "error",
    Bilingual("办公时间前后颠倒或重叠", "Opening hours end before they begin, or overlap"),
    Bilingual(
        "每一段办公时间，结束要晚于开始；同一天的两段不能重叠，中间歇一歇的写成两段。",
        "Opening hours must end after they begin, and those of one day may not overlap; a break makes two stretches.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """The weekly times of every place and of its special days; 24-hour ``HH:MM`` compare as text."""
    for record in content.records("place"):
        hours = record.data.get("hours")
        if not hours or "hours" in record.doubtful:
            continue
        yield from _of(record, ("hours", "weekly"), hours["weekly"])
        for index, special in enumerate(hours.get("special", ())):
            yield from _of(record, ("hours", "special", index, "weekly"), special.get("weekly", ()))


def _of(record: Record, pointer: Pointer, weekly: Iterable[Mapping[str, Any]]) -> Iterator[Finding]:
    until: dict[int, str] = {}
    for index, times in sorted(enumerate(weekly), key=lambda entry: entry[1]["opens"]):
        opens, closes = times["opens"], times["closes"]
        if closes <= opens:
            yield EXPLANATION.at(
                record.document.path,
                record.position((*pointer, index, "closes")),
                Bilingual(f"{opens} 开门，{closes} 就关门了。", f"It opens at {opens} and closes at {closes}."),
                Bilingual("请改正其中一个时间。", "Correct one of the two."),
            )
        elif met := [day for day in times["days"] if opens < until.get(day, "")]:
            yield EXPLANATION.at(
                record.document.path,
                record.position((*pointer, index, "opens")),
                Bilingual(
                    f"星期 {met[0]} 还有一段到 {until[met[0]]} 才结束，和这一段重叠。",
                    f"On day {met[0]} of the week other times run until {until[met[0]]} and overlap with these.",
                ),
                Bilingual("请错开两段时间，或合成一段。", "Set the two apart, or make them one."),
            )
        until |= {day: max(until.get(day, ""), closes) for day in times["days"]}
