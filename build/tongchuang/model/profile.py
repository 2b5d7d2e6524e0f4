"""How a region names its places, which windows they have, its bodies for remedies, and its minimums."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .common import Citation, Level


@dataclass(frozen=True, slots=True)
class Minimum:
    """The least that a place of a level must have: ``value`` of ``unit``, ``per`` something or in all."""

    id: str
    level: Level
    what: str
    value: int
    unit: Literal["square-metres", "persons", "windows", "pieces"]
    per: str | None = None
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """One region's rules. Names hold ``{name}``, bodies ``{city}``, ``{county}`` or ``{place}`` to fill in."""

    id: str
    region: str
    naming: Mapping[Level, str]
    policy: str | None = None
    windows: Mapping[Level, tuple[str, ...]] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    minimums: tuple[Minimum, ...] = ()
    mark: str | None = None
    slogan: str | None = None
