"""Window sign (窗口牌) and desk sign (台卡): its name, to be read from three metres, what is done there and in which
languages.

A place without windows of its own has one sign, that of the place. A window's number is of its hall, and written in.
"""

from collections.abc import Callable, Iterable, Sequence

from .....catalogue import View
from .....model.place import Place
from .....model.service import Service
from .....model.taxonomy import Category, Group
from ....words import Words
from ... import phrases
from ...defaults import county_places
from ...document import Document, Facts, Step, Subject

FEW = 10
MOST = 16


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the sign shows: window (or the place's kind), what is done there, office and hotlines."""
    place = view.places[subject.of]
    offered = view.services_at(place)
    window = view.windows[subject.window] if subject.window else None
    # Thousands of places offer the same.
    alike = subject.window, tuple((service.id, service.region) for service in offered)
    services, revised = view.once(("sign", *alike), lambda: _done_here(view, offered, subject.window, words))
    one = phrases.for_anything(view, None)
    return {
        "place": {
            "name": place.name if window else phrases.name_in_two_lines(place),
            "chain": "" if window else phrases.chain(view, place, words),
            "of_window": bool(window),
            "languages": words("print.list_join").join(place.languages),
            "revised": revised,
        },
        "window": {**_named(window.name, words), "summary": window.summary} if window else None,
        "confirmed": bool(place.confirmed_on),
        "services": services,
        "elsewhere": words("print.sign.elsewhere", number=one["number"]) if one else words("print.sign.ask"),
        "hotlines": view.once(("sign lines", place.area_code), lambda: _lines(view, place.area_code, words)),
    }


def _named(name: str, words: Words) -> dict[str, str]:
    """A name in the two parts between which a line may end: 退休人员社会化管理, 窗口."""
    last = words("print.sign.last")
    stem = name.removesuffix(last)
    return {"stem": stem, "rest": last if stem != name else ""}


def _done_here(
    view: View, offered: Sequence[Service], window: str | None, words: Words
) -> tuple[list[dict[str, str]], str]:
    """What a sign names, and the day of its newest revision: the services; where these are many, a category or group for
    its services, if the place does none of it elsewhere. Nothing where even that is more than a sign has room for."""
    services = [service for service in offered if window in (None, service.window)]
    elsewhere = [service for service in offered if window not in (None, service.window)]

    def together(of: Callable[[Service], Category | Group]) -> Sequence[Service | Category | Group]:
        parted = {of(service).id for service in elsewhere}
        named = (service if of(service).id in parted else of(service) for service in services)
        return tuple({entry.id: entry for entry in named}.values())

    def category(service: Service) -> Category:
        return view.categories[service.category]

    choices = (services, together(category), together(lambda service: view.groups[category(service).group]))
    fewest = min(choices, key=len)
    named = next((entries for entries in choices if len(entries) <= FEW), fewest if len(fewest) <= MOST else ())
    return [{"id": entry.id, "name": entry.name} for entry in named], phrases.revised(services, words)


def _lines(view: View, area_code: str | None, words: Words) -> list[dict[str, str]]:
    """The numbers to call, each with whose it is as short as can be."""
    short = phrases.short_names(view)
    return [{**line, "name": short[line["number"]]} for line in phrases.hotlines(view, (), area_code, words)]


def of_place(view: View, place: Place) -> Iterable[Subject]:
    """Each window of a place; the place itself where it has none."""
    return (Subject("place", place.code, window=window) for window in place.windows or (None,))


def defaults(view: View) -> Iterable[Subject]:
    """The signs of each place of the county printed with the hub."""
    return (subject for place in county_places(view) for subject in of_place(view, place))


def _title(view: View, words: Words, subject: Subject) -> str:
    place = view.places[subject.of].name
    window = view.windows[subject.window].name if subject.window else words("print.sign.title")
    return words("print.sign.of", place=place, window=window)


def _rungs(wrap: str, *sizes: tuple[float, int], lifts: Sequence[tuple[float, int, int]]) -> tuple[Step, ...]:
    """``--title`` in millimetres and ``--body`` in points; at the last the name may end a line anywhere. Where that is
    not enough, ``--lift`` gives what is done there so many millimetres of the name's room."""
    whole = tuple(_step(title, body, wrap) for title, body in sizes)
    return (*whole, _step(*sizes[-1], "normal"), *(_step(title, body, "normal", lift) for title, body, lift in lifts))


def _step(title: float, body: int, wrap: str, lift: int = 0) -> Step:
    return Step({"title": f"{title}mm", "body": f"{body}pt", "wrap": wrap, "lift": f"{lift}mm"})


def _own(*names: float) -> tuple[Step, ...]:
    return tuple(Step({"name": f"{name}mm"}) for name in names)


# A name is read from three metres, what is done there from one: letters below give way first.
_A4 = _rungs(
    "nowrap",
    *((36, 26), (36, 21), (36, 18), (32, 18), (32, 16), (28, 16), (25, 16), (21, 16), (20, 15), (20, 14), (18, 14)),
    lifts=((18, 14, 6), (17, 14, 12), (16, 12, 16)),
)
_A4_EN = _rungs(
    "normal",
    (30, 27),
    (25, 24),
    (22, 20),
    (19, 17),
    (16, 15),
    (14, 14),
    lifts=((14, 14, 6), (14, 14, 12), (14, 12, 16)),
)
_A4_OWN = _own(25, 22, 19, 17, 15, 13)
_A5 = _rungs(
    "nowrap",
    *(
        (31, 18),
        (31, 15),
        (28, 15),
        (25, 14),
        (22, 14),
        (21, 14),
        (21, 12),
        (19.3, 12),
        (19.3, 11),
        (19.3, 10),
        (16, 10),
    ),
    lifts=((16, 10, 4), (16, 10, 8), (14, 10, 12), (14, 9, 12), (12, 9, 16)),
)
_A5_EN = _rungs(
    "normal",
    (20, 18),
    (17, 16),
    (15, 14),
    (13, 12),
    (11, 10),
    lifts=((11, 10, 4), (11, 10, 8), (11, 10, 12), (11, 9, 12)),
)
_A5_OWN = _own(17, 15, 13, 11, 9)

DOCUMENT = Document(
    name="sign",
    about="place",
    ladders={"A4": _A4, "A4.en": _A4_EN, "A5": _A5, "A5.en": _A5_EN, "A4-tent": _A5, "A4-tent.en": _A5_EN},
    own_ladders={"A4": _A4_OWN, "A5": _A5_OWN, "A4-tent": _A5_OWN},
    defaults=defaults,
    hangs=of_place,
    facts=facts,
    title=_title,
    default_sizes=("A4",),
)
