"""Guide booklet (办事指南) of a category: each of its services in full, with contents and an index by life event.

A5 pages in reading order, always a multiple of four, to be folded and stapled; pages that are left over are for notes.
A service is told as on its one-time notice, so that the two can't differ.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from .....catalogue import View
from .....model.service import Service
from ....words import Words
from ... import phrases
from ...document import Document, Facts, Step, Subject
from ...edition import facts_of
from ..notice.document import DOCUMENT as NOTICE

# What a booklet takes from the notice of a service: the same wherever it is handed out.
ENTRY = (
    "name",
    "summary",
    "audience",
    "situations",
    "conditions",
    "materials",
    "times",
    "time_note",
    "fee",
    "fee_note",
    "window",
    "department",
    "visits",
    "result",
    "channels",
    "steps",
    "remedies",
    "basis",
)
LEAF = 4  # pages of a sheet that is folded once


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the booklet of a category shows, for a place or region if it is made for one."""
    category = view.categories[subject.of]
    return {
        "name": category.name,
        "summary": category.summary,
        "office": phrases.whose(view, subject.place),
        "region": _region(view, words, subject.place),
        "brief": False,
        **told(view, words, subject.place, view.services_of_category(category.id), in_full),
    }


def _region(view: View, words: Words, region: str | None) -> str:
    """Where it holds: where the place lies that it is for, else the region, else that of the hub."""
    place = view.places.get(region or "")
    return phrases.chain(view, place, words) if place else view.regions[region or view.network.region].name


def told(
    view: View,
    words: Words,
    place: str | None,
    listed: Iterable[Service],
    entry: Callable[[View, Service], dict[str, Any]],
) -> dict[str, Any]:
    """The services by category, in the version in force at a place, each as its ``entry``; the situations that they
    help in, and whom to call."""
    services = [view.service(service.id, place) for service in listed if view.offers(service)]
    newest = max((service.revisions[-1].date for service in services), default="")
    hotlines = phrases.hotlines(view, services, phrases.area_code(view, place), words)
    advice = {line.number for line in view.hotlines.values() if line.department in phrases.ADVICE}
    categories = dict.fromkeys(service.category for service in services)
    return {
        "groups": [
            {
                "id": id_,
                "category": view.categories[id_].name,
                "services": [entry(view, service) for service in services if service.category == id_],
            }
            for id_ in categories
        ],
        "events": list(_events(view, services)),
        "contact": phrases.blanks(view.places.get(place or ""), words, "address", "phone", "hours"),
        "advice": [line for line in hotlines if line["number"] in advice],
        "hotlines": [line for line in hotlines if line["number"] not in advice],
        "revised": words("print.guide.revised", date=words.date(newest)) if newest else "",
    }


def in_full(view: View, service: Service) -> dict[str, Any]:
    """What its notice says; asked of the region whose version it is, so that all places there share it."""
    notice = facts_of(NOTICE, Subject("service", service.id, service.region), view)
    return {
        "id": service.id,
        **{key: notice[key] for key in ENTRY},
        "uncounted": any(not one["number"] and not one["waived"] for one in notice["materials"]),
        "unlimited": any(not one["within"] for one in notice["remedies"]),
    }


def _events(view: View, services: Sequence[Service]) -> Iterable[dict[str, Any]]:
    """Each situation with the services here that help in it."""
    for event in view.life_events.values():
        staged = {id_ for stage in event.stages for id_ in stage.services}
        found = [one for one in services if event.id in one.life_events or one.id in staged]
        if found and not event.withdrawn:
            yield {
                "id": event.id,
                "name": event.name,
                "services": [{"id": one.id, "service": one.name} for one in found],
            }


def booklet(sheets: int, least: float) -> tuple[Step, ...]:
    """One folded sheet, or as many more as it takes up to ``sheets``, with letters of ``least`` points: three pages for
    notes, or two, one or none, so that no page is left over."""
    return tuple(
        Step({"body": f"{least:g}pt", **{f"notes-{n}": "block" if n <= notes else "none" for n in (1, 2, 3)}}, pages)
        for pages in range(LEAF, LEAF * sheets + 1, LEAF)
        for notes in (3, 2, 1, 0)
    )


DOCUMENT = Document(
    name="guide",
    about="category",
    ladders={"A5": booklet(16, 10.5), "A5.en": booklet(16, 9.5), "A5.both": booklet(28, 10.5)},
    defaults=lambda view: (Subject("category", id_) for id_ in view.categories),
    # Long, and the same as the notices: for those who ask.
    by_default=lambda view, subject, size: False,
    facts=facts,
    title=lambda view, words, subject: words("print.guide.of", name=view.categories[subject.of].name),
    held=True,
)
