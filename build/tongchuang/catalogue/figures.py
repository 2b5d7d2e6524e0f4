"""The figures that people act on, and the articles they rest on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.common import Citation, Duration
from ..model.service import Service

# A time, an amount or an age in Chinese words; not a year, a date or a telephone number.
FIGURE = re.compile(
    r"(?<![\d年月])\d+(?:[,.]\d+)?(?:[至到~～—-]\d+(?:[,.]\d+)?)?"
    r"(?:个?工作日|日(?!常|报|历)|天|个?小时|个?月(?!\d|份)|周岁|岁|万?元|%|倍|(?<!\d{4})年(?!\d|代|版|第))"
)

# Where a service states figures in words: the field of each entry, and the time limit that may carry the citation.
STATED: Mapping[str, tuple[str, str | None]] = {
    "conditions": ("text", None),
    "materials": ("note", None),
    "steps": ("text", "time"),
    "remedies": ("text", "within"),
    "faq": ("a", None),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a service.

    ``field`` is the dotted path of where it stands, entries by id; ``stated`` is what the Chinese words say, or a time
    limit; ``basis`` are its own citations, else those of its entry.
    """

    field: str
    stated: str | Duration
    basis: tuple[Citation, ...]

    @property
    def confirmed(self) -> bool:
        """Whether it is tied to an article."""
        return any(citation.article for citation in self.basis)


def figures(service: Service) -> Iterator[Figure]:
    """The figures of a service in Chinese: time limits and charges set by law, then those that texts state."""
    yield from _limits(service)
    yield from _charges(service)
    for field, text, basis in _texts(service):
        for stated in dict.fromkeys(found[0] for found in FIGURE.finditer(text or "")):
            yield Figure(field, stated, basis)


def _limits(service: Service) -> Iterator[Figure]:
    yield from _limit("time.statutory", service.time.statutory)
    for step in service.steps:
        yield from _limit(f"steps.{step.id}.time", step.time, step.basis)
    for remedy in service.remedies:
        yield from _limit(f"remedies.{remedy.id}.within", remedy.within, remedy.basis)


def _limit(field: str, limit: Duration | None, basis: tuple[Citation, ...] = ()) -> Iterator[Figure]:
    if limit:
        yield Figure(field, limit, limit.basis or basis)


def _charges(service: Service) -> Iterator[Figure]:
    for charge in service.fee.items:
        if charge.yuan:
            yield Figure(f"fee.items.{charge.id}.yuan", f"{charge.yuan}元", charge.basis or service.fee.basis)


def _texts(service: Service) -> Iterator[tuple[str, str | None, tuple[Citation, ...]]]:
    for field, (words, limit) in STATED.items():
        for entry in getattr(service, field):
            basis = _once(entry.basis, _of(getattr(entry, limit))) if limit else entry.basis
            yield f"{field}.{entry.id}.{words}", getattr(entry, words), basis
    yield "time.note", service.time.note, _once(_of(service.time.statutory), _of(service.time.promised))
    charged = [citation for charge in service.fee.items for citation in charge.basis]
    yield "fee.note", service.fee.note, _once(service.fee.basis, tuple(charged))


def _of(limit: Duration | None) -> tuple[Citation, ...]:
    return limit.basis if limit else ()


def _once(*bases: tuple[Citation, ...]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citation for basis in bases for citation in basis))
