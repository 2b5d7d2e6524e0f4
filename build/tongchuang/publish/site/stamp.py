"""The pages of places, and of regions without any: shells drawn by MkDocs for each language, filled in for each.

A page that goes through MkDocs takes milliseconds and a place in every list it keeps; there are
thousands of places.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from markupsafe import escape

from ...catalogue import View
from ...catalogue.asked import asked
from ...model.place import Place
from ..address import address
from ..words import words
from .draw import Drawing
from .page import Crumb, Page
from .pages.regions import elsewhere, first_calls

# What stands for a record in the shell. No other text holds these: control characters are not content.
_CODE, _TITLE, _DESCRIPTION, _BODY = "\ue000code", "\ue000title", "\ue000description", "\ue000body"
_TOKEN = re.compile(f"({_CODE}|{_TITLE}|{_DESCRIPTION}|{_BODY})")


def shell(kind: str) -> Page:
    """The page that MkDocs draws in place of those of a kind in ``STAMPED``."""
    return Page(address(kind, _CODE), _TITLE, _DESCRIPTION, "shell.html", {"body": _BODY})


def stamp(drawn: str, pages: Iterable[Page], drawing: Drawing) -> Iterator[tuple[str, str]]:
    """From the drawn shell: the address below the language's root and the HTML of every page."""
    parts = _TOKEN.split(drawn)
    for page in pages:
        values = {
            _CODE: escape(page.address.split("/")[-2]),
            _TITLE: escape(page.title),
            _DESCRIPTION: escape(page.description),
            _BODY: drawing.body(page),
        }
        yield page.address, "".join(values.get(part, part) for part in parts)


def places(view: View, day: str) -> Iterator[Page]:
    """A page for every place, those withdrawn too."""
    return (_page(view, place) for place in view.places.values())


# What is stamped, by the kind that addresses the pages.
STAMPED: Mapping[str, Callable[[View, str], Iterator[Page]]] = {"place": places, "region": elsewhere}


def _page(view: View, place: Place) -> Page:
    chain = [view.places[code] for code in place.region.chain if code in view.places]
    within = words(view.lang)("site.chain_join").join(above.region.short for above in chain)
    return Page(
        address("place", place.code),
        place.name,
        words(view.lang)("site.place.description", name=place.name, within=within),
        "place.html",
        _context(view, place),
        tuple(Crumb(above.region.short, _way(above)) for above in chain[:-1]),
        place.code,
    )


def _way(place: Place) -> str:
    """Counties and cities have a page that lists them; a township's office lists its villages itself."""
    return address("region" if place.level == "centre" and not place.withdrawn else "place", place.code)


def _context(view: View, place: Place) -> dict[str, Any]:
    return {
        "place": place,
        "services": view.services_at(place),
        "windows": [view.windows[id_] for id_ in place.windows],
        "calls": first_calls(view),
        "points": view.points_at(place.code),
        "asked": asked(view, place),
        "profile": view.profile_at(place.code),
        "parent": view.places[place.parent] if place.parent else None,
        "children": [view.places[code] for code in place.children],
    }
