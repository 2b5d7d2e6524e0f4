"""What a policy asks of each department: its measures the other way round."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.policy import Measure, Policy
from ..model.taxonomy import Department
from .view import View


@dataclass(frozen=True, slots=True)
class Duty:
    """The measures of a policy that a department leads, and those that it supports."""

    department: Department
    leads: tuple[Measure, ...]
    supports: tuple[Measure, ...]


def duties(view: View, policy: Policy) -> Iterator[Duty]:
    """The departments that a policy names, those that lead most first, then in the order of the content."""
    found = []
    for department in view.departments.values():
        leads = tuple(measure for measure in policy.measures if department.id in measure.lead)
        supports = tuple(measure for measure in policy.measures if department.id in measure.supporting)
        if leads or supports:
            found.append(Duty(department, leads, supports))
    yield from sorted(found, key=lambda duty: (-len(duty.leads), -len(duty.supports)))
