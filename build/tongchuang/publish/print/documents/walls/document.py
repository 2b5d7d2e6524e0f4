"""Wall list of a place (上墙清单): every sheet that belongs on its walls and counters, for the one who inspects them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from .....catalogue import View
from .....model.place import Place
from ....words import Words
from ... import phrases
from ...defaults import county_places
from ...document import Document, Facts, Step, Subject
from ...edition import edition, told


def sheets(view: View, place: Place) -> Iterator[tuple[Document, Subject]]:
    """The sheets that hang at a place, in the order of the list."""
    from .. import documents  # which imports this module

    for name in dict.fromkeys((*_ORDER, *documents())):
        document = documents()[name]
        for subject in document.hangs(view, place):
            yield document, subject


# Outside in: the plate at the door, what is done here, then the walls, and then the counters.
_ORDER = ("plate", "board", "door", "process", "wall", "sign", "card")


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """The place, and by kind each sheet with the edition that it has in this language."""
    place = view.places[subject.of]
    hanging = list(sheets(view, place))
    return {
        "name": phrases.name_in_two_lines(place),
        "chain": phrases.chain(view, place, words),
        "confirmed": bool(place.confirmed_on),
        "counted": words("print.walls.counted", n=len(hanging)),
        "notices": words("print.walls.notices", n=len(view.services_at(place))),
        "groups": [
            {
                "id": document.name,
                "name": words(f"print.{document.name}.title"),
                "sizes": " / ".join(document.sizes),
                "sheets": [
                    {
                        "id": document.sheet_id(sheet),
                        "name": _name(view, sheet),
                        "edition": edition(sheet.revision(view), told(sheet, document.facts(view, words, sheet))),
                    }
                    for _, sheet in found
                ],
            }
            for document, found in groupby(hanging, key=itemgetter(0))
        ],
    }


def _name(view: View, subject: Subject) -> str:
    """What tells a sheet from others of its kind here: the window or record; the place where it is its own."""
    if subject.window:
        return view.windows[subject.window].name
    record = subject.record(view)
    return str(getattr(record, "name", "") or record.title)


def defaults(view: View) -> Iterable[Subject]:
    """Each confirmed place of the county printed with the hub: others have nothing on their walls yet."""
    return (Subject("place", place.code) for place in county_places(view) if place.confirmed_on)


DOCUMENT = Document(
    name="walls",
    about="place",
    ladders={
        "A4": tuple(
            Step({"body": f"{body}pt", "row": f"{row}em"}, pages)
            for pages, body, row in (
                (1, 13, 0.6),
                (1, 12, 0.5),
                (1, 11, 0.4),
                (1, 10.5, 0.2),
                (2, 11, 0.4),
                (2, 10.5, 0.25),
                (2, 10.5, 0.12),
                (12, 11, 0.4),
            )
        )
    },
    defaults=defaults,
    # On a bilingual list the editions of both languages are joined.
    unprinted=frozenset({"groups.sheets.edition"}),
    facts=facts,
    title=lambda view, words, subject: words("print.walls.of", name=view.places[subject.of].name),
)
