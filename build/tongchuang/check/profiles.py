"""Places that have a file of their own, with the profile of their region, even while either holds mistakes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from ..catalogue.network import LEVELS, tier_of
from ..model.common import Level
from ..model.profile import Minimum
from .content import Content, Record
from .divisions import merged_codes, parents, upwards


@dataclass(frozen=True, slots=True)
class Profiled:
    """A place file with the level of the place, and the profile of the innermost network around it."""

    record: Record
    level: Level
    profile: Record

    @property
    def minimums(self) -> tuple[Minimum, ...]:
        """The minimums asked of the place; none while those of the profile, or what decides about them, hold mistakes."""
        if "minimums" in self.profile.doubtful or "key_town" in self.record.doubtful:
            return ()
        found = msgspec.convert(self.profile.data.get("minimums", ()), tuple[Minimum, ...])
        key_town = bool(self.record.data.get("key_town"))
        return tuple(minimum for minimum in found if minimum.asked_of(self.level, key_town))


def profiled(content: Content) -> Iterator[Profiled]:
    """Every place file whose region and profile are known; those of withdrawn places and merged divisions are left out."""
    above, gone = parents(content), merged_codes(content)
    profiles = {record.document.key: record for record in content.records("profile")}
    networks = {record.data.get("region", ""): record.data.get("profile", "") for record in content.records("network")}
    for record in content.records("place"):
        code = record.data.get("code", "")
        level = LEVELS.get(tier_of(code)) if code in above.keys() - gone else None
        around = next((networks[region] for region in upwards(code, above) if region in networks), "")
        if level and around in profiles and not record.data.get("withdrawn"):
            yield Profiled(record, level, profiles[around])


def wall_rules(content: Content) -> Mapping[str, Mapping[str, Any]]:
    """The wall texts by id that can be relied on."""
    return {
        record.document.key: record.data
        for record in content.records("wall-rule")
        if not record.doubtful & {"items", "levels"}
    }
