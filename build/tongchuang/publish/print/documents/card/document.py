"""Cards: whom to call in an emergency and in what order, and what to say at the window.

On a phrase card in two languages they stand side by side, so that a clerk or a visitor can point at a line.
"""

from collections.abc import Iterable
from typing import Any

from .....catalogue import View
from .....model.paper import WallItem
from ....words import Words
from ... import phrases
from ...defaults import wall_texts
from ...document import Document, Facts, Subject
from ...error import PrintError, undated
from ...ladder import filling, sizes

KINDS = ("emergency", "pointing", "phrases")


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the card shows: its lines with their numbers, and where the place is, to be said on the telephone.

    Raises PrintError for a card without a revision.
    """
    text = view.wall_rules[subject.of]
    if not text.revisions:
        raise PrintError("card", subject.id, words.lang, "revisions", *undated())
    # A card that sorts what can happen is for the staff, who must say where they are and whom to tell.
    staff = text.kind == "emergency" and any(item.heading for item in text.items)
    place = view.places.get(subject.place or "")
    return {
        "place": {
            "where": (place.address or place.name) if place and staff else "",
            "staff": staff,
            "since": words("print.card.since", date=words.date(text.revisions[-1].date)),
        },
        "staff": staff,
        "text_kind": text.kind,
        "name": text.name,
        "summary": text.summary or "",
        "items": [_item(view, item) for item in text.items],
        "calls": text.kind == "emergency" and not staff,
    }


def _item(view: View, item: WallItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "heading": item.heading or "",
        "text": item.text,
        "hotlines": phrases.lines(view.hotlines[id_] for id_ in item.hotlines),
    }


def defaults(view: View) -> Iterable[Subject]:
    """Each card, with a blank for where the place is."""
    return (Subject("wall-rule", text.id) for text in view.wall_rules.values() if text.kind in KINDS)


_GAPS = (1.6, 0.45, 0.25)

DOCUMENT = Document(
    name="card",
    about="wall-rule",
    ladders={
        "A5": filling(18, 9, 2, _GAPS),
        "A5.en": filling(15, 8, 2, _GAPS),
        "A5.both": filling(16, 9, 2, _GAPS),
        "A6": filling(13, 8, 3, _GAPS),
        "A6.en": filling(11, 7.5, 3, _GAPS),
        "A6.both": filling(11.5, 8.2, 4, _GAPS),
    },
    own_ladders={"A5": sizes("value", 12, 10, 8.5, 7), "A6": sizes("value", 9, 8, 7, 6)},
    defaults=defaults,
    hangs=lambda view, place: wall_texts(view, place, KINDS),
    unprinted=frozenset({"items.hotlines.name", "text_kind"}),
    facts=facts,
    title=lambda view, words, subject: view.wall_rules[subject.of].name,
    continues=True,
)
