"""The pages of places: one shell drawn by MkDocs for each language, filled in for each place.

A page that goes through MkDocs takes milliseconds and a place in every list it keeps; there are
thousands of places.
"""

import re
from collections.abc import Iterator
from typing import Any

from markupsafe import escape

from ...catalogue import View
from ...model.place import Place
from ..address import address
from ..words import words
from .draw import Drawing
from .page import Crumb, Page

# What stands for a place in the shell. No other text holds these: control characters are not content.
_CODE, _TITLE, _DESCRIPTION, _BODY = "\ue000code", "\ue000title", "\ue000description", "\ue000body"
_TOKEN = re.compile(f"({_CODE}|{_TITLE}|{_DESCRIPTION}|{_BODY})")
# The numbers to call about a place nobody has confirmed; both are answered in every city.
_FIRST_CALLS = ("12333", "12345")


def shell() -> Page:
    """The page that MkDocs draws in place of a place."""
    return Page(address("place", _CODE), _TITLE, _DESCRIPTION, "shell.html", {"body": _BODY})


def stamp(drawn: str, drawing: Drawing) -> Iterator[tuple[str, str]]:
    """From the drawn shell: the address below the language's root and the HTML of every place."""
    parts = _TOKEN.split(drawn)
    for place in drawing.view.places.values():
        page = _page(drawing.view, place)
        values = {
            _CODE: escape(place.code),
            _TITLE: escape(page.title),
            _DESCRIPTION: escape(page.description),
            _BODY: drawing.body(page),
        }
        yield page.address, "".join(values.get(part, part) for part in parts)


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
    )


def _way(place: Place) -> str:
    """Counties and cities have a page that lists them; a township's office lists its villages itself."""
    return address("region" if place.level == "centre" and not place.withdrawn else "place", place.code)


def _context(view: View, place: Place) -> dict[str, Any]:
    by_number = {hotline.number: hotline for hotline in view.hotlines.values()}
    return {
        "place": place,
        "services": view.services_at(place),
        "windows": [view.windows[id_] for id_ in place.windows],
        "calls": [by_number[number] for number in _FIRST_CALLS if number in by_number],
        "parent": view.places[place.parent] if place.parent else None,
        "children": [view.places[code] for code in place.children],
    }
