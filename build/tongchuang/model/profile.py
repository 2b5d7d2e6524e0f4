"""How a region names its places, which windows they have, its bodies for remedies, and its minimums."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .common import Citation, Level


@dataclass(frozen=True, slots=True)
class Minimum:
    """The least that a place of a level, or without one the region, must have: ``value`` of ``unit``, ``per`` something
    or in all.

    ``towns`` says whether only key towns (中心镇) must have it, or only the others. With ``per_workers`` there must be
    ``value`` for each so many workers, a part of so many counting as a whole; such a one without a level is asked of
    every place.
    """

    id: str
    what: str
    value: int
    unit: Literal["square-metres", "persons", "windows", "places", "pieces"]
    level: Level | None = None
    towns: Literal["key", "other"] | None = None
    per: str | None = None
    per_workers: int | None = None
    basis: tuple[Citation, ...] = ()

    def asked_of(self, level: Level, key_town: bool) -> bool:
        """Whether a place of this level must have it; one for the region as a whole, or ``per`` something else, no."""
        if self.per or self.towns not in (None, "key" if key_town else "other"):
            return False
        return self.level == level or (self.level is None and self.per_workers is not None)

    def least(self, workers: int | None) -> int | None:
        """How many it asks for where a place serves so many workers; None if that counts and is not known."""
        if self.per_workers is None:
            return self.value
        return None if workers is None else self.value * -(-workers // self.per_workers)


@dataclass(frozen=True, slots=True)
class Institution:
    """What the places of a level are in law, whom they belong to, and which department guides their work."""

    nature: str | None = None
    under: str | None = None
    guided_by: str | None = None


@dataclass(frozen=True, slots=True)
class Artwork:
    """Where the picture of a mark comes from, and the SHA-256 (hex) that it had then."""

    supplied_by: str
    supplied_on: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One region's rules. Names hold ``{name}``, bodies ``{city}``, ``{county}`` or ``{place}`` to fill in.

    A level without a name in ``naming`` is one that the document doesn't name. ``wall_rules`` are the ids of the wall
    texts that its places must put up and follow, each at the levels that it names itself; ``processes`` those of the
    services whose flow chart hangs there.
    """

    id: str
    region: str
    naming: Mapping[Level, str]
    policy: str | None = None
    windows: Mapping[Level, tuple[str, ...]] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    minimums: tuple[Minimum, ...] = ()
    wall_rules: tuple[str, ...] = ()
    institutions: Mapping[Level, Institution] = field(default_factory=dict)
    processes: tuple[str, ...] = ()
    mark: str | None = None
    artwork: Artwork | None = None
    slogan: str | None = None
