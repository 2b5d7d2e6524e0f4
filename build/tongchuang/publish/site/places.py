"""The page of every place. Of most nothing is known but the name: one body, drawn with blanks, does for all neighbours."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from markupsafe import Markup, escape

from ...catalogue import View
from ...catalogue.asked import asked
from ...catalogue.bodies import nearest
from ...model.place import Place, Region
from ..address import address
from ..words import words
from .draw import Drawing
from .opening import opening
from .page import Crumb, Page
from .pages.regions import first_calls

# What stands for a place and the one above it in a body that is shared: code, name and short name of each. No other
# text holds these: control characters are not content.
_PLACE = "\ue000code", "\ue000name", "\ue000short"
_ABOVE = "\ue001code", "\ue001name", "\ue001short"
_BLANK = re.compile(f"({'|'.join((*_PLACE, *_ABOVE))})")
_NAMED = attrgetter("code", "name", "region.short")


def _but(record: type, *left_out: str) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*(field.name for field in fields(record) if field.name not in left_out))


_FACTS = _but(Place, "code", "name", "region", "parent")
_FACTS_ABOVE = _but(Place, "code", "name", "region", "parent", "children")
_REGION = _but(Region, "code", "name", "short", "chain", "parent")


def places(drawing: Drawing, day: str) -> Iterator[tuple[Page, Markup]]:
    """The page of every place, those withdrawn too, and its body."""
    view = drawing.view
    # By county, tier and kind: all that the last body drawn rests on, and its parts between the blanks.
    drawn: dict[tuple[Any, ...], tuple[tuple[Any, ...], list[str]]] = {}
    for place in view.places.values():
        above = view.places.get(place.parent or "")
        named = (*_NAMED(place), *(_NAMED(above) if above else ()))
        # Sheets are named after a code; a Chinese name on a page of another language is marked as such.
        marked = any(escape(drawing.text(name)) != escape(name) for name in named)
        if marked or drawing.printed.of("place", place.code):
            page = alone(view, place)
            yield page, drawing.body(page)
            continue
        common, kin = _common(view, place, above), (place.region.chain[:-2], place.level, _REGION(place.region))
        if kin not in drawn or drawn[kin][0] != common:
            drawn[kin] = common, _BLANK.split(drawing.body(_with_blanks(view, place, above)))
        values = dict(zip((*_PLACE, *_ABOVE), map(escape, named), strict=False))
        body = "".join(values.get(part, part) for part in drawn[kin][1])
        yield _page(view, place), Markup(body)  # noqa: S704 (drawn or escaped)


def _common(view: View, place: Place, above: Place | None) -> tuple[Any, ...]:
    """All that a body rests on but the codes and names of the place and of the one above."""
    return (
        _FACTS(place),
        above and (_FACTS_ABOVE(above), above.region.tier),
        view.services_at(place),
        view.points_at(place.code),
        view.urgent_at(place.code),
        view.notices_at(place.code),
        view.profile_at(place.code),
    )


def _with_blanks(view: View, place: Place, above: Place | None) -> Page:
    page = alone(view, place)
    chain = place.region.chain[:-2]
    over = above and _blank(above, _ABOVE, (*chain, _ABOVE[0]))
    blank = _blank(place, _PLACE, (*(over.region.chain if over else place.region.chain[:-1]), _PLACE[0]))
    blanks = {place.code: blank} | ({above.code: over} if above and over else {})
    up = [blanks.get(one.code, one) for one in page.context["up"]]
    context = {**page.context, "place": blank, "parent": over, "up": up}
    return replace(page, address=address("place", _PLACE[0]), title=_PLACE[1], context=context, trail=_trail(up))


def _blank(place: Place, blanks: tuple[str, str, str], chain: tuple[str, ...]) -> Place:
    code, name, short = blanks
    return replace(place, code=code, name=name, region=replace(place.region, code=code, short=short, chain=chain))


def alone(view: View, place: Place) -> Page:
    """The page of a place as it is drawn by itself."""
    return replace(_page(view, place), context=_context(view, place))


def _page(view: View, place: Place) -> Page:
    up = _up(view, place)
    within = words(view.lang)("site.chain_join").join(above.region.short for above in reversed(up))
    return Page(
        address("place", place.code),
        place.name,
        words(view.lang)("site.place.description", name=place.name, within=within),
        "place.html",
        {},
        _trail(up),
        place.code,
    )


def _up(view: View, place: Place) -> list[Place]:
    """A place and those above it."""
    return [view.places[code] for code in reversed(place.region.chain) if code in view.places]


def _trail(up: list[Place]) -> tuple[Crumb, ...]:
    return tuple(Crumb(above.region.short, _way(above)) for above in reversed(up[1:]))


def _way(place: Place) -> str:
    """Counties and cities have a page that lists them; a township's office lists its villages itself."""
    return address("region" if place.level == "centre" and not place.withdrawn else "place", place.code)


def _context(view: View, place: Place) -> dict[str, Any]:
    return {
        "place": place,
        "services": view.services_at(place),
        "windows": [view.windows[id_] for id_ in place.windows],
        "up": _up(view, place),
        "opening": opening(view, place),
        "calls": first_calls(view),
        "points": view.points_at(place.code),
        "notices": [notice for notice in view.notices_at(place.code) if notice.kind == "notice"],
        "asked": asked(view, place),
        "profile": view.profile_at(place.code),
        "network": nearest(place.region, view.networks),
        "parent": view.places[place.parent] if place.parent else None,
        "children": [view.places[code] for code in place.children],
    }
