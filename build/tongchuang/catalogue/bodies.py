"""Which body takes a remedy at a place, by the names that the region's profile gives.

A name with ``{county}`` holds only where there is a county: in a city's own centre nobody knows from the
place alone whether an act was the city's or a district's. ``{place}`` is the county or, there, the city.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from ..model.place import Region
from ..model.service import Remedy, Service

_BLANK = re.compile(r"\{([^{}]*)\}")


class Regional(Protocol):
    """A record that holds in a region: a network, a profile, a routing."""

    @property
    def region(self) -> str:
        """The code of the region."""


Record = TypeVar("Record", bound=Regional)


def nearest(region: Region, records: Mapping[str, Record]) -> Record | None:
    """The record that holds at a region, the innermost of several."""
    covering = [record for record in records.values() if record.region in region.chain]
    return max(covering, key=lambda record: region.chain.index(record.region), default=None)


def bodies(region: Region, regions: Mapping[str, Region], templates: Mapping[str, str]) -> dict[str, str]:
    """The name of each kind of body at a region, where all blanks of its template can be filled."""
    above = {regions[code].tier: regions[code].short for code in region.chain}
    names: dict[str, str] = {tier: name for tier, name in above.items() if tier in ("city", "county")}
    if names:
        names["place"] = names.get("county") or names["city"]
    return {kind: _fill(text, names) for kind, text in templates.items() if set(_BLANK.findall(text)) <= set(names)}


def _fill(text: str, names: Mapping[str, str]) -> str:
    return _BLANK.sub(lambda blank: names[blank.group(1)], text)


def with_bodies(service: Service, names: Mapping[str, str]) -> Service:
    """A service whose remedies name the body of their kind, where neither the item nor the place does."""

    def named(remedy: Remedy) -> Remedy:
        known = remedy.body is not None or remedy.body_kind not in names
        return remedy if known else replace(remedy, body=names[str(remedy.body_kind)])

    return replace(service, remedies=tuple(named(remedy) for remedy in service.remedies))
