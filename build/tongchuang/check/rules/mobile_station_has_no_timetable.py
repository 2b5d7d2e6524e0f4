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
        "流动服务站到处走，不写每周哪天、哪个日子来，或者写的日子都过了，工人就不知道去哪里找它；别的服务点不巡回，不写时间表。",
        "A mobile station moves about. Without a timetable or a day still to come, nobody knows where to find it and when. Other points stay where they are and have none.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Points that are not withdrawn; weekly stops never pass, visits do."""
    today = content.as_of.isoformat()
    for record in content.records("point"):
        kind = record.data.get("kind")
        planned = next((field for field in ("timetable", "visits") if record.data.get(field)), None)
        if kind is None or record.broken & {"timetable", "visits"} or record.data.get("withdrawn"):
            continue
        if kind == "mobile-station" and not planned:
            yield EXPLANATION.at(
                record.document.path,
                record.position(("kind",)),
                Bilingual("流动服务站没有写时间表。", "This mobile station has no timetable."),
                Bilingual(
                    "请写上 timetable（每周哪天）或 visits（哪个日子）：停在哪里、几点到几点。",
                    "Add a timetable (weekdays) or visits (days): stop, from and to.",
                ),
            )
        elif kind == "mobile-station" and planned == "visits" and "visits" not in record.doubtful:
            if all(visit["date"] < today for visit in record.data["visits"]):
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("visits",)),
                    Bilingual("写的日子都过了。", "All of these days have passed."),
                    Bilingual("请写上下一次，或写 withdrawn。", "Add the next visit, or withdraw the station."),
                )
        elif kind != "mobile-station" and planned:
            yield EXPLANATION.at(
                record.document.path,
                record.position((planned,)),
                Bilingual("只有流动服务站才有时间表。", "Only a mobile station has a timetable."),
                Bilingual("请把时间写到 hours，或改正种类。", "Write the times under hours, or correct the kind."),
            )
