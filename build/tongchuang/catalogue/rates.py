"""Which value of a dated rate holds in a region on a day, and which follow."""

from dataclasses import dataclass
from datetime import date, timedelta

from ..model.dated import Rate, RateValue
from ..model.place import Region


@dataclass(frozen=True, slots=True)
class Change:
    """A value that comes into force in a region on ``starts`` (ISO), after the day that was asked for."""

    starts: str
    value: RateValue


@dataclass(frozen=True, slots=True)
class Applicable:
    """The value in force (None: none is known) and those issued that will follow, the earliest first."""

    current: RateValue | None
    upcoming: tuple[Change, ...]


def applicable(rate: Rate, region: Region, day: str) -> Applicable:
    """The values of ``rate`` for ``region`` on an ISO ``day`` and after it: at any time, that of the nearest region
    up the chain that has one in force."""
    current = _in_force(rate, region, day)
    changes: list[Change] = []
    before = current
    for start in sorted(start for start in _turns(rate, region) if start > day):
        after = _in_force(rate, region, start)
        if after is not None and after != before:
            changes.append(Change(start, after))
        before = after
    return Applicable(current, tuple(changes))


def ends(rate: Rate, value: RateValue) -> str | None:
    """The last day (ISO) of a value: its own, or the day before the next one of its region starts."""
    following = [other.starts for other in rate.values if other.region == value.region and other.starts > value.starts]
    return _day_from(min(following), -1) if following and value.ends is None else value.ends


def _in_force(rate: Rate, region: Region, day: str) -> RateValue | None:
    for code in reversed(region.chain):
        for value in rate.values:
            last = ends(rate, value)
            if value.region == code and value.starts <= day and (last is None or day <= last):
                return value
    return None


def _turns(rate: Rate, region: Region) -> set[str]:
    """The days on which another value can come into force in the region."""
    mine = [value for value in rate.values if value.region in region.chain]
    closed = {value.ends for value in mine if value.ends and value.ends < date.max.isoformat()}
    return {value.starts for value in mine} | {_day_from(end, 1) for end in closed}


def _day_from(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
