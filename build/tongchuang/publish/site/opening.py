"""What a page gives the phone so that it can tell whether a place is open: its hours, the calendars, the words."""

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from ...catalogue import View
from ...model.place import Hours, Place
from ..words import words


def opening(view: View, place: Place) -> Mapping[str, str] | None:
    """JSON texts for data attributes; None for a place that is not there, not confirmed, or has told no hours."""
    if not place.hours or not place.confirmed_on or place.withdrawn:
        return None
    return {"hours": _json(_written(place.hours)), "calendars": _json(_calendars(view)), "words": _json(_words(view))}


def _written(hours: Hours) -> dict[str, Any]:
    """The record without what it doesn't say; its note stands beside."""
    return {key: value for key, value in msgspec.to_builtins(hours).items() if value and key != "note"}


def _calendars(view: View) -> dict[str, Any]:
    """The years known from the catalogue's on, their holidays (name, first and last day), weekend days worked."""
    known = [calendar for year, calendar in sorted(view.calendars.items()) if year >= view.as_of.year]
    return {
        "years": [calendar.year for calendar in known],
        "holidays": [[h.name, h.starts, h.ends] for calendar in known for h in calendar.holidays],
        "workdays": [day for calendar in known for day in calendar.workdays],
    }


def _words(view: View) -> dict[str, Any]:
    w = words(view.lang)
    return {**w.table["site"]["open"], "weekdays": list(w.table["hours"]["day"].values()), "months": w.table["months"]}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
