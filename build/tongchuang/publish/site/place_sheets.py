"""What to print for a place: each sheet that belongs on its walls and counters, as a small picture with its files."""

from collections.abc import Iterator

from markupsafe import Markup

from ..address import address
from ..words import words
from .draw import Drawing
from .page import Crumb, Page

FOLDER = "prints/"


def place_sheets(drawing: Drawing, day: str) -> Iterator[tuple[Page, Markup]]:
    """The page of each place that the hub prints sheets for, and its body."""
    view, w = drawing.view, words(drawing.view.lang)
    for code in drawing.printed.places:
        place = view.places[code]
        page = Page(
            f"{FOLDER}{code}/",
            w("site.place_sheets.title", name=place.name),
            w("site.place_sheets.summary", name=place.name),
            "place-sheets.html",
            {"place": place, "kinds": list(drawing.printed.hung(code)), "services": view.services_at(place)},
            (Crumb(w("site.prints.title"), FOLDER), Crumb(place.region.short, address("place", code))),
            code,
        )
        yield page, drawing.body(page)
