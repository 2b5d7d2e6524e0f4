"""Stops of a mobile station that end before they begin, or run into each other."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record

EXPLANATION = Explanation(
    "R704",
    "error",
    Bilingual("停靠时间前后颠倒", "A stop ends before it begins"),
    Bilingual(
        "流动服务站每次停靠，结束要晚于开始；同一天的两次停靠不能重叠，一辆车不能同时在两处。",
        "Each stop of a mobile station must end after it begins, and two stops of one day may not overlap: it can't be in two places.",
    ),
)
# The lists of stops of a point, and what says their day.
_DAY = {"timetable": "weekday", "visits": "date"}


def find(content: Content) -> Iterator[Finding]:
    """The weekly stops and the visits of all points; times are 24-hour ``HH:MM`` and compare as text."""
    for record in content.records("point"):
        for field in _DAY:
            if field not in record.doubtful:
                yield from _of(record, field)


def _of(record: Record, field: str) -> Iterator[Finding]:
    until: dict[int | str, str] = {}
    stops = list(enumerate(record.data.get(field, ())))
    for index, stop in sorted(stops, key=lambda entry: (entry[1][_DAY[field]], entry[1]["opens"])):
        opens, closes, day = stop["opens"], stop["closes"], stop[_DAY[field]]
        if closes <= opens:
            yield EXPLANATION.at(
                record.document.path,
                record.position((field, index, "closes")),
                Bilingual(f"{opens} 开始，{closes} 就结束了。", f"It begins at {opens} and ends at {closes}."),
                Bilingual("请改正其中一个时间。", "Correct one of the two."),
            )
        elif opens < until.get(day, ""):
            yield EXPLANATION.at(
                record.document.path,
                record.position((field, index, "opens")),
                Bilingual(f"同一天上一站 {until[day]} 才结束。", f"The stop before it that day ends at {until[day]}."),
                Bilingual("请错开两次停靠的时间。", "Set the two stops apart."),
            )
        until[day] = max(until.get(day, ""), closes)
