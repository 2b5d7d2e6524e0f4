"""What a hub prints of itself: the places of one county."""

from collections.abc import Iterator

from ...catalogue import View
from ...model.place import Place


def county_places(view: View) -> Iterator[Place]:
    """Places of the hub's ``print_county``, the county's own first, closed ones among them."""
    for place in view.places.values():
        if view.hub.print_county in place.region.chain:
            yield place
