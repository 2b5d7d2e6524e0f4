"""How a region names its places, which windows they have, its bodies for remedies, and its minimums."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .common import Citation, Level


@dataclass(frozen=True, slots=True)
class Minimum:
    """The least that a place of a level, or without one the region, must have: ``value`` of ``unit``, ``per`` something
    or in all."""

    id: str
    what: str
    value: int
    unit: Literal["square-metres", "persons", "windows", "places", "pieces"]
    level: Level | None = None
    per: str | None = None
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """One region's rules. Names hold ``{name}``, bodies ``{city}``, ``{county}`` or ``{place}`` to fill in.

    A level without a name in ``naming`` is one that the document doesn't name.
    """

    id: str
    region: str
    naming: Mapping[Level, str]
    policy: str | None = None
    windows: Mapping[Level, tuple[str, ...]] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    minimums: tuple[Minimum, ...] = ()
    mark: str | None = None
    slogan: str | None = None
