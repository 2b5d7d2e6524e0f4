"""A service item (服务事项): the standard record, or the version in force at a place.

Field names follow the elements of GB/T 39554.2 in English.
"""

from dataclasses import dataclass, field
from typing import Literal

from .common import ORIGINAL, Citation, Duration, Level, Review, Revision, Translation, Validity, When, Withdrawn

ServiceType = Literal[
    "licence", "confirmation", "payment", "adjudication", "inspection", "arbitration", "public-service"
]
Audience = Literal["worker", "family", "employer", "landlord", "resident", "rural-household", "student", "organisation"]

# Sensitive personal information (敏感个人信息, Art. 28 of the law on its protection), as far as questions touch it.
Sensitive = Literal["health", "family", "safety"]
BodyKind = Literal["review", "litigation", "arbitration", "inspection", "legal-aid"]


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the item in a named scheme; lengths differ between schemes and years."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class Departments:
    """The department that answers for the service, and those that help."""

    lead: str
    supporting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a question."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question about your situation (情形引导); its answers choose conditions, materials and steps.

    ``sensitive`` says what an answer tells about the reader that others might use against them.
    """

    id: str
    ask: str
    options: tuple[Option, ...]
    sensitive: Sensitive | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be true for you to be served."""

    id: str
    text: str
    when: When = field(default_factory=dict)
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """Something to bring. ``waived`` is set where a place does not ask for it."""

    id: str
    name: str
    required: bool
    originals: int | None = None
    copies: int | None = None
    issued_by: str | None = None
    form: str | None = None
    filled_at_window: bool = False
    note: str | None = None
    when: When = field(default_factory=dict)
    basis: tuple[Citation, ...] = ()
    waived: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step: who does what, where, and how long it may take."""

    id: str
    name: str
    text: str
    who: Literal["worker", "window", "department", "employer", "other"]
    where: str | None = None
    phone: str | None = None
    time: Duration | None = None
    when: When = field(default_factory=dict)
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """The statutory and the promised time to finish; either can be absent, then ``note`` says why."""

    statutory: Duration | None = None
    promised: Duration | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """One charge in yuan (a decimal in text), and who need not pay it."""

    id: str
    name: str
    yuan: str | None = None
    waiver: str | None = None
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Fee:
    """What the service costs."""

    free: bool
    note: str | None = None
    basis: tuple[Citation, ...] = ()
    items: tuple[Charge, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What you hold in the end."""

    name: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to apply."""

    id: str
    kind: Literal["window", "online", "phone", "post", "home-visit"]
    text: str
    phone: str | None = None
    address: str | None = None
    hours: str | None = None
    url: str | None = None
    mini_programme: str | None = None


@dataclass(frozen=True, slots=True)
class Visits:
    """How many times you must come, and why."""

    count: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Remedy:
    """What you can do when refused, kept waiting or given a wrong result."""

    id: str
    kind: Literal["complaint", "objection", "review", "litigation", "arbitration", "mediation", "legal-aid"]
    text: str
    body: str | None = None
    body_kind: BodyKind | None = None
    within: Duration | None = None
    when: When = field(default_factory=dict)
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Faq:
    """A question people ask, with its answer."""

    id: str
    q: str
    a: str
    basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Delegation:
    """Fields that a named article leaves to places of one tier; locked below that tier."""

    id: str
    fields: tuple[str, ...]
    tier: Literal["province", "city", "county"]
    basis: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class LocalException:
    """A locked field that a region changes, with reason, basis, approving post and last day (ISO).

    ``fields`` are the dotted paths changed, list entries by id.
    """

    id: str
    region: str
    fields: tuple[str, ...]
    reason: str
    basis: tuple[Citation, ...]
    approved_by: str
    until: str


@dataclass(frozen=True, slots=True)
class Service:
    """A service in one language: the standard version (``region`` None) or that of a region.

    ``base`` is the revision of the standard item that the region's version was written against.
    """

    id: str
    name: str
    summary: str
    type: ServiceType
    category: str
    keywords: tuple[str, ...]
    audience: tuple[Audience, ...]
    levels: tuple[Level, ...]
    window: str
    departments: Departments
    basis: tuple[Citation, ...]
    materials: tuple[Material, ...]
    steps: tuple[Step, ...]
    time: Time
    fee: Fee
    result: Result
    channels: tuple[Channel, ...]
    visits: Visits
    remedies: tuple[Remedy, ...]
    revisions: tuple[Revision, ...]
    review: Review
    provider: Literal["public", "bought", "volunteer", "community"] = "public"
    codes: tuple[Code, ...] = ()
    implementation_code: str | None = None
    life_events: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    conditions: tuple[Condition, ...] = ()
    faq: tuple[Faq, ...] = ()
    local_basis: tuple[Citation, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    validity: Validity | None = None
    withdrawn: Withdrawn | None = None
    lang: str = "zh"
    region: str | None = None
    base: str | None = None
    translation: Translation = ORIGINAL
    differences: tuple[str, ...] = ()
    exceptions: tuple[LocalException, ...] = ()

    @property
    def revision(self) -> str:
        """Id of the newest revision."""
        return self.revisions[-1].id

    @property
    def way(self) -> Channel:
        """How to go about it: the first window, or the first other way where nobody need go to one."""
        at_window = self.visits.count > 0
        return min(self.channels, key=lambda channel: (channel.kind == "window") != at_window)
