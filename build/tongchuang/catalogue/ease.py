"""Whether a place asks no more of the worker than the standard: the comparisons behind the rule *ease*.

Whatever can't be compared counts as harder, so that nothing slips through for being odd: other units, text
for numbers, another starting day, a charge under another name.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

_YUAN = re.compile(r"\d{1,7}(\.\d{2})?", re.ASCII)
# Calendar days that one of a unit can at most, and must at least, stand for.
_LONGEST = {"minutes": 1 / 1440, "calendar-days": 1, "months": 31, "years": 366}
_SHORTEST = {"minutes": 1 / 1440, "calendar-days": 1, "working-days": 1, "months": 28, "years": 365}


def eases(field_name: str, standard: Any, local: Any, parent: Mapping[str, Any]) -> bool:
    """Whether ``local`` asks no more of the worker than ``standard``; ``parent`` holds both's neighbours."""
    match field_name:
        case "promised":
            return isinstance(local, Mapping) and _sooner(standard or parent.get("statutory"), local)
        case "fee":
            return isinstance(local, Mapping) and _cheaper(standard or {"free": True}, local)
        case "waived":
            return local is True
        case "required":
            return local is False and standard is True
    return _whole(local) and 0 <= local <= (standard if _whole(standard) else 0)


def not_longer(mine: Mapping[str, Any], limit: Mapping[str, Any]) -> bool:
    """Whether one time limit can never end later than another.

    n calendar days end no later than n working days; every other pair of units is compared by the
    longest that the first and the shortest that the second can be, in calendar days.
    """
    value, unit, most, most_unit = mine.get("value"), mine.get("unit"), limit.get("value"), limit.get("unit")
    if not isinstance(value, int) or not isinstance(most, int) or not _whole(value) or not _whole(most):
        return False
    if unit == most_unit or (unit, most_unit) == ("calendar-days", "working-days"):
        return value <= most
    if (unit, most_unit) == ("years", "months"):
        return value * 12 <= most
    if unit not in _LONGEST or most_unit not in _SHORTEST:
        return False
    return value * _LONGEST[unit] <= most * _SHORTEST[most_unit]


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _sooner(limit: Mapping[str, Any] | None, local: Mapping[str, Any]) -> bool:
    """Whether a promise ends no later than the limit. A promise of nothing is none."""
    if not _whole(local.get("value")) or local["value"] <= 0:
        return False
    if limit is None:
        return True
    same_start = local.get("counted_from") in (None, limit.get("counted_from"))
    return same_start and not_longer(local, limit)


def _cheaper(standard: Mapping[str, Any], local: Mapping[str, Any]) -> bool:
    if local.get("free") is True:
        return not local.get("items")
    if local.get("free") is not False or standard.get("free") is True:
        return False
    charges = {item["id"]: item for item in standard.get("items", ())}
    items = local.get("items", [])
    if not isinstance(items, list) or bool(items) != bool(charges):
        return False
    left = dict(charges)
    return all(isinstance(item, Mapping) and _charges_less(left.pop(item.get("id"), None), item) for item in items)


def _charges_less(standard: Mapping[str, Any] | None, local: Mapping[str, Any]) -> bool:
    """Whether a charge is one of the standard's, no dearer, and keeps who need not pay it."""
    if standard is None or local.get("name") != standard.get("name"):
        return False
    most, yuan = standard.get("yuan"), local.get("yuan")
    if yuan is None or most is None:
        return yuan == most and local.get("waiver") == standard.get("waiver")
    if not isinstance(yuan, str) or not _YUAN.fullmatch(yuan) or Decimal(yuan) > Decimal(most):
        return False
    return Decimal(yuan) == 0 or local.get("waiver") == standard.get("waiver")
