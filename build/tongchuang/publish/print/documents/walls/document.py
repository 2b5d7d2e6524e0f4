"""Wall list of a place (上墙清单): every sheet that belongs on its walls and counters, for the one who inspects them.

What hangs at one place only, the sheets that are about it, comes first: places with the same services, windows and texts
share all the rest of the list.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from .....catalogue import View
from .....model.place import Place
from ....words import Words
from ... import phrases
from ...defaults import county_places
from ...document import Document, Facts, Step, Subject
from ...edition import edition

Hanging = Sequence[tuple[Document, Subject]]


def sheets(view: View, place: Place) -> Iterator[tuple[Document, Subject]]:
    """The sheets that hang at a place, in the order of the list: those about itself, then those like everywhere."""
    from .. import documents  # which imports this module

    known = documents()
    for name in sorted(dict.fromkeys((*_ORDER, *known)), key=lambda name: known[name].about != "place"):
        for subject in known[name].hangs(view, place):
            yield known[name], subject


# Outside in: the plate at the door, what is done here and at which window, then the walls, and then the counters.
_ORDER = ("plate", "board", "sign", "door", "process", "wall", "card")


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """The place, and by kind each sheet with the edition that it has in this language."""
    place = view.places[subject.of]
    hanging = list(sheets(view, place))
    own = [one for one in hanging if one[1].kind == "place"]
    groups = list(_groups(view, words, place, own))
    return {
        "place": {
            "name": phrases.name_in_two_lines(place),
            "chain": phrases.chain(view, place, words),
            "standing": phrases.standing(place, words),
            "sheets": [{**row, "first": not n} for group in groups for n, row in enumerate(group["sheets"])],
        },
        "own": [{**group, "sheets": len(group["sheets"])} for group in groups],
        "confirmed": bool(place.confirmed_on),
        "counted": words("print.walls.counted", n=len(hanging)),
        "notices": words("print.walls.notices", n=len(view.services_at(place))),
        "groups": list(_groups(view, words, place, hanging[len(own) :])),
    }


def _groups(view: View, words: Words, place: Place, hanging: Hanging) -> Iterator[dict[str, Any]]:
    """Sheets by kind; nothing of them but their editions tells at which place they hang."""
    for document, found in groupby(hanging, key=itemgetter(0)):
        yield {
            "id": document.name,
            "name": words(f"print.{document.name}.title"),
            "sizes": [phrases.paper(size, words) for size in document.sizes],
            "sheets": [
                {
                    "id": sheet.window or ("here" if sheet.of == place.code else sheet.of),
                    "name": called(view, words, place, sheet),
                    "edition": edition(document, sheet, view),
                }
                for _, sheet in found
            ],
        }


def called(view: View, words: Words, place: Place, subject: Subject) -> str:
    """What tells a sheet from others of its kind here: the window or record; the only one is the place's."""
    if subject.window:
        return view.windows[subject.window].name
    if subject.of == place.code:
        return words("print.walls.here")
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
                (1, 10.5, 0.08),
                (2, 13, 0.6),
                (2, 12, 0.5),
                (2, 11, 0.4),
                (2, 10.5, 0.25),
                (2, 10.5, 0.12),
                (12, 11, 0.4),
            )
        )
    },
    # The name in points, and the letters of the place's own rows as a share of the others'.
    own_ladders={
        "A4": tuple(
            Step({"name": f"{name}pt", "share": f"{share}em"})
            for name, share in ((22, 1), (22, 0.9), (19, 1), (17, 1), (17, 0.9), (17, 0.8))
        )
    },
    defaults=defaults,
    # On a bilingual list the editions of both languages are joined.
    unprinted=frozenset({"groups.sheets.edition", "place.sheets.edition"}),
    facts=facts,
    title=lambda view, words, subject: words("print.walls.of", name=view.places[subject.of].name),
    continues=True,
)
