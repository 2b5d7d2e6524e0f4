"""What the site holds, counted: services, places, service points and policies, each by what they are sorted by."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import get_args

from ....catalogue import View
from ....catalogue.status import Status, status
from ....model.common import Level
from ....model.point import PointKind
from ...words import Words, words
from ..table import Table

_COLUMNS = ("counted", "by", "id", "name", "count")
# What is counted, by what, and how many there are of each id.
Counts = tuple[str, str, Mapping[str, int]]


def table(view: View) -> Table:
    """The table in the language of a view: a row for each sort, those with nothing in them too."""
    w = words(view.lang)
    called = _called(view, w)
    rows = tuple(
        (w(f"export.counted.{counted}"), w(f"export.by.{by}"), id_, called[by](id_), number)
        for counted, by, numbers in (*_services(view), *_places(view))
        for id_, number in numbers.items()
    )
    return Table("statistics", tuple(w(f"export.statistics.{column}") for column in _COLUMNS), rows)


def _services(view: View) -> Iterator[Counts]:
    """The standard versions that are offered, and the policies."""
    offered = [service for service in view.services.values() if view.offers(service)]
    yield "services", "category", _count(view.categories, (service.category for service in offered))
    yield "services", "level", _count(get_args(Level), (level for service in offered for level in service.levels))
    yield "services", "window", _count(view.windows, (service.window for service in offered))
    yield "services", "department", _count(view.departments, (service.departments.lead for service in offered))
    day = view.as_of.isoformat()
    yield "policies", "status", _count(get_args(Status), (status(policy, day) for policy in view.policies.values()))


def _places(view: View) -> Iterator[Counts]:
    """Places of the networks, listed and confirmed apart, and service points."""
    listed = [place for place in view.places.values() if not place.withdrawn]
    yield "listed", "level", _count(get_args(Level), (place.level for place in listed))
    yield "confirmed", "level", _count(get_args(Level), (place.level for place in listed if place.confirmed_on))
    yield "points", "kind", _count(get_args(PointKind), (point.kind for point in view.open_points))


def _count(ids: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    counter = Counter(found)
    return {id_: counter[id_] for id_ in ids}


def _called(view: View, w: Words) -> Mapping[str, Callable[[str], str]]:
    """What each sort is called."""
    return {
        "category": lambda id_: view.categories[id_].name,
        "level": lambda id_: w(f"level.{id_}"),
        "window": lambda id_: view.windows[id_].name,
        "department": lambda id_: view.departments[id_].name,
        "status": lambda id_: w(f"status.{id_}"),
        "kind": lambda id_: w(f"site.points.kind.{id_}"),
    }
