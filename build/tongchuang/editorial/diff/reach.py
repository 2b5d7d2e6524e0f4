"""In how many windows the public meets a change."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from ...catalogue import View
from ...model.place import Place
from ...model.service import Service
from .records import Key

# What of a version concerns those who come to a window.
_TOLD = {field.name for field in fields(Service)} - {
    *("revisions", "review", "base", "translation", "region", "differences", "exceptions"),
}


class Reach:
    """Windows by what changed between two views of the same language."""

    def __init__(self, before: View, after: View) -> None:
        self._before, self._after = before, after
        self._offered: dict[int, Mapping[str, Service]] = {}
        self._changed: dict[tuple[str, str], int] = {}

    def windows(self, key: Key, field: str | None = None) -> int | None:
        """How many windows a record's change (of one ``field``) reaches; None for what has no part in them."""
        if key.kind in ("service", "local"):
            told = _TOLD if field is None else {field} & _TOLD
            return self._with(key.id, told, key.region) if told else None
        if key.kind == "place":
            return None if field else 1
        if key.kind == "region" and field is None:
            return sum(key.id in place.region.chain for place in self._places)
        return None

    @property
    def _places(self) -> Iterator[Place]:
        """Every open place of either view, as it is in the newer one that has it."""
        for place in ({**self._before.places, **self._after.places}).values():
            if not place.withdrawn:
                yield place

    def _with(self, service: str, names: Iterable[str], region: str) -> int:
        """Of the open places (in a region), those where the version of the service differs in what is named."""
        found = 0
        alike: dict[tuple[int, int], bool] = {}
        for place in self._places:
            if region and region not in place.region.chain:
                continue
            old, new = self._at(self._before, place, service), self._at(self._after, place, service)
            pair = id(old), id(new)
            if pair not in alike:
                alike[pair] = _differ(old, new, names)
            found += alike[pair]
        return found

    def _at(self, view: View, place: Place, service: str) -> Service | None:
        """The version that a window of a view offers."""
        mine = view.places.get(place.region.code)
        if mine is None:
            return None
        offered = view.services_at(mine)
        if id(offered) not in self._offered:
            self._offered[id(offered)] = {one.id: one for one in offered}
        return self._offered[id(offered)].get(service)


def _differ(old: Service | None, new: Service | None, names: Iterable[str]) -> bool:
    if old is None or new is None:
        return old is not new
    return any(getattr(old, name) != getattr(new, name) for name in names)
