"""What a hub prints of itself: the places of one county, and all services; and what hangs at a place."""

from collections.abc import Collection, Iterator

from ...catalogue import View
from ...model.place import Place
from .document import Subject


def county_places(view: View) -> Iterator[Place]:
    """Places of the hub's ``print_county``, the county's own first, closed ones among them."""
    for place in view.places.values():
        if view.hub.print_county in place.region.chain:
            yield place


def services(view: View) -> Iterator[Subject]:
    """Every service, and each region's own version of one."""
    for id_ in view.services:
        yield Subject("service", id_)
    for region, id_ in view.regional:
        yield Subject("service", id_, region)


def wall_texts(view: View, place: Place, kinds: Collection[str]) -> Iterator[Subject]:
    """The texts of some kinds that hang at a place of such a level: those for all, and those of its own region."""
    for text in view.wall_rules.values():
        own = text.region in (None, *place.region.chain)
        if own and text.kind in kinds and place.level in text.levels and not text.withdrawn:
            yield Subject("wall-rule", text.id, place.code)
