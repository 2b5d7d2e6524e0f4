"""Posts board of a place (岗位公示 · 去向牌): who sits where and where they are now, all of it filled in by hand.

A slot for each window that the place is known to have, and empty ones for everybody else. It names nobody: a name or a
photo that is printed is wrong with the next change of staff, and no personal data is ever part of the content.
"""

from collections.abc import Iterable

from .....catalogue import View
from .....model.common import Level
from .....model.place import Place
from ....words import Words
from ... import phrases
from ...defaults import county_places
from ...document import Document, Facts, Step, Subject

# The least slots of a place of each level; always two more than it has windows, and two stand in a row.
SLOTS: dict[Level, int] = {"centre": 10, "office": 8, "station": 6}
WHEREABOUTS = ("here", "out", "country", "meeting", "leave")


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """Whose board it is, and what stands over its slots: the name of a window, nothing over the others."""
    place = view.places[subject.of]
    windows = [view.windows[id_] for id_ in place.windows if view.windows[id_].basic]
    slots = max(SLOTS[place.level], len(windows) + 2)
    empty = [""] * (slots + slots % 2 - len(windows))
    return {
        "place": {
            "name": place.name,
            "standing": "" if place.confirmed_on else words("unconfirmed"),
            "revised": phrases.revised([place], words),
            "supervision_phone": place.supervision_phone or "",
        },
        "slots": [{"window": name} for name in (*(window.name for window in windows), *empty)],
        "whereabouts": [{"id": id_, "name": words(f"print.posts.{id_}")} for id_ in WHEREABOUTS],
        "hotlines": phrases.hotlines(view, (), place.area_code, words),
    }


def _confirmed(places: Iterable[Place]) -> Iterable[Subject]:
    return [Subject("place", place.code) for place in places if place.confirmed_on]


def _rows(pages: int, *heights: float) -> tuple[Step, ...]:
    """Heights of a row of two slots in millimetres: as high as its sheet has room for."""
    return tuple(Step({"row": f"{height:g}mm"}, pages) for height in heights)


DOCUMENT = Document(
    name="posts",
    about="place",
    ladders={
        "A2": (*_rows(1, 150, 142, 134, 112, 105, 98, 94, 90.5), *_rows(2, 112, 98, 90.5), *_rows(4, 90.5)),
        # Two languages on one sheet, sooner than room for a magnet on two.
        "A2.both": (
            *_rows(1, 150, 142, 134, 112, 105, 98, 94, 90.5, 87, 84),
            *_rows(2, 112, 98, 90.5),
            *_rows(4, 90.5),
        ),
        "A4": (*_rows(1, 68, 65, 62), *_rows(2, 96, 88, 68, 65, 62), *_rows(6, 62)),
    },
    own_ladders={
        "A2": tuple(Step({"name": f"{name}pt"}) for name in (44, 38, 32, 27, 22, 17)),
        "A4": tuple(Step({"name": f"{name}pt"}) for name in (20, 17, 15, 13, 11, 9)),
    },
    defaults=lambda view: _confirmed(county_places(view)),
    hangs=lambda view, place: _confirmed([place]),
    unprinted=frozenset({"hotlines.name", "hotlines.away"}),
    facts=facts,
    title=lambda view, words, subject: words("print.posts.of", name=view.places[subject.of].name),
    continues=True,
)
