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
from .....model.service import Service
from ....words import Words
from ... import phrases
from ...defaults import county_places
from ...document import Document, Facts, Step, Subject
from ...edition import edition
from ..notice.document import DOCUMENT as NOTICE

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
# What a sheet about a place says largest, where that isn't the name of its kind.
_HEADS = {"plate": "print.walls.its_name", "sign": "print.walls.its_name", "door": "print.door.ask"}
# On the finished one no edition stands, so that it never goes out of date: by its name one sees whether it is right.
_BARE = ("plate",)
_PRINTERS = {"A3": "a3", "A4": "office", "A5": "office", "A6": "office"}  # the rest are made by a shop


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
            "updated": _updated(view, place, hanging, words),
            "sheets": [{**row, "first": not n} for group in groups for n, row in enumerate(group["sheets"])],
        },
        "own": [{**group, "sheets": len(group["sheets"])} for group in groups],
        "confirmed": bool(place.confirmed_on),
        "replace": words("print.walls.replace", site=_site(view, words)),
        "counted": words("print.walls.counted", n=len(hanging), notices=len(view.services_at(place))),
        "groups": list(_groups(view, words, place, hanging[len(own) :])),
        "desk": words("print.walls.desk", papers=papers(NOTICE, words)),
        "notices": _notices(view, view.services_at(place)),
    }


def _groups(view: View, words: Words, place: Place, hanging: Hanging) -> Iterator[dict[str, Any]]:
    """Sheets by kind; nothing of them but their editions tells at which place they hang."""
    for document, found in groupby(hanging, key=itemgetter(0)):
        subjects = [subject for _, subject in found]
        yield {
            "id": document.name,
            "name": words(f"print.{document.name}.title"),
            "belongs": words(f"print.walls.belongs.{document.name}"),
            "papers": papers(document, words),
            "bare": document.name in _BARE,
            "only_here": words("print.walls.only_here") if subjects[0].of == place.code else "",
            "sheets": [
                {
                    "id": sheet.window or ("here" if sheet.of == place.code else sheet.of),
                    "name": called(view, words, document, place, sheet),
                    "edition": "" if document.name in _BARE else edition(document, sheet, view),
                }
                for sheet in subjects
            ],
        }


def _notices(view: View, services: Sequence[Service]) -> list[dict[str, str]]:
    """What lies at the desk: the notice of each service, in the version in force there. Many places share one list."""

    def listed() -> list[dict[str, str]]:
        subjects = [Subject("service", service.id, service.region) for service in services]
        return [
            {"id": service.id, "name": service.name, "edition": edition(NOTICE, subject, view)}
            for service, subject in zip(services, subjects, strict=True)
        ]

    return view.once(("walls", tuple((service.id, service.region) for service in services)), listed)


def _site(view: View, words: Words) -> str:
    """The address of the site in brackets, empty where it has none yet."""
    address = (view.hub.base_url or "").removeprefix("https://")
    return words("print.walls.site", address=address) if address else ""


def _updated(view: View, place: Place, hanging: Hanging, words: Words) -> str:
    """The day of the newest revision of anything listed, empty if nothing bears one: the list is as new as that."""
    records = [place, *(subject.record(view) for _, subject in hanging), *view.services_at(place)]
    days = (revision.date for record in records for revision in getattr(record, "revisions", ())[-1:])
    newest = max(days, default="")
    return words("print.walls.updated", date=words.date(newest)) if newest else ""


def papers(document: Document, words: Words) -> str:
    """The papers that there is a sheet on, by what prints them: an office printer, one for A3, a print shop."""
    found: dict[str, list[str]] = {"office": [], "a3": [], "shop": []}
    for size in document.sizes:
        found[_PRINTERS.get(size.partition("-")[0], "shop")].append(phrases.paper(size, words))
    told = (words(f"print.walls.{by}", sizes=" / ".join(sizes)) for by, sizes in found.items() if sizes)
    return words("print.basis_join").join(told)


def called(view: View, words: Words, document: Document, place: Place, subject: Subject) -> str:
    """What a sheet says largest, so that it is found: the window, the record, or for one about the place its heading."""
    if subject.window:
        return view.windows[subject.window].name
    if subject.of == place.code:
        return words(_HEADS.get(document.name, f"print.{document.name}.title"))
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
            for pages in (1, 2, 3, 4, 5, 12)
            for body, row in ((12, 0.5), (11, 0.4), (10.5, 0.25), (10.5, 0.12))
        )
    },
    # The name in points, and the letters of the place's own rows as a share of the others'.
    own_ladders={
        "A4": tuple(
            Step({"name": f"{name}pt", "share": f"{share}em"})
            for name, share in ((22, 1), (22, 0.9), (22, 0.8), (19, 1), (17, 1), (17, 0.9), (17, 0.8))
        )
    },
    defaults=defaults,
    # On a bilingual list the editions of both languages are joined.
    unprinted=frozenset({"groups.sheets.edition", "notices.edition", "place.sheets.edition"}),
    facts=facts,
    title=lambda view, words, subject: words("print.walls.of", name=view.places[subject.of].name),
    continues=True,
)
