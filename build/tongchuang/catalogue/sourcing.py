"""The sourcing report: which figures rest on an article, what nobody has confirmed, and what is history."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.policy import Policy
from .figures import Figure
from .status import status
from .view import View

# Records beside services and policies that say what of them is unconfirmed.
_OTHERS: Mapping[str, str] = {"form": "forms", "wall-rule": "wall_rules", "rate": "rates"}


@dataclass(frozen=True, slots=True)
class SourcedService:
    """A version of a service (``region`` None: the standard one), its figures, and what is unconfirmed in words."""

    id: str
    region: str | None
    figures: tuple[Figure, ...]
    unconfirmed: tuple[str, ...]

    @property
    def without_article(self) -> tuple[Figure, ...]:
        """The figures tied to no article."""
        return tuple(figure for figure in self.figures if not figure.confirmed)


@dataclass(frozen=True, slots=True)
class SourcedPolicy:
    """A policy: whether all of it is history, which of its measures are (by id), and what is unconfirmed in words."""

    id: str
    historical: bool
    historical_measures: tuple[str, ...]
    unconfirmed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourcedOther:
    """A form, a text for the wall or a rate of which something is unconfirmed."""

    kind: str
    id: str
    unconfirmed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """Figures tied to an article and to none, entries of what is unconfirmed, and documents and measures of the past."""

    confirmed: int
    without_article: int
    unconfirmed: int
    historical: int


@dataclass(frozen=True, slots=True)
class Sourcing:
    """What the facts of the catalogue rest on, in one language; what is withdrawn is left out."""

    services: tuple[SourcedService, ...]
    policies: tuple[SourcedPolicy, ...]
    others: tuple[SourcedOther, ...]

    @property
    def totals(self) -> Totals:
        """The counts over all records."""
        reviews = [record.unconfirmed for record in self.services]
        reviews += [record.unconfirmed for record in self.policies]
        reviews += [record.unconfirmed for record in self.others]
        return Totals(
            confirmed=sum(len(service.figures) - len(service.without_article) for service in self.services),
            without_article=sum(len(service.without_article) for service in self.services),
            unconfirmed=sum(map(len, reviews)),
            historical=sum(int(policy.historical) + len(policy.historical_measures) for policy in self.policies),
        )


def sourcing(view: View) -> Sourcing:
    """The report in the language of a view, in the order of its records."""
    return Sourcing(tuple(_services(view)), tuple(_policies(view)), tuple(_others(view)))


def _services(view: View) -> Iterator[SourcedService]:
    for service in (*view.services.values(), *view.regional.values()):
        if not service.withdrawn:
            found = view.figures.get((service.id, service.region), ())
            yield SourcedService(service.id, service.region, found, service.review.unconfirmed)


def _policies(view: View) -> Iterator[SourcedPolicy]:
    for policy in view.policies.values():
        if not policy.withdrawn:
            measures = tuple(measure.id for measure in policy.measures if measure.historical)
            yield SourcedPolicy(policy.id, _is_history(view, policy), measures, policy.review.unconfirmed)


def _is_history(view: View, policy: Policy) -> bool:
    return bool(policy.historical) or status(policy, view.as_of.isoformat()) in ("repealed", "expired")


def _others(view: View) -> Iterator[SourcedOther]:
    for kind, attribute in _OTHERS.items():
        records: Mapping[str, Any] = getattr(view, attribute)
        for record in records.values():
            if record.review and record.review.unconfirmed and not record.withdrawn:
                yield SourcedOther(kind, record.id, record.review.unconfirmed)
