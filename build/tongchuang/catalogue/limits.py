"""The time limits that a life event's card takes from services."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.common import Duration
from ..model.service import Remedy, Service, Step


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """How long you have for a step or remedy of a service."""

    service: Service
    entry: Step | Remedy
    duration: Duration


def time_limit(services: Mapping[str, Service], of: str) -> TimeLimit:
    """The limit of ``service/entry``; KeyError if nothing with a time limit has that name (a finding of ``check``)."""
    id_, _, entry_id = of.partition("/")
    service = services[id_]
    timed = [(step, step.time) for step in service.steps] + [(remedy, remedy.within) for remedy in service.remedies]
    for entry, duration in timed:
        if entry.id == entry_id and duration:
            return TimeLimit(service, entry, duration)
    raise KeyError(of)
