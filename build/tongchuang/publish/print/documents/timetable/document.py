"""Where a mobile station stops, and when (巡回时间表): for the wall of every place on its round."""

from collections.abc import Iterable

from .....catalogue import View
from .....model.point import Point
from ....words import Words
from ... import phrases
from ...document import Document, Facts, Subject
from ...ladder import rows


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """Its weekly stops by weekday and its visits by date, what is done there, and whom to call."""
    point = view.points[subject.of]
    services = [view.services[id_] for id_ in point.services]
    return {
        "name": point.name,
        "serves": _serves(view, point, words),
        "confirmed": bool(point.confirmed_on),
        "weekly": [
            {
                "id": stop.id,
                "day": words(f"site.points.weekday.{stop.weekday}"),
                "time": f"{stop.opens}–{stop.closes}",
                "stop": stop.stop,
                "only": "",
            }
            for stop in sorted(point.timetable, key=lambda stop: (stop.weekday, stop.opens, stop.id))
        ],
        "visits": [
            {
                "id": visit.id,
                "day": words.date(visit.date),
                "time": f"{visit.opens}–{visit.closes}",
                "stop": visit.stop,
                "only": words("print.list_join").join(view.services[id_].name for id_ in visit.services),
            }
            for visit in sorted(point.visits, key=lambda visit: (visit.date, visit.opens, visit.id))
        ],
        "services": [{"id": service.id, "name": service.name} for service in services],
        "phone": point.phone or "",
        "hotlines": phrases.hotlines(view, services, phrases.area_code(view, point.serves), words),
        "source": words("print.timetable.source", source=point.source),
    }


def _serves(view: View, point: Point, words: Words) -> str:
    days = {"from": point.validity.starts, "until": point.validity.ends} if point.validity else {}
    period = [words(f"print.timetable.{name}", date=words.date(day)) for name, day in days.items() if day]
    serves = words("print.timetable.serves", name=view.regions[point.serves].short)
    return words("print.timetable.period_join").join([serves, *period])


def defaults(view: View) -> Iterable[Subject]:
    """Every point with a round."""
    return (Subject("point", point.id) for point in view.points.values() if point.timetable or point.visits)


DOCUMENT = Document(
    name="timetable",
    about="point",
    ladders={
        "A3": rows((1, 34, 0.5), (1, 28, 0.45), (1, 24, 0.4), (1, 20, 0.35), (1, 17, 0.3), (1, 14, 0.3), (6, 17, 0.3)),
        "A4": rows(
            (1, 24, 0.5), (1, 20, 0.45), (1, 17, 0.4), (1, 14, 0.35), (1, 12, 0.3), (1, 10.5, 0.3), (6, 12, 0.3)
        ),
    },
    defaults=defaults,
    facts=facts,
    title=lambda view, words, subject: words("print.timetable.of", name=view.points[subject.of].name),
)
