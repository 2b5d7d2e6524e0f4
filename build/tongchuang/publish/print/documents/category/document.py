"""Category of services: a poster (A2, A4) of what is done, and a leaflet (A4 folded to A5) to take home.

The leaflet has four, eight or twelve pages of A5 in reading order: cover, services, a page to write on where there is
room, and the back.
"""

from collections.abc import Iterable, Sequence, Set
from typing import Any

from .....catalogue import View
from .....model.common import Duration
from .....model.service import Remedy, Service
from .....model.taxonomy import LifeEvent
from ....words import Words
from ... import phrases
from ...document import Document, Facts, Step, Subject
from ...ladder import rows


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What poster and leaflet show: the category, its services, the situations that they help in, whom to call."""
    category = view.categories[subject.of]
    offered = [service for service in view.services_of_category(category.id) if view.offers(service)]
    services = [view.service(service.id, subject.place) for service in offered]
    place = view.places.get(subject.place or "")
    newest = max((service.revisions[-1].date for service in services), default="")
    return {
        "group": view.groups[category.group].name,
        "name": category.name,
        "summary": category.summary,
        "services": [_service(view, service, words) for service in services],
        "events": [
            {"id": event.id, "question": event.question, "see": _see(view, event, services, words)}
            for event in view.life_events.values()
            if category.id in event.categories and not event.withdrawn
        ],
        "limits": own_limits(view, services, words),
        "hotlines": phrases.hotlines(view, services, phrases.area_code(view, subject.place), words),
        "anything": (phrases.for_anything(view, None) or {"number": ""})["number"],
        "office": place.name if place else view.regions[subject.place].short if subject.place else "",
        "contact": phrases.blanks(place, words, "address", "phone", "hours"),
        "revised": words("print.category.revised", date=words.date(newest)) if newest else "",
    }


def _service(view: View, service: Service, words: Words) -> dict[str, Any]:
    always = [material.name for material in service.materials if material.required and not material.when]
    more = len([m for m in service.materials if not m.waived]) - len(always)
    join = words("print.list_join").join
    times = phrases.times(service, words)
    return {
        "id": service.id,
        "name": service.name,
        "summary": service.summary,
        "time": join(words("print.category.limit", **time) for time in times) or words("print.no_limit"),
        "fee": phrases.fee(service, words),
        "window": phrases.where(view, service),
        "levels": words("print.category.levels", names=join(words(f"level.{level}") for level in service.levels)),
        "papers": join(always),
        "more": words("print.category.more", n=more) if more else "",
    }


def _see(view: View, event: LifeEvent, services: Sequence[Service], words: Words) -> str:
    """The numbers on the sheet of the services here that name a situation, else of those in its stages.

    What its card warns of comes first, then what names it before other situations, then what is needed most.
    """
    staged = {id_ for stage in event.stages for id_ in stage.services}
    numbered = list(enumerate(services, 1))
    found = [(n, one) for n, one in numbered if event.id in one.life_events]
    found = found or [(n, one) for n, one in numbered if one.id in staged]
    if not found:
        return ""
    warned = {of.partition("/")[0] for of in (event.card.limits if event.card else ())}
    needed = [one.id for one in view.needed_of_category(services[0].category)]

    def fit(entry: tuple[int, Service]) -> tuple[bool, int, int]:
        service = entry[1]
        named = service.life_events.index(event.id) if event.id in service.life_events else 0
        return service.id not in warned, named, needed.index(service.id)

    return words("print.category.see", n=words("print.list_join").join(str(n) for n, _ in sorted(found, key=fit)))


def own_limits(view: View, services: Iterable[Service], words: Words) -> list[dict[str, str]]:
    """The time limits of all remedies, which the reader must keep, with their articles, each once; what they are
    counted from where that is one."""
    found: dict[tuple[object, ...], list[tuple[Remedy, Duration]]] = {}
    for service in services:
        for remedy in service.remedies:
            if limit := remedy.within:
                found.setdefault((remedy.kind, limit.value, limit.unit, limit.basis), []).append((remedy, limit))
    return [
        {
            "kind": words(f"remedy.{same[0][0].kind}"),
            "limit": words.duration(same[0][1]),
            "start": _start({limit.counted_from for _, limit in same}, words),
            "basis": phrases.citations(view, same[0][1].basis, words),
        }
        for same in found.values()
    ]


def _start(days: Set[str | None], words: Words) -> str:
    """The day that a limit is counted from, where all services have the same."""
    start = next(iter(days)) if len(days) == 1 else None
    return words("print.counted_from", start=start) if start else ""


def defaults(view: View) -> Iterable[Subject]:
    """Every category."""
    return (Subject("category", id_) for id_ in view.categories)


def _leaflet(pages: int, body: float, notes: bool) -> Step:
    """``notes`` is whether the page before the back is one to write on, which makes the number of pages come out; else
    notes have their room on the back."""
    shown = ("block", "none") if notes else ("none", "block")
    return Step({"body": f"{body:g}pt", **dict(zip(("notes", "own-notes"), shown, strict=True))}, pages)


def _leaflets(least: float) -> tuple[Step, ...]:
    """One, two, five or nine pages of services; larger type fills the pages where their number has to go up."""
    sizes = [body for body in (16, 15, 14, 13, 12, 11.25, 10.5, 10, 9.5) if body >= least]
    return (
        *(_leaflet(4, body, True) for body in sizes if body >= 14),
        *(_leaflet(4, body, False) for body in sizes),
        *(_leaflet(pages, body, True) for pages in (8, 12) for body in sizes),
    )


ROWS = (1, 0.7, 0.45)

DOCUMENT = Document(
    name="category",
    about="category",
    ladders={
        "A5": _leaflets(10.5),
        "A5.en": _leaflets(9.5),
        "A4": rows(
            (1, 20, 1.6),
            *((1, body, row) for body in (20, 17, 15, 13, 11.5, 10.5) for row in ROWS),
            *((2, body, row) for body in (14, 12.5, 11.5, 10.5) for row in (0.9, 0.4)),
            (3, 11, 0.5),
            (4, 11, 0.5),
        ),
        "A2": rows(
            (1, 42, 1.6),
            *((1, body, row) for body in (42, 36, 31, 27, 24, 21, 19, 17) for row in ROWS),
            *((2, body, row) for body in (24, 22, 20, 18, 17) for row in (0.9, 0.4)),
        ),
    },
    defaults=defaults,
    unprinted=frozenset(
        {
            "services.more",
            "services.papers",
            "services.levels",
            "limits.kind",
            "limits.limit",
            "limits.start",
            "limits.basis",
        }
    ),
    facts=facts,
    title=lambda view, words, subject: words("print.category.of", name=view.categories[subject.of].name),
    default_sizes=("A2", "A5"),
)
