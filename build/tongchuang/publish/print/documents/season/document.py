"""A notice with its first and last day (限期通知), for doors and boards: holidays, moves, activities."""

from collections.abc import Iterable

from .....catalogue import View
from ....words import Words
from ... import phrases
from ...document import Document, Facts, Subject
from ...ladder import sizes


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """Its text, the days it holds, where, the services it touches, and whom to call."""
    notice = view.notices[subject.of]
    services = [view.services[id_] for id_ in notice.services]
    return {
        "heading": notice.title,
        "text": notice.text,
        "days": words("print.season.days", starts=words.date(notice.starts), ends=words.date(notice.ends)),
        "region": notice.where or (view.regions[notice.region].short if notice.region else ""),
        "services": [{"id": service.id, "name": service.name} for service in services],
        "hotlines": phrases.hotlines(view, services, phrases.area_code(view, notice.region), words),
        "source": words("print.season.source", source=notice.source) if notice.source else "",
    }


def defaults(view: View) -> Iterable[Subject]:
    """Every notice that isn't over on the day of the build."""
    day = view.as_of.isoformat()
    return (Subject("notice", notice.id) for notice in view.notices.values() if notice.ends >= day)


DOCUMENT = Document(
    name="season",
    about="notice",
    ladders={
        "A3": sizes("body", 44, 38, 32, 27, 23, 20, 17, 14),
        "A4": sizes("body", 30, 26, 22, 19, 16, 14, 12, 10.5),
    },
    defaults=defaults,
    facts=facts,
    title=lambda view, words, subject: view.notices[subject.of].title,
)
