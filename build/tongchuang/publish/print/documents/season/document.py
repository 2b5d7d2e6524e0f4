"""A notice with its first and last day (限期通知), for doors and boards: holidays, moves, activities."""

from collections.abc import Iterable
from datetime import date, timedelta

from .....catalogue import View
from .....model.dated import Notice
from ....words import Words
from ... import phrases
from ...document import Document, Facts, Subject
from ...ladder import filling

# What keeps an office from its usual work for some days; the others tell of something that goes on beside it.
AWAY = ("notice", "urgent")


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """Its text, the days it holds, where, the services it touches, and whom to call."""
    notice = view.notices[subject.of]
    services = [view.services[id_] for id_ in notice.services]
    away = notice.kind in AWAY
    anything = phrases.for_anything(view, None)
    return {
        "heading": notice.title,
        "text": notice.text,
        "days": _days(notice, words),
        "back": words("print.season.back", day=words.date(_next(notice.ends))) if away else "",
        "limits": words("print.season.limits", number=anything["number"]) if away and anything else "",
        "region": notice.where or (view.regions[notice.region].short if notice.region else ""),
        "services": [{"id": service.id, "name": service.name} for service in services],
        "hotlines": phrases.hotlines(view, services, phrases.area_code(view, notice.region), words),
        "remove": words("print.season.remove", ends=words.date(notice.ends)),
        "source": words("print.season.source", source=notice.source) if notice.source else "",
    }


def _days(notice: Notice, words: Words) -> str:
    """The first and the last day; the one day of a notice that has no more."""
    starts, ends = words.date(notice.starts), words.date(notice.ends)
    if starts == ends:
        return words("print.season.day", day=starts)
    return words("print.season.days", starts=starts, ends=ends)


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def defaults(view: View) -> Iterable[Subject]:
    """Every notice that isn't over on the day of the build."""
    day = view.as_of.isoformat()
    return (Subject("notice", notice.id) for notice in view.notices.values() if notice.ends >= day)


_GAPS = (2.4, 0.8, 0.4)

DOCUMENT = Document(
    name="season",
    about="notice",
    ladders={
        "A3": filling(54, 14, 1, _GAPS),
        "A4": filling(38, 10.5, 1, _GAPS),
    },
    defaults=defaults,
    facts=facts,
    title=lambda view, words, subject: view.notices[subject.of].title,
)
