"""Where a record stands on a day. The content holds dates and never a status: statuses are derived here."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ..model.common import Validity
from ..model.dated import Notice
from ..model.network import Partner
from ..model.policy import Policy
from ..model.service import LocalException, Service

Status = Literal["upcoming", "in-force", "expired", "repealed", "withdrawn"]
Dated = Service | Policy | Notice | Partner | LocalException | Validity


def status(record: Dated, day: str) -> Status:
    """The status of a record on an ISO ``day``. First and last days count as in force; a repeal or a withdrawal
    holds from its day on, whatever the other dates say."""
    if not isinstance(record, LocalException | Validity) and record.withdrawn and record.withdrawn.date <= day:
        return "withdrawn"
    if isinstance(record, Policy) and record.repealed and record.repealed.date <= day:
        return "repealed"
    starts, ends = period(record)
    if ends and ends < day:
        return "expired"
    return "upcoming" if starts and starts > day else "in-force"


def period(record: Dated) -> tuple[str | None, str | None]:
    """First and last day (ISO) on which a record holds; None where there is none."""
    match record:
        case Notice():
            return record.starts, record.ends
        case Partner():
            return record.filed_on, record.expires
        case LocalException():
            return None, record.until
        case Validity():
            return record.starts, record.ends
    starts = record.validity.starts if record.validity else None
    ends = record.validity.ends if record.validity else None
    if isinstance(record, Policy):
        return record.dates.effective or starts, record.dates.expires or ends
    return starts, ends


@dataclass(frozen=True, slots=True)
class Phase:
    """A status and the first and last day (ISO) on which a record has it; None where that lies in the past or is open."""

    status: Status
    starts: str | None
    ends: str | None


def phases(record: Dated, day: str) -> tuple[Phase, ...]:
    """The status of a record on an ISO ``day``, and those that it is known to have later."""
    last = period(record)[1]
    turns = {period(record)[0], _day_from(last, 1) if last and last < date.max.isoformat() else None}
    if not isinstance(record, LocalException | Validity) and record.withdrawn:
        turns.add(record.withdrawn.date)
    if isinstance(record, Policy) and record.repealed:
        turns.add(record.repealed.date)
    found: list[Phase] = []
    for start in (None, *sorted(turn for turn in turns if turn and turn > day)):
        new = status(record, start or day)
        if not found or new != found[-1].status:
            found = [*found[:-1], *(Phase(old.status, old.starts, _day_from(str(start), -1)) for old in found[-1:])]
            found.append(Phase(new, start, None))
    return tuple(found)


def _day_from(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
