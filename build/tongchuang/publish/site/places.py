"""The page of every place. Of most nothing is known but the name: one body, drawn with blanks, does for all neighbours."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from markupsafe import Markup, escape

from ...catalogue import View
from ...catalogue.asked import asked
from ...model.place import Place, Region
from ..address import address
from ..words import words
from .draw import Drawing
from .opening import opening
from .page import Crumb, Page
from .pages.regions import first_calls

# What stands for a place in the body that it shares. No other text holds these: control characters are not content.
_CODE, _NAME, _SHORT = "\ue000code", "\ue000name", "\ue000short"
_BLANK = re.compile(f"({_CODE}|{_NAME}|{_SHORT})")
_FACTS = attrgetter(*(field.name for field in fields(Place) if field.name not in ("code", "name", "region")))
_REGION = attrgetter(*(field.name for field in fields(Region) if field.name not in ("code", "name", "short", "chain")))


def places(drawing: Drawing, day: str) -> Iterator[tuple[Page, Markup]]:
    """The page of every place, those withdrawn too, and its body."""
    # By place above, tier and kind: all that the last body drawn rests on, and its parts between the blanks.
    drawn: dict[tuple[Any, ...], tuple[tuple[Any, ...], list[str]]] = {}
    for place in drawing.view.places.values():
        names = place.name, place.region.short
        # A Chinese name on a page of another language is marked as such, which a blank is not.
        if any(escape(drawing.text(name)) != escape(name) for name in names):
            page = alone(drawing.view, place)
            yield page, drawing.body(page)
            continue
        common, kin = _common(drawing, place), (place.parent, place.level, _REGION(place.region))
        if kin not in drawn or drawn[kin][0] != common:
            drawn[kin] = common, _BLANK.split(drawing.body(_with_blanks(drawing.view, place)))
        values = dict(zip((_CODE, _NAME, _SHORT), map(escape, (place.code, *names)), strict=True))
        body = "".join(values.get(part, part) for part in drawn[kin][1])
        yield _page(drawing.view, place), Markup(body)  # noqa: S704 (drawn or escaped)


def _common(drawing: Drawing, place: Place) -> tuple[Any, ...]:
    """All that a body rests on but the code and names of the place."""
    view = drawing.view
    return (
        _FACTS(place),
        place.region.chain[:-1],
        view.services_at(place),
        view.points_at(place.code),
        view.urgent_at(place.code),
        view.profile_at(place.code),
        drawing.printed.of("place", place.code),
    )


def _with_blanks(view: View, place: Place) -> Page:
    region = replace(place.region, code=_CODE, name=_NAME, short=_SHORT, chain=(*place.region.chain[:-1], _CODE))
    blank = replace(place, code=_CODE, name=_NAME, region=region)
    page = alone(view, place)
    found = {**page.context, "place": blank, "up": [blank, *page.context["up"][1:]]}
    return replace(page, address=address("place", _CODE), title=_NAME, context=found)


def alone(view: View, place: Place) -> Page:
    """The page of a place as it is drawn by itself."""
    return replace(_page(view, place), context=_context(view, place))


def _page(view: View, place: Place) -> Page:
    chain = [view.places[code] for code in place.region.chain if code in view.places]
    within = words(view.lang)("site.chain_join").join(above.region.short for above in chain)
    return Page(
        address("place", place.code),
        place.name,
        words(view.lang)("site.place.description", name=place.name, within=within),
        "place.html",
        {},
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
        "up": [view.places[code] for code in reversed(place.region.chain) if code in view.places],
        "opening": opening(view, place),
        "calls": first_calls(view),
        "points": view.points_at(place.code),
        "asked": asked(view, place),
        "profile": view.profile_at(place.code),
        "parent": view.places[place.parent] if place.parent else None,
        "children": [view.places[code] for code in place.children],
    }
