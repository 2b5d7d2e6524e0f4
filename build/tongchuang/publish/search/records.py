"""What is searched: the records of one language as documents with fields of text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ...catalogue import View
from ...model.course import Brand, Course
from ...model.policy import Policy
from ...model.service import Service
from ...model.taxonomy import Appeal, Category, Department, LifeEvent, Term
from ..address import address
from ..words import Words

_SENTENCE = re.compile(r".*?(?:[。！？]|[.!?](?=\s)|\Z)", re.DOTALL)
Listed = TypeVar("Listed", LifeEvent, Category, Appeal, Department, Term, Brand, Course)


@dataclass(frozen=True, slots=True)
class Record:
    """One document: what a result shows, and the texts of each field that is searched.

    ``summary`` is a sentence that says what it is, where ``line`` doesn't.
    """

    kind: str
    id: str
    title: str
    line: str
    fields: dict[str, Sequence[str]]
    summary: str = ""

    @property
    def address(self) -> str:
        """Its page below ``/<lang>/``."""
        return address(self.kind, self.id)


def records_of(view: View, words: Words) -> list[Record]:
    """Every record of a language, services first: the order decides between equal scores."""
    return [*_services(view, words), *_subjects(view), *_policies(view), *_papers_and_points(view, words)]


def _services(view: View, words: Words) -> Iterator[Record]:
    for service in view.services.values():
        if not service.withdrawn:
            yield Record(
                "service",
                service.id,
                service.name,
                _at_a_glance(service, view, words),
                {
                    "name": [service.name],
                    "title": [service.name],
                    "keywords": service.keywords,
                    "said": service.keywords,
                    "question": [faq.q for faq in service.faq],
                    "summary": [service.summary, service.result.name],
                    "body": _body(service),
                },
                _first(service.summary),
            )


def _first(text: str) -> str:
    """The first sentence: enough to tell whether a record is what somebody means."""
    found = _SENTENCE.match(text)
    return found[0] if found else ""


def _body(service: Service) -> list[str]:
    return [
        *(question.ask for question in service.questions),
        *(option.label for question in service.questions for option in question.options),
        *(condition.text for condition in service.conditions),
        *(material.name for material in service.materials),
        *(step.name for step in service.steps),
    ]


def _at_a_glance(service: Service, view: View, words: Words) -> str:
    """How long, how much and which window, in one line."""
    limit = service.time.promised or service.time.statutory
    parts = [
        words("search.time", time=words.duration(limit)) if limit else "",
        words.charged(service.fee),
        view.desk(service),
    ]
    return words("search.join").join(part for part in parts if part)


def _subjects(view: View) -> Iterator[Record]:
    """Life events, categories, appeals, departments and terms."""
    for event in _current(view.life_events):
        fields = {"title": [event.name], "keywords": event.keywords, "question": [event.question]}
        fields["summary"] = [event.summary, *(stage.name for stage in event.stages)]
        fields["body"] = [stage.text for stage in event.stages]
        yield Record("life-event", event.id, event.name, event.question, fields)
    for category in _current(view.categories):
        fields = {"name": [category.name], "title": [category.name], "summary": [category.summary]}
        yield Record("category", category.id, category.name, _first(category.summary), fields)
    for appeal in _current(view.appeals):
        fields = {"title": [appeal.name], "keywords": appeal.keywords, "summary": [appeal.summary]}
        yield Record("appeal", appeal.id, appeal.name, _first(appeal.summary), fields)
    for department in _current(view.departments):
        aliases = [*department.aliases, *department.former, *([department.hotline] if department.hotline else ())]
        fields = {"title": [department.name], "aliases": aliases, "summary": [department.summary]}
        fields["name"] = [department.name, *aliases]
        yield Record("department", department.id, department.name, _first(department.summary), fields)
    for term in _current(view.terms):
        fields = {"title": [term.name], "aliases": term.aliases, "summary": [term.meaning]}
        yield Record("term", term.id, term.name, _first(term.meaning), fields)


def _current(records: Mapping[str, Listed]) -> list[Listed]:
    return [record for record in records.values() if not record.withdrawn]


def _papers_and_points(view: View, words: Words) -> Iterator[Record]:
    """Forms to fill in, points outside the division table, and what is taught."""
    for form in view.forms.values():
        if not form.withdrawn:
            labels = [field.label for field in form.fields]
            summary = form.summary or ""
            fields: dict[str, Sequence[str]] = {"name": [form.name], "title": [form.name], "summary": [summary]}
            fields["body"] = labels
            yield Record("form", form.id, form.name, _first(summary), fields)
    for point in view.points.values():
        if not point.withdrawn:
            where = view.regions[point.region].short
            fields = {"title": [point.name], "name": [point.name]}
            fields["body"] = [words(f"site.points.kind.{point.kind}"), where, point.host or ""]
            yield Record("point", point.id, point.name, where, fields)
    for brand in _current(view.brands):
        fields = {"title": [brand.name], "name": [brand.name], "summary": [brand.summary]}
        yield Record("brand", brand.id, brand.name, _first(brand.summary), fields)
    for course in _current(view.courses):
        fields = {"title": [course.name], "name": [course.name], "aliases": [course.trade]}
        fields["body"] = [view.regions[course.region].short, course.certificate or ""]
        yield Record("course", course.id, course.name, course.trade, fields)


def _policies(view: View) -> Iterator[Record]:
    for policy in view.policies.values():
        if not policy.withdrawn:
            yield Record("policy", policy.id, policy.title, _numbered(policy), _policy_fields(policy))


def _numbered(policy: Policy) -> str:
    return policy.number or policy.short or ""


def _policy_fields(policy: Policy) -> dict[str, Sequence[str]]:
    aliases = [name for name in (policy.short, policy.number) if name]
    return {
        "name": [policy.title, *aliases],
        "title": [policy.title],
        "aliases": aliases,
        "body": [measure.title for measure in policy.measures],
    }
