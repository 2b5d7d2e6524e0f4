"""Life-event board: a situation from end to end across departments, each stage with the services that help in it."""

from collections.abc import Iterable
from typing import Any

from .....catalogue import View
from .....catalogue.limits import time_limit
from .....model.service import Service
from .....model.taxonomy import LifeEvent, Stage
from ....words import Words
from ... import phrases
from ...document import Document, Facts, Step, Subject


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the board shows: the situation, its stages, and of each service what the place or region makes of it."""
    event = view.life_events[subject.of]
    place = view.places.get(subject.place or "")
    staged = [service for stage in event.stages for service in _services(view, stage, subject.place)]
    limits = _limits(view, event, staged, words)
    return {
        "where": phrases.whose(view, subject.place),
        "name": event.name,
        "question": event.question,
        "summary": event.summary,
        "stages": [{**_stage(view, stage, subject.place, words), "limits": limits[stage.id]} for stage in event.stages],
        "hotlines": phrases.hotlines(view, (), phrases.area_code(view, subject.place), words),
        "contact": phrases.blanks(place, words, "phone", "supervision_phone"),
        "revised": phrases.revised(staged, words),
    }


def _services(view: View, stage: Stage, place: str | None) -> list[Service]:
    return [view.service(id_, place) for id_ in stage.services if view.offers(view.service(id_, place))]


def _limits(view: View, event: LifeEvent, staged: Iterable[Service], words: Words) -> dict[str, list[dict[str, str]]]:
    """The time limits not to miss, by the first stage in which their service helps.

    They are as the place has them. Those of services that are not on the board are left out: nobody could tell there
    what they are for.
    """
    shown = {service.id: service for service in staged}
    found: dict[str, list[dict[str, str]]] = {stage.id: [] for stage in event.stages}
    for of in event.card.limits if event.card else ():
        id_ = of.partition("/")[0]
        if id_ in shown:
            stage = next(stage for stage in event.stages if id_ in stage.services)
            found[stage.id].append(phrases.deadline(view, time_limit(shown, of), words))
    return found


def _stage(view: View, stage: Stage, place: str | None, words: Words) -> dict[str, Any]:
    return {
        "id": stage.id,
        "name": stage.name,
        "text": stage.text,
        "services": [_row(view, service, words) for service in _services(view, stage, place)],
        "hotlines": [
            {"number": number, "name": view.hotline_names[number]}
            for number in stage.hotlines
            if number in view.hotline_names
        ],
    }


def _row(view: View, service: Service, words: Words) -> dict[str, Any]:
    department = view.departments[service.departments.lead].name
    window = view.windows[service.window]
    return {
        "id": service.id,
        "name": service.name,
        "times": phrases.cited_times(view, service, words),
        "fee": phrases.price(service, words),
        "desk": words("print.event.window", name=window.short or window.name) if window.basic else department,
        "department": department if window.basic else "",
    }


def defaults(view: View) -> Iterable[Subject]:
    """Every life event that has stages."""
    return (Subject("life-event", event.id) for event in view.life_events.values() if event.stages)


def _title(view: View, words: Words, subject: Subject) -> str:
    event: LifeEvent = view.life_events[subject.of]
    return words("print.event.of", name=event.name)


def _step(least: float, scale: float, pages: int) -> Step:
    """``scale`` times the smallest text, in points; the space between rows shrinks with it."""
    body = least * scale
    lengths = {
        "title": f"{body * 3.6:.1f}pt",
        "body": f"{body:.1f}pt",
        "row": f"{body * (0.08 + 0.35 * (scale - 1)):.1f}pt",
    }
    return Step(lengths, pages)


def _ladder(least: float) -> tuple[Step, ...]:
    """One page as large as may be; then more, at a size at which what filled one page has room."""
    return (
        *(_step(least, 1.04**n, 1) for n in range(18, -1, -1)),
        *(_step(least, scale, pages) for pages, scale in ((2, 1.25), (2, 1.12), (2, 1), (3, 1.1), (3, 1), (4, 1))),
    )


DOCUMENT = Document(
    name="event",
    about="life-event",
    ladders={
        "A3": _ladder(11.5),
        "A3.en": _ladder(10.5),
        "A2": _ladder(17),
        "A2.en": _ladder(15.5),
        "A4": _ladder(10.5),
        "A4.en": _ladder(9),
    },
    defaults=defaults,
    unprinted=frozenset({"stages.services.times.start"}),
    facts=facts,
    title=_title,
    default_sizes=("A3",),
)
