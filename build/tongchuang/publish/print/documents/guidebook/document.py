"""Guide booklet (办事指南) of a place: everything that is done there, category by category.

In full it would be a book of three hundred pages that nobody can staple: of each service it has the essentials.
"""

from collections import Counter
from functools import partial
from typing import Any

from .....catalogue import View
from .....model.place import Place
from .....model.service import Service
from ....words import Words
from ... import phrases
from ...defaults import county_places
from ...document import Document, Facts, Subject
from ..guide.document import booklet, in_full, told


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the booklet of a place shows."""
    place = view.places[subject.of]
    return {
        "name": phrases.name_in_two_lines(place),
        "summary": "" if place.confirmed_on else words("unconfirmed_long"),
        "office": phrases.chain(view, place, words),
        # Its name and where it lies say it.
        "region": "",
        "brief": True,
        **told(view, words, place.code, view.services_at(place), partial(_essentials, place, words)),
    }


def _essentials(place: Place, words: Words, view: View, service: Service) -> dict[str, Any]:
    """An entry without the small print: what to bring, which steps there are, and where to turn within which time.

    The window is the place's own, where it has that of the service. Of remedies of the same kind it takes the text
    that tells them apart.
    """
    entry = in_full(view, service)
    kinds = Counter(one["kind"] for one in entry["remedies"])
    return {
        **entry,
        **_window(place, words, view, service),
        "conditions": [],
        "channels": [],
        "time_note": "",
        "fee_note": "",
        "materials": [{**one, "issued_by": "", "note": ""} for one in entry["materials"]],
        "steps": [{**one, "text": "", "where": "", "basis": ""} for one in entry["steps"]],
        "remedies": [
            {**one, "text": one["text"] if kinds[one["kind"]] > 1 else "", "basis": ""} for one in entry["remedies"]
        ],
    }


def _window(place: Place, words: Words, view: View, service: Service) -> dict[str, str]:
    """The window of the service, as the board of the place calls it, with the department; nothing where it has none."""
    if service.window not in place.windows:
        return {}
    department = view.departments[service.departments.lead].name
    return {
        "window": view.windows[service.window].name,
        "department": words("print.notice.department", name=department),
    }


DOCUMENT = Document(
    name="guidebook",
    about="place",
    ladders={"A5": booklet(60, 10.5), "A5.en": booklet(60, 9.5), "A5.both": booklet(100, 10.5)},
    defaults=lambda view: (Subject("place", place.code) for place in county_places(view) if place.confirmed_on),
    # A book of a hundred pages and more: for those who ask.
    by_default=lambda view, subject, size: False,
    facts=facts,
    title=lambda view, words, subject: words("print.guidebook.of", name=view.places[subject.of].name),
    held=True,
)
