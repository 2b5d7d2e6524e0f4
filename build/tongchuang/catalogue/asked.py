"""What a region's profile asks of a place, beside what the place says that it has.

The numbers are those of the place's own file; where it says nothing, nothing is known, and nothing is called met or
missing. A place is held to the minimums of its level, its kind of town and the number of workers that it serves, and to
each item of the wall texts that the profile requires at its level.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..model.common import Citation
from ..model.paper import WallRule
from ..model.place import Place
from ..model.profile import Minimum
from .view import View


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked of a place: a minimum, or with the unit ``items`` a wall text of so many items (``id`` is its).

    ``least`` is None where there must be ``each`` for every ``per_workers`` workers and the place does not tell how many
    it serves; ``has`` is None where the place does not tell what it has.
    """

    id: str
    what: str
    unit: Literal["square-metres", "persons", "windows", "places", "pieces", "items"]
    each: int
    least: int | None
    has: int | None
    per_workers: int | None = None
    basis: tuple[Citation, ...] = ()

    @property
    def met(self) -> bool | None:
        """Whether there is enough; None where that isn't known."""
        return None if self.least is None or self.has is None else self.has >= self.least


def asked(view: View, place: Place) -> tuple[Asked, ...]:
    """Everything that is asked of a place, minimums first, in the language of a view; nothing where it is withdrawn."""
    profile = view.profile_at(place.code)
    if profile is None or place.withdrawn:
        return ()
    return (
        *(_minimum(place, minimum) for minimum in profile.minimums if minimum.asked_of(place.level, place.key_town)),
        *(_wall_rule(place, rule) for rule in _required(view, profile.wall_rules, place)),
    )


def _minimum(place: Place, minimum: Minimum) -> Asked:
    own = len(place.windows) if place.own_windows else None
    return Asked(
        id=minimum.id,
        what=minimum.what,
        unit=minimum.unit,
        each=minimum.value,
        least=minimum.least(place.workers),
        has=own if minimum.unit == "windows" else place.has.get(minimum.id),
        per_workers=minimum.per_workers,
        basis=minimum.basis,
    )


def _required(view: View, ids: tuple[str, ...], place: Place) -> Iterator[WallRule]:
    for id_ in ids:
        rule = view.wall_rules[id_]
        if place.level in rule.levels and not rule.withdrawn:
            yield rule


def _wall_rule(place: Place, rule: WallRule) -> Asked:
    follows = place.follows.get(rule.id)
    basis = (Citation(rule.policy),) if rule.policy else ()
    has = None if follows is None else len(follows)
    return Asked(rule.id, rule.name, "items", len(rule.items), len(rule.items), has, basis=basis)
