"""Window sign: its name, to be read from three metres, and what is done there.

A place without windows of its own has one sign, that of the place.
"""

from collections.abc import Iterable, Sequence

from .....catalogue import View
from .....model.place import Place
from .....model.service import Service
from .....model.taxonomy import Category, Group
from ....words import Words
from ... import phrases
from ...defaults import county_places
from ...document import Document, Facts, Step, Subject

MOST = 10


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the sign shows: window (or the place's kind), what is done there, office and hotlines."""
    place = view.places[subject.of]
    services = [s for s in view.services_at(place) if subject.window in (None, s.window)]
    window = view.windows[subject.window] if subject.window else None
    return {
        "place": {
            "name": place.name if window else phrases.name_in_two_lines(place),
            "chain": phrases.chain(view, place, words),
            "of_window": bool(window),
        },
        "window": {"name": window.name, "summary": window.summary} if window else None,
        "confirmed": bool(place.confirmed_on),
        "services": [{"id": entry.id, "name": entry.name} for entry in _done_here(view, services)],
        "hotlines": phrases.hotlines(view, (), place.area_code, words),
    }


def _done_here(view: View, services: Sequence[Service]) -> Sequence[Service | Category | Group]:
    """What a sign has room to name: the services, else their categories, else the groups of those."""
    categories = [view.categories[id_] for id_ in dict.fromkeys(service.category for service in services)]
    groups = [view.groups[id_] for id_ in dict.fromkeys(category.group for category in categories)]
    named: tuple[Sequence[Service | Category | Group], ...] = (services, categories, groups)
    return next((entries for entries in named if len(entries) <= MOST), groups)


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


DOCUMENT = Document(
    name="sign",
    about="place",
    ladders={
        "A4": tuple(
            Step({"title": f"{title}mm", "body": f"{body}pt"})
            for title, body in ((30, 30), (25, 26), (25, 22), (22, 20), (18, 18), (15, 16))
        )
    },
    own_ladders={"A4": tuple(Step({"name": f"{mm}mm"}) for mm in (30, 25, 22, 19, 17, 15, 13))},
    defaults=defaults,
    hangs=of_place,
    facts=facts,
    title=_title,
)
