"""What the calendar brings: what starts, ends or is due for review in the days to come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from ..load.sources import Document, Kind, Pointer, Sources
from ..model.finding import Bilingual
from .catalogue import Catalogue
from .revisions import REVISED
from .view import View
from .workdays import months_after

Event = Literal["starts", "ends", "review", "missing"]


@dataclass(frozen=True, slots=True)
class Due:
    """One event on an ISO ``day``, and the file and line that set the day.

    ``region`` is the division code of a value or an exception, ``department`` the id of the one that leads the
    service concerned. *missing* is a year without a calendar, on its first day.
    """

    day: str
    event: Event
    kind: Kind
    id: str
    name: Bilingual
    path: str
    line: int
    region: str | None = None
    department: str | None = None


_FIELDS: Mapping[tuple[str, ...], Event] = {
    ("starts",): "starts",
    ("validity", "starts"): "starts",
    ("dates", "effective"): "starts",
    ("ends",): "ends",
    ("expires",): "ends",
    ("validity", "ends"): "ends",
    ("dates", "expires"): "ends",
    ("repealed", "date"): "ends",
    ("withdrawn", "date"): "ends",
    ("review", "next"): "review",
}
_OF_ENTRIES: Mapping[str, Mapping[str, Event]] = {
    "values": {"starts": "starts", "ends": "ends"},
    "exceptions": {"until": "ends"},
}


def due(sources: Sources, catalogue: Catalogue, within: int) -> tuple[Due, ...]:
    """The events from the catalogue's day to ``within`` days later, sorted by day.

    Reviews that are overdue and years that lack their calendar are listed however long ago they were due; a
    record that is over needs no review.
    """
    horizon = (catalogue.as_of + timedelta(days=min(within, (date.max - catalogue.as_of).days))).isoformat()
    found = [*_missing_calendars(catalogue, horizon)]
    for document in sources.documents:
        if document.lang is None and document.kind in (*REVISED, "local"):
            found += _of_document(document, catalogue, horizon)
    return tuple(sorted(found, key=lambda event: (event.day, event.path, event.line)))


def _of_document(document: Document, catalogue: Catalogue, horizon: str) -> Iterator[Due]:
    chinese = catalogue.view(catalogue.languages[0])
    english = catalogue.views.get("en", chinese)
    today = catalogue.as_of.isoformat()
    over = _is_over(document.data, today)
    for pointer, event, day in (*_days(document.data), *_yearly_review(document)):
        if day <= horizon and (not over if event == "review" else today <= day):
            yield Due(
                day=day,
                event=event,
                kind=document.kind,
                id=document.key,
                name=Bilingual(_name(chinese, document), _name(english, document)),
                path=document.path,
                line=document.position(pointer)[0],
                region=_region(document, pointer),
                department=_department(chinese, document),
            )


def _missing_calendars(catalogue: Catalogue, horizon: str) -> Iterator[Due]:
    """The calendars of this year and the next, where there is none."""
    for year in (catalogue.as_of.year, catalogue.as_of.year + 1):
        if year not in catalogue.view(catalogue.languages[0]).calendars and year <= int(horizon[:4]):
            name = Bilingual(f"{year}年", str(year))
            yield Due(f"{year}-01-01", "missing", "calendar", str(year), name, f"content/calendars/{year}.yaml", 1)


def _days(data: Mapping[str, Any]) -> Iterator[tuple[Pointer, Event, str]]:
    """The days that a record names itself."""
    for pointer, event in _FIELDS.items():
        value: Any = data
        for key in pointer:
            value = value.get(key) if isinstance(value, Mapping) else None
        if isinstance(value, str):
            yield pointer, event, value
    for field, events in _OF_ENTRIES.items():
        for index, entry in enumerate(data.get(field, ())):
            yield from (((field, index, key), event, entry[key]) for key, event in events.items() if key in entry)


def _yearly_review(document: Document) -> Iterator[tuple[Pointer, Event, str]]:
    """A partner is reviewed within a year of its filing, then of its last review."""
    if document.kind == "partner":
        reviews = document.data.get("reviews", ())
        days: dict[Pointer, str] = {("filed_on",): document.data["filed_on"]}
        days |= {("reviews", index, "on"): review["on"] for index, review in enumerate(reviews)}
        pointer, last = max(days.items(), key=lambda item: item[1])
        if last[:4] != str(date.max.year):
            yield pointer, "review", months_after(date.fromisoformat(last), 12).isoformat()


def _is_over(data: Mapping[str, Any], day: str) -> bool:
    """Whether a record has been withdrawn or repealed, or has run out."""
    ends = [value for pointer, event, value in _days(data) if event == "ends" and len(pointer) < 3]
    return any(end <= day for end in ends)


def _name(view: View, document: Document) -> str:
    record = view.record("service" if document.kind == "local" else document.kind, document.key)
    return str(getattr(record, "short", None) or getattr(record, "name", None) or record.title)


def _region(document: Document, pointer: Pointer) -> str | None:
    """The division of a local version, of a rate's value, or of the record."""
    if document.region:
        return document.region
    inner = document.data[pointer[0]][pointer[1]] if len(pointer) == 3 else document.data
    region = inner.get("region")
    return str(region) if region else None


def _department(view: View, document: Document) -> str | None:
    """The department that leads the service, the first of the services that the record is about, or of the measures."""
    services = [document.key] if document.kind in ("service", "local") else document.data.get("services", ())
    leads = [view.services[id_].departments.lead for id_ in services if id_ in view.services]
    leads += [lead for measure in document.data.get("measures", ()) for lead in measure.get("lead", ())]
    return leads[0] if leads else None
