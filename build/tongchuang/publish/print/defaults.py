"""What a hub prints of itself: the places of one county, and all services."""

from collections.abc import Iterator

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
