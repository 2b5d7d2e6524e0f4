"""Training: the courses that are held, and the labour brands they are known by."""

from dataclasses import dataclass
from typing import Literal

from .common import Revision, Withdrawn

CourseKind = Literal["special", "targeted", "lifelong"]


@dataclass(frozen=True, slots=True)
class CourseFee:
    """What a course costs."""

    free: bool
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """A course held in ``region`` from ``starts`` to ``ends`` (ISO days); ``provider`` is a point."""

    id: str
    kind: CourseKind
    name: str
    trade: str
    provider: str
    region: str
    starts: str
    fee: CourseFee
    source: str
    revisions: tuple[Revision, ...]
    way: Literal["classroom", "on-the-job", "mobile", "in-the-village", "online"] | None = None
    ends: str | None = None
    apply_by: str | None = None
    certificate: str | None = None
    brand: str | None = None
    services: tuple[str, ...] = ()
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Brand:
    """A name under which a region teaches a trade; ``note`` says what of it is not confirmed."""

    id: str
    name: str
    summary: str
    region: str
    policy: str
    revisions: tuple[Revision, ...]
    services: tuple[str, ...] = ()
    note: str | None = None
    withdrawn: Withdrawn | None = None
