"""Name plate of a place (机构牌匾): its name by the region's naming rule, and the mark as its owner supplied it.

Only a place that somebody has confirmed gets one: a plate with a name that nobody uses is money thrown away.
"""

from collections.abc import Iterable

from .....catalogue import View
from .....model.profile import Profile
from ....words import Words
from ... import phrases
from ...defaults import county_places
from ...document import Document, Facts, Step, Subject
from ...error import PrintError, unconfirmed


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """The name in two lines and which mark belongs beside it. PrintError for a place that nobody confirmed."""
    place = view.places[subject.of]
    if not place.confirmed_on:
        raise PrintError("plate", subject.id, view.lang, "confirmed_on", *unconfirmed())
    profile = view.profile_at(place.code)
    return {
        "place": {"name": phrases.name_in_two_lines(place), "mark_by": _mark_by(view, profile, words)},
        "mark_of": (profile.mark if profile else None) or "",
    }


def _mark_by(view: View, profile: Profile | None, words: Words) -> str:
    """Who supplied the artwork that the plate bears, and when; empty where it bears none."""
    if not profile or profile.id not in view.marks:
        return ""
    if not profile.artwork:
        return words("print.plate.mark_own")
    return words("print.plate.mark_by", by=profile.artwork.supplied_by, date=words.date(profile.artwork.supplied_on))


def defaults(view: View) -> Iterable[Subject]:
    """Each confirmed place of the county printed with the hub."""
    return (Subject("place", place.code) for place in county_places(view) if place.confirmed_on)


def _steps(*names: int) -> tuple[Step, ...]:
    """Sizes of the name in points, each of its lines whole; at the last it may run on."""
    whole = tuple(Step({"name": f"{name}pt", "wrap": "pre"}) for name in names)
    return (*whole, Step({"name": f"{names[-1]}pt", "wrap": "pre-line"}))


DOCUMENT = Document(
    name="plate",
    about="place",
    ladders={"40x60": (Step({}),)},
    own_ladders={"40x60": _steps(210, 180, 150, 128, 108, 90, 76), "40x60.en": _steps(150, 130, 112, 96, 84, 72)},
    defaults=defaults,
    hangs=lambda view, place: [Subject("place", place.code)] if place.confirmed_on else [],
    unprinted=frozenset({"mark_of"}),
    facts=facts,
    title=lambda view, words, subject: words("print.plate.of", name=view.places[subject.of].name),
)
