"""Where a record stands on a day. The content holds dates and never a status: statuses are derived here."""

from typing import Literal

from ..model.dated import Notice
from ..model.network import Partner
from ..model.policy import Policy
from ..model.service import LocalException, Service

Status = Literal["upcoming", "in-force", "expired", "repealed", "withdrawn"]
Dated = Service | Policy | Notice | Partner | LocalException


def status(record: Dated, day: str) -> Status:
    """The status of a record on an ISO ``day``. First and last days count as in force; a repeal or a withdrawal
    holds from its day on, whatever the other dates say."""
    if not isinstance(record, LocalException) and record.withdrawn and record.withdrawn.date <= day:
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
    starts = record.validity.starts if record.validity else None
    ends = record.validity.ends if record.validity else None
    if isinstance(record, Policy):
        return record.dates.effective or starts, record.dates.expires or ends
    return starts, ends
