"""Mobile stations that do not say when they come."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R703",
    "warning",
    Bilingual("流动服务站没有时间表", "A mobile station without a timetable"),
    Bilingual(
        "流动服务站每周换地方，没有时间表，工人就不知道哪天去哪里找它；别的服务点不巡回，不写时间表。",
        "A mobile station moves about, and without a timetable nobody knows where to find it and when. Other points stay where they are and have none.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Points that are not withdrawn."""
    for record in content.records("point"):
        kind, timetable = record.data.get("kind"), record.data.get("timetable", ())
        if kind is None or "timetable" in record.broken or record.data.get("withdrawn"):
            continue
        if kind == "mobile-station" and not timetable:
            yield EXPLANATION.at(
                record.document.path,
                record.position(("kind",)),
                Bilingual("流动服务站没有写时间表。", "This mobile station has no timetable."),
                Bilingual(
                    "请写上 timetable：星期几、停在哪里、几点到几点。", "Add a timetable: weekday, stop, from and to."
                ),
            )
        elif kind != "mobile-station" and timetable:
            yield EXPLANATION.at(
                record.document.path,
                record.position(("timetable",)),
                Bilingual("只有流动服务站才有时间表。", "Only a mobile station has a timetable."),
                Bilingual("请把时间写到 hours，或改正种类。", "Write the times under hours, or correct the kind."),
            )
