"""Services board of a place (服务项目公示): what it handles, in what time, for what fee, and whom to call."""

from collections.abc import Iterable
from itertools import groupby

from .....catalogue import View
from .....model.place import Place
from .....model.service import Service
from ....words import Words
from ... import phrases
from ...defaults import county_places
from ...document import Document, Facts, Step, Subject
from ...ladder import rows


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the board shows: the place, its services by category, and hotlines."""
    place = view.places[subject.of]
    services = view.services_at(place)
    return {
        "place": {
            "name": phrases.name_in_two_lines(place),
            "chain": phrases.chain(view, place, words),
            "standing": phrases.standing(place, words),
            "contact": phrases.blanks(place, words, "address", "hours", "phone", "supervision_phone"),
        },
        "confirmed": bool(place.confirmed_on),
        "windows": bool(place.windows),
        "audience": words("print.list_join").join(
            words(f"audience.{kind}") for kind in dict.fromkeys(kind for s in services for kind in s.audience)
        ),
        "groups": [
            {
                "id": category,
                "name": view.categories[category].name,
                "services": [_row(view, place, s, words) for s in found],
            }
            for category, found in groupby(services, key=lambda service: service.category)
        ],
        "hotlines": phrases.hotlines(view, (), place.area_code, words),
        "source": words("print.source", name=view.network.source),
    }


def _row(view: View, place: Place, service: Service, words: Words) -> dict[str, object]:
    window = view.windows[service.window] if service.window in place.windows else None
    return {
        "id": service.id,
        "name": service.name,
        "window": (window.short or window.name) if window else words("print.board.no_window"),
        "times": phrases.times(service, words),
        "fee": phrases.price(service, words),
        "department": view.departments[service.departments.lead].name,
    }


def defaults(view: View) -> Iterable[Subject]:
    """Each place of the county printed with the hub."""
    return (Subject("place", place.code) for place in county_places(view))


def _own(names: tuple[int, ...], values: tuple[int, ...]) -> tuple[Step, ...]:
    """Sizes of the name and of what the place has said of itself, in points: the name gives up space first."""
    return tuple(Step({"name": f"{name}pt", "value": f"{value}pt"}) for value in values for name in names)


DOCUMENT = Document(
    name="board",
    about="place",
    ladders={
        "A2": rows(
            *((1, body, row) for body, row in ((34, 0.6), (30, 0.5), (27, 0.45), (24, 0.4), (21, 0.36), (19, 0.3))),
            *((sheets, 21, 0.3) for sheets in range(2, 12)),
        ),
        "A4": rows(
            *((1, body, row) for body, row in ((15, 0.5), (13, 0.4), (12, 0.36), (11, 0.3), (10, 0.25))),
            *((sheets, 11, 0.25) for sheets in range(2, 18)),
        ),
    },
    own_ladders={
        "A2": _own((72, 62, 54, 46, 40), (24, 20, 17)),
        "A2.both": _own((54, 46, 40, 34), (24, 20, 17)),
        "A4": _own((28, 24, 21, 18), (13, 11, 9)),
        "A4.both": _own((24, 21, 18, 16), (13, 11, 9)),
    },
    defaults=defaults,
    hangs=lambda view, place: [Subject("place", place.code)],
    facts=facts,
    title=lambda view, words, subject: words("print.board.of", name=view.places[subject.of].name),
    continues=True,
)
