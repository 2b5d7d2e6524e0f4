"""What each confirmed place has, beside what its region's profile asks: a row for each thing asked of it."""

from collections.abc import Iterator

from ....catalogue import View
from ....catalogue.asked import asked
from ....model.place import Place
from ...words import Words, words
from ..table import Cell, Table, yes_or_no

_COLUMNS = (
    "code", "place", "level", "key_town", "premises", "host", "honours", "workers", "what", "unit", "least", "has",
    "met", "document", "source", "confirmed_on",
)  # fmt: skip


def table(view: View) -> Table:
    """The table in the language of a view; a place that nobody has confirmed has reported nothing and has no row."""
    w = words(view.lang)
    places = (place for place in view.places.values() if place.confirmed_on)
    rows = tuple(row for place in places for row in _rows(view, w, place))
    return Table("places-against-minimums", tuple(w(f"export.asked.{column}") for column in _COLUMNS), rows)


def _rows(view: View, w: Words, place: Place) -> Iterator[tuple[Cell, ...]]:
    join = w("site.list_join")
    of_place: tuple[Cell, ...] = (
        place.code,
        place.name,
        w(f"level.{place.level}"),
        yes_or_no(w, place.key_town) if place.level == "office" else None,
        w(f"site.place.premises_kind.{place.premises}") if place.premises else None,
        place.host,
        join.join(place.honours),
        place.workers,
    )
    for one in asked(view, place):
        policies = (view.policies[citation.policy] for citation in one.basis)
        yield (
            *of_place,
            one.what,
            w(f"export.unit.{one.unit}"),
            one.least,
            one.has,
            None if one.met is None else yes_or_no(w, one.met),
            join.join(policy.short or policy.title for policy in policies),
            place.source,
            place.confirmed_on,
        )
