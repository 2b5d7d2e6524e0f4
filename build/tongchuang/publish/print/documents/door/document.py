"""Which-door board of a region (哪扇门): each kind of appeal with its departments, window, numbers and first papers.

A region without a routing of its own or above it shows where the kinds of appeal themselves say they go.
"""

from collections.abc import Iterable
from typing import Any

from .....catalogue import View, doors
from .....catalogue.bodies import nearest
from .....model.common import Citation
from .....model.network import Route
from .....model.place import Place
from .....model.taxonomy import Appeal
from ....words import Words
from ... import phrases
from ...document import Document, Facts, Step, Subject
from ...ladder import rows, sizes

SAID = 3


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the board shows: the one number, every kind of appeal and its doors, and the emergency numbers."""
    region = view.regions[subject.place or subject.of]
    routing = nearest(region, view.routings)
    place = view.places.get(region.code)
    one = phrases.for_anything(view, phrases.area_code(view, region.code))
    number = one["number"] if one else ""
    kinds = view.once(
        ("door", routing.region if routing else None, place.windows if place else ()),
        lambda: [
            _kind(view, appeal, doors.route(view, appeal, region.code), place, number, words)
            for appeal in view.appeals.values()
            if not appeal.withdrawn
        ],
    )
    shown = {service["id"] for kind in kinds for service in kind["services"]}
    return {
        "place": {
            "name": place.name if place else region.short,
            "chain": phrases.chain(view, place, words) if place else "",
            "revised": phrases.revised((view.services[id_] for id_ in shown), words),
            "one": number,
        },
        "one": one,
        "hall": bool(place),
        "windows": bool(place) or any(kind["window"] for kind in kinds),
        "kinds": kinds,
        "danger": phrases.lines(line for line in view.hotlines.values() if not line.area_code),
        "note": (routing.note or "") if routing else words("print.door.general"),
        "basis": words("print.door.basis", name=words.citation(Citation(routing.policy), view.policies))
        if routing
        else "",
    }


def _kind(view: View, appeal: Appeal, route: Route, place: Place | None, anything: str, words: Words) -> dict[str, Any]:
    """A row. The number for ``anything`` stands above all rows, and in one only where the first department has none."""
    services = doors.first(view, appeal, route)
    windows = doors.windows(view, route, services, place)
    first, *others = route.departments
    whose = {service.id: service.departments.lead for service in services}
    short = phrases.short_names(view)
    numbers = [number for number in route.hotlines if number in short]
    own = [number for number in numbers if number != anything]
    whose_line = {line.number: line.department for line in view.hotlines.values()}
    if not own or whose_line[own[0]] != first:
        own = [anything, *own] if anything in numbers else numbers
    return {
        "id": appeal.id,
        "n": appeal.n,
        "name": appeal.name,
        "said": words("print.list_join").join(appeal.keywords[:SAID]),
        "lead": view.departments[first].name,
        "others": words("print.list_join").join(view.departments[id_].name for id_ in others),
        "window": words("print.list_join").join(window.short or window.name for window in windows),
        "services": [
            {
                "id": service.id,
                "name": service.name,
                "whose": "" if whose[service.id] == first else view.departments[whose[service.id]].name,
            }
            for service in services
        ],
        "hotlines": [{"number": number, "name": short[number]} for number in own],
        "note": route.note or "",
    }


def defaults(view: View) -> Iterable[Subject]:
    """The county printed with the hub, and each region with a routing of its own."""
    for code in dict.fromkeys((view.hub.print_county, *view.routings)):
        yield Subject("region", code)


def _title(view: View, words: Words, subject: Subject) -> str:
    return words("print.door.of", name=view.regions[subject.place or subject.of].short)


def _steps(bodies: Iterable[float], *further: tuple[float, float]) -> tuple[Step, ...]:
    """One sheet with ``bodies`` in points, each with less and less space above and below a row, then two sheets.

    ``further`` gives body and space of those; a row's space is in ems.
    """
    one = [(body, row) for body in bodies for row in (0.6, 0.45, 0.3)]
    least = [(one[-1][0], row) for row in (0.2, 0.12, 0.05)]
    return rows(*((1, *rung) for rung in (*one, *least)), *((2, *rung) for rung in further))


_A4 = (
    *_steps((12.5, 11.5, 10.5), (13.5, 1), (12, 0.6), (10.5, 0.3), (10.5, 0.12)),
    *rows((3, 12, 0.6), (3, 10.5, 0.3)),
)

DOCUMENT = Document(
    name="door",
    about="region",
    ladders={
        "A3": _steps((18, 16.5, 15, 13.8, 12.6), (15, 1), (14, 0.7), (13, 0.5), (12.6, 0.3)),
        "A4": _A4,
        "A4.both": (*_A4, *rows((4, 12, 0.6), (4, 10.5, 0.3))),
        "A4.en": _steps((11, 10, 9), *((body, 0.6) for body in (12, 11.5, 11, 10.5, 10, 9.5)), (9, 0.3)),
        "A4-large": rows(*((n, body, row) for n in range(2, 11) for body, row in ((18, 0.6), (16.5, 0.5), (16, 0.3)))),
        "A2": _steps((26, 24, 22, 20, 18.5), (22, 1), (20.5, 0.7), (19, 0.5), (18.5, 0.3)),
    },
    own_ladders={
        "A2": sizes("name", 60, 52, 44, 36),
        "A2.both": sizes("name", 48, 40, 32),
        "A3": sizes("name", 42, 36, 30, 25),
        "A3.both": sizes("name", 33, 28, 23),
        "A4": sizes("name", 29, 25, 21, 17),
        "A4.both": sizes("name", 23, 19, 16),
        "A4-large": sizes("name", 29, 25, 21, 17),
        "A4-large.both": sizes("name", 23, 19, 16),
    },
    defaults=defaults,
    hangs=lambda view, place: [Subject("region", place.code)],
    # An A4 sheet has no room for the names of all numbers, nor for whose each paper is; the one number is on the first
    # sheet already, and again on further ones.
    unprinted=frozenset({"kinds.hotlines.name", "kinds.services.whose", "place.one"}),
    facts=facts,
    title=_title,
    default_sizes=("A3", "A4"),
    continues=True,
)
