"""The sheets of paper that a change makes old, new or superfluous: on the walls of every window, and handed out."""

from collections import Counter
from collections.abc import Iterator

from ...catalogue import Catalogue, View
from ...model.finding import Bilingual
from ...publish.print.compose import Composer
from ...publish.print.document import Subject
from ...publish.print.documents import documents
from ...publish.print.orders import default_orders
from .report import Sheets, Walls
from .wording import LANGUAGES

_LANG = "zh"  # what hangs on walls is at least in Chinese; its edition tells
_OWN = ("place", "region")  # what sheets about a place itself are of
_Sheet = tuple[str, Subject]


def sheets(before: Catalogue, after: Catalogue) -> tuple[tuple[Sheets, ...], Walls]:
    """The sheets by what to do with them, most windows first, and what that means for the walls.

    A sheet is to be replaced where its edition differs: what it shows changed, or its record's revision.
    """
    found: Counter[tuple[str, str, tuple[str, str] | None]] = Counter()
    at_window: Counter[str] = Counter()
    old, new = Composer(before), Composer(after)
    hanging = _hanging(before.view(_LANG)), _hanging(after.view(_LANG))
    handed = _handed(before), _handed(after)
    for (was, now), counted in ((hanging, True), (handed, False)):
        for name, subject in dict.fromkeys((*was, *now)):
            document = documents()[name]
            if (name, subject) not in now:
                action = "remove"
            elif (name, subject) not in was:
                action = "new"
            elif old.edition(document, subject, _LANG) != new.edition(document, subject, _LANG):
                action = "replace"
                if counted:
                    at_window[_wall(subject)] += 1
            else:
                continue
            of = None if subject.kind in _OWN else (str(subject.kind), subject.of)
            found[action, name, of] += counted
    listed = [_told(before, after, *key, windows) for key, windows in found.items()]
    listed.sort(key=lambda one: (("replace", "new", "remove").index(one.action), -one.windows, one.document))
    counts = at_window.values()
    return tuple(listed), Walls(len(at_window), min(counts, default=0), max(counts, default=0))


def _hanging(view: View) -> dict[_Sheet, None]:
    """Every sheet that belongs on the walls, doors and counters of a place."""
    return dict.fromkeys(
        (document.name, subject)
        for document in documents().values()
        for place in view.places.values()
        if not place.withdrawn
        for subject in document.hangs(view, place)
        if not subject.ended(view)
    )


def _handed(catalogue: Catalogue) -> dict[_Sheet, None]:
    """The sheets of no place that a hub prints: a pile at each counter."""
    orders = default_orders(catalogue)
    return dict.fromkeys((order.document.name, order.subject) for order in orders if _loose(order.subject))


def _loose(subject: Subject) -> bool:
    return subject.place is None and subject.kind not in _OWN


def _wall(subject: Subject) -> str:
    """The code of the place where a sheet hangs."""
    return subject.of if subject.kind in _OWN else subject.place or ""


def _told(
    before: Catalogue, after: Catalogue, action: str, name: str, of: tuple[str, str] | None, windows: int
) -> Sheets:
    document = documents()[name]
    title, record = {}, {}
    for lang in LANGUAGES:
        title[lang] = document.words(lang)(f"print.{name}.title")
        record[lang] = next(_names(before, after, lang, of), "")
    assert action in ("new", "replace", "remove")
    return Sheets(
        action,  # type: ignore[arg-type]
        name,
        Bilingual(title["zh"], title["en"]),
        Bilingual(record["zh"], record["en"]) if of else None,
        windows,
    )


def _names(before: Catalogue, after: Catalogue, lang: str, of: tuple[str, str] | None) -> Iterator[str]:
    """What a record is called, in the newer version first."""
    for catalogue in (after, before):
        view = catalogue.views.get(lang, catalogue.view(_LANG))
        if of:
            record = view.collection(of[0]).get(of[1])  # type: ignore[arg-type]
            if record is not None:
                yield str(getattr(record, "name", "") or record.title)
