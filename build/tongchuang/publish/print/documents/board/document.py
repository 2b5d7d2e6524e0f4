"""Services board of a place (服务项目公示): what it handles, in what time, for what fee, and whom to call."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from .....catalogue import View
from .....model.place import Place
from .....model.service import Service
from ....words import Words
from ... import phrases
from ...defaults import county_places
from ...document import Document, Facts, Step, Subject
from ...ladder import shrinking


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the board shows: the place, its services by category, and hotlines."""
    place = view.places[subject.of]
    services = view.services_at(place)
    alike = place.windows, tuple((service.id, service.region) for service in services)
    return {
        "place": {
            "name": phrases.name_in_two_lines(place),
            "chain": phrases.chain(view, place, words),
            "standing": phrases.standing(place, words),
            "revised": view.once(("revised", alike), lambda: phrases.revised(services, words)),
            "contact": phrases.blanks(place, words, "address", "hours", "phone", "supervision_phone"),
            "one": (phrases.for_anything(view, None) or {"number": ""})["number"],
        },
        "confirmed": bool(place.confirmed_on),
        "windows": [
            {"id": id_, "name": view.windows[id_].name, "short": view.windows[id_].short or ""} for id_ in place.windows
        ],
        "audience": words("print.list_join").join(
            words(f"audience.{kind}") for kind in dict.fromkeys(kind for s in services for kind in s.audience)
        ),
        "groups": view.once(("board", alike), lambda: _groups(view, place, services, words)),
        "hotlines": phrases.hotlines(view, (), place.area_code, words),
        "source": words("print.source", name=view.network.source),
    }


def _groups(view: View, place: Place, services: Sequence[Service], words: Words) -> list[dict[str, object]]:
    return [
        {
            "id": category,
            "name": view.categories[category].name,
            "services": [_row(view, place, service, words) for service in found],
        }
        for category, found in groupby(services, key=lambda service: service.category)
    ]


def _row(view: View, place: Place, service: Service, words: Words) -> dict[str, object]:
    window = view.windows[service.window] if service.window in place.windows else None
    return {
        "id": service.id,
        "name": service.name,
        "window": (window.short or window.name) if window else "",
        "times": phrases.times(service, words),
        "fee": phrases.price(service, words),
        "charges": phrases.charges(service, words),
        "department": view.departments[service.departments.lead].name,
    }


def defaults(view: View) -> Iterable[Subject]:
    """Each place of the county printed with the hub."""
    return (Subject("place", place.code) for place in county_places(view))


def _own(names: tuple[int, ...], values: tuple[int, ...]) -> tuple[Step, ...]:
    """Sizes of the name and of what the place has said of itself, in points: the name gives up space first."""
    return tuple(Step({"name": f"{name}pt", "value": f"{value}pt"}) for value in values for name in names)


def _ladder(
    columns: int, most: float, least: float, sheets: int, lone: tuple[float, float] | None = None
) -> tuple[Step, ...]:
    """The services in ``columns`` from ``most`` points down to ``least`` on one sheet, then on up to ``sheets``, on each
    further one larger again, up to ``most``: what takes a sheet more fills it, and the first of several tells what is on
    which. Few of them stand in one column of ``lone`` sizes."""
    first = [(1, body, 1) for body in shrinking(*lone, 0.93)] if lone else []
    one = [(1, body, columns) for body in shrinking(most, least, 0.93)]
    more = [
        (n, body, columns)
        for n in range(2, sheets + 1)
        for body in shrinking(min(most, least * (n / (n - 1)) ** 0.75), least, 0.97)
    ]
    return tuple(
        Step(
            {
                "body": f"{body:.1f}pt",
                "row": f"{body * 0.32:.2f}pt",
                "columns": str(across) if across > 1 else "auto",  # for one, WeasyPrint would balance it
                "index": "block" if n > 1 else "none",
            },
            n,
        )
        for n, body, across in (*first, *one, *more)
    )


DOCUMENT = Document(
    name="board",
    about="place",
    ladders={
        "A2": _ladder(1, 34, 17, 8),
        "A2.both": _ladder(1, 34, 19, 10),
        "A4": _ladder(1, 15, 10.5, 12),
        "A4.both": _ladder(1, 15, 11, 16),
        "A4-large": _ladder(1, 22, 16, 24),
        "A4-large.en": _ladder(1, 17.5, 16, 24),
        "A4-large.both": _ladder(1, 20, 16, 24),
        "A1": _ladder(2, 30, 19, 5, (44, 32)),
        "A1.en": _ladder(2, 24, 19, 5, (44, 32)),
        "A1.both": _ladder(2, 26, 20, 6, (44, 32)),
        "60x80": _ladder(2, 30, 19, 5, (44, 32)),
        "60x80.en": _ladder(2, 24, 19, 5, (44, 32)),
        "60x80.both": _ladder(2, 26, 20, 6, (44, 32)),
        "80x120": _ladder(2, 38, 20, 3, (60, 40)),
        "80x120.en": _ladder(2, 33, 20, 3, (60, 40)),
        "80x120.both": _ladder(2, 38, 22, 4, (60, 40)),
        "90x120": _ladder(2, 42, 20, 3, (66, 44)),
        "90x120.en": _ladder(2, 38, 20, 3, (66, 44)),
        "90x120.both": _ladder(2, 42, 23, 4, (66, 44)),
    },
    own_ladders={
        "A2": _own((72, 62, 54, 46, 40), (24, 20, 17)),
        "A2.both": _own((54, 46, 40, 34), (24, 20, 17)),
        "A4": _own((28, 24, 21, 18), (13, 11, 9)),
        "A4.both": _own((24, 21, 18, 16), (13, 11, 9)),
        "A4-large": _own((32, 28, 24, 21, 18), (16, 14, 12)),
        "A1": _own((104, 90, 76, 64), (34, 28, 22)),
        "A1.both": _own((78, 68, 58, 48), (32, 27, 22)),
        "60x80": _own((98, 84, 72, 60), (32, 27, 22)),
        "60x80.both": _own((74, 64, 54, 45), (30, 26, 22)),
        "80x120": _own((138, 120, 102, 86), (42, 36, 28)),
        "80x120.both": _own((102, 88, 76, 64), (40, 34, 28)),
        "90x120": _own((150, 130, 110, 92), (44, 37, 29)),
        "90x120.both": _own((110, 96, 82, 70), (42, 35, 29)),
    },
    defaults=defaults,
    hangs=lambda view, place: [Subject("place", place.code)],
    unprinted=frozenset({"groups.services.window", "groups.services.times.start"}),
    facts=facts,
    title=lambda view, words, subject: words("print.board.of", name=view.places[subject.of].name),
    default_sizes=("A2", "A4"),
    continues=True,
)
