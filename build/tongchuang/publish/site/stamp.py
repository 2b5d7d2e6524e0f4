"""The pages of places and of what to print for them, of regions without places, and of the doors of regions: shells
drawn by MkDocs for each language, filled in for each.

A page that goes through MkDocs takes milliseconds and a place in every list it keeps; there are
thousands of places.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from ...catalogue import View
from ..address import address
from .draw import Drawing
from .page import Page
from .pages.appeals import at_regions
from .pages.regions import elsewhere
from .place_sheets import FOLDER, place_sheets
from .places import places

# What stands for a record in the shell. No other text holds these: control characters are not content.
_CODE, _REGION = "\ue000code", "\ue000region"
_TITLE, _DESCRIPTION, _BODY = "\ue000title", "\ue000description", "\ue000body"
_TOKEN = re.compile(f"({_CODE}|{_REGION}|{_TITLE}|{_DESCRIPTION}|{_BODY})")


def shell(kind: str) -> Page:
    """The page that MkDocs draws in place of those of a kind in ``STAMPED``."""
    return Page(STAMPED[kind].shell, _TITLE, _DESCRIPTION, "shell.html", {"body": _BODY})


def stamp(drawn: str, pages: Iterable[tuple[Page, Markup]]) -> Iterator[tuple[str, str]]:
    """From the drawn shell, with the pages' bodies: the address below the language's root and the HTML of every page."""
    parts = _TOKEN.split(drawn)
    for page, body in pages:
        _, *blanks, _ = page.address.split("/")
        values = {
            **dict(zip((_CODE, _REGION), map(escape, blanks), strict=False)),
            _TITLE: escape(page.title),
            _DESCRIPTION: escape(page.description),
            _BODY: body,
        }
        yield page.address, "".join(values.get(part, part) for part in parts)


@dataclass(frozen=True, slots=True)
class Stamped:
    """Pages that fill in one shell: the address of the shell with blanks for theirs, and what makes and draws them."""

    shell: str
    pages: Callable[[Drawing, str], Iterator[tuple[Page, Markup]]]


def _drawn(pages: Callable[[View, str], Iterator[Page]]) -> Callable[[Drawing, str], Iterator[tuple[Page, Markup]]]:
    """Pages that are drawn one by one."""
    return lambda drawing, day: ((page, drawing.body(page)) for page in pages(drawing.view, day))


# By the name of the shell.
STAMPED: Mapping[str, Stamped] = {
    "place": Stamped(address("place", _CODE), places),
    "region": Stamped(address("region", _CODE), _drawn(elsewhere)),
    "appeal": Stamped(address("appeal", _CODE, _REGION), _drawn(at_regions)),
    "place-sheets": Stamped(f"{FOLDER}{_CODE}/", place_sheets),
}
