"""One-time notice of a service (一次性告知单): everything to know before coming, on one sheet.

It prints the complete list of materials; what only applies to some says for whom.
"""

from string import ascii_uppercase
from typing import Any

from .....catalogue import View
from .....model.common import When
from .....model.place import Place
from .....model.service import Condition, Material, Remedy, Service
from .....model.service import Step as ServiceStep
from ....words import Words
from ... import phrases
from ...defaults import services
from ...document import Document, Facts, Step, Subject


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the notice shows of a service, and of the place that hands it out, if it is for one."""
    service = view.service(subject.of, subject.place)
    place = view.places.get(subject.place or "")
    area_code = place.area_code if place else view.network.area_code
    revision = service.revisions[-1]
    department = view.departments[service.departments.lead].name
    return {
        "name": service.name,
        "summary": service.summary,
        "audience": words("print.list_join").join(words(f"audience.{kind}") for kind in service.audience),
        "situations": _situations(service),
        "conditions": [{"id": c.id, "text": c.text, "only": _only(service, c.when, words)} for c in service.conditions],
        "materials": [_material(service, m, words) for m in service.materials],
        "times": phrases.times(service, words),
        "time_note": service.time.note or "",
        "fee": phrases.fee(service, words),
        "fee_note": service.fee.note or "",
        "window": view.desk(service),
        # Where the department itself is the place to go, it has been named.
        "department": words("print.notice.department", name=department) if department != view.desk(service) else "",
        "visits": words("print.visits", n=service.visits.count),
        "result": service.result.name,
        "channels": [{"id": c.id, "kind": words(f"channel.{c.kind}"), "text": c.text} for c in service.channels],
        "steps": [_step(service, step, words) for step in service.steps],
        "remedies": [_remedy(view, service, remedy, words) for remedy in service.remedies],
        "basis": phrases.citations(view, (*service.basis, *service.local_basis), words),
        "hotlines": phrases.hotlines(view, [service], area_code, words),
        "contact": _contact(place, words),
        "revised": words("print.revised", date=words.date(revision.date)),
        "fallback": bool(service.translation.fallbacks),
    }


def _letters(service: Service) -> dict[tuple[str, str], str]:
    """A letter for each answer that something depends on, by question and option."""
    conditional: tuple[Condition | Material | ServiceStep | Remedy, ...] = (
        *service.conditions,
        *service.materials,
        *service.steps,
        *service.remedies,
    )
    asked = {question for entry in conditional for question in entry.when}
    answers = [(q.id, option.id) for q in service.questions if q.id in asked for option in q.options]
    letters = (first + second for first in ("", *ascii_uppercase) for second in ascii_uppercase)
    return dict(zip(answers, letters, strict=False))


def _situations(service: Service) -> list[dict[str, Any]]:
    """The questions, each answer with its letter: the key to what the notice says is for some only."""
    letters = _letters(service)
    return [
        {
            "id": question.id,
            "ask": question.ask,
            "options": [{"letter": letters[question.id, o.id], "label": o.label} for o in question.options],
        }
        for question in service.questions
        if (question.id, question.options[0].id) in letters
    ]


def _only(service: Service, when: When, words: Words) -> str:
    """The letters of the answers that make an entry apply; empty if it always does."""
    letters = _letters(service)
    groups = [words("print.or").join(letters[question, one] for one in chosen) for question, chosen in when.items()]
    return words("print.only", answers=words("print.and").join(groups)) if groups else ""


def _only_spelled(service: Service, when: When, words: Words) -> str:
    """The same, with the words of the answer where there is just one."""
    answers = [(question, one) for question, chosen in when.items() for one in chosen]
    if len(answers) != 1:
        return _only(service, when, words)
    labels = {(q.id, option.id): option.label for q in service.questions for option in q.options}
    return words("print.only_one", letter=_letters(service)[answers[0]], label=labels[answers[0]])


def _material(service: Service, material: Material, words: Words) -> dict[str, Any]:
    return {
        "id": material.id,
        "name": material.name,
        "number": phrases.copies(material, words),
        "issued_by": words("print.issued_by", name=material.issued_by) if material.issued_by else "",
        "remarks": phrases.remarks(material, words),
        "note": material.note or "",
        "only": _only_spelled(service, material.when, words),
        "waived": material.waived,
    }


def _step(service: Service, step: ServiceStep, words: Words) -> dict[str, Any]:
    return {
        "id": step.id,
        "name": step.name,
        "text": step.text,
        "where": words("print.at", name=step.where) if step.where else "",
        "phone": step.phone or "",
        "time": words.duration(step.time) if step.time else "",
        "only": _only(service, step.when, words),
    }


def _remedy(view: View, service: Service, remedy: Remedy, words: Words) -> dict[str, Any]:
    body = remedy.body or (words(f"body.{remedy.body_kind}") if remedy.body_kind else "")
    return {
        "id": remedy.id,
        "kind": words(f"remedy.{remedy.kind}"),
        "text": remedy.text,
        "body": words("print.notice.body", name=body) if body else "",
        "within": words("print.notice.within", limit=words.limit(remedy.within)) if remedy.within else "",
        "only": _only(service, remedy.when, words),
        "basis": phrases.citations(view, (*(remedy.within.basis if remedy.within else ()), *remedy.basis), words),
    }


def _contact(place: Place | None, words: Words) -> list[dict[str, str]]:
    return [
        {"id": "place", "value": place.name if place else ""},
        *phrases.blanks(place, words, "post", "phone", "date"),
    ]


def _rung(pages: int, body: float, second: float, leading: float, gap: float) -> Step:
    """``body`` in points, ``second`` the other language's share of it, ``gap`` between sections in millimetres."""
    lengths = {"body": f"{body}pt", "second": f"{second}em", "leading": f"{leading}", "gap": f"{gap}mm"}
    return Step(lengths, pages)


DOCUMENT = Document(
    name="notice",
    about="service",
    ladders={
        "A4": (
            _rung(1, 10.5, 1, 1.28, 1.6),
            _rung(2, 12, 1, 1.45, 3.2),
            _rung(2, 11, 1, 1.38, 2.6),
            _rung(2, 10.5, 1, 1.3, 2),
            _rung(2, 10.5, 1, 1.18, 0.9),
        ),
        # Latin letters of a size look larger than Chinese ones.
        "A4.en": (
            _rung(1, 9.5, 1, 1.25, 1.6),
            _rung(2, 11, 1, 1.4, 2.6),
            _rung(2, 10, 1, 1.3, 2),
            _rung(2, 9.5, 1, 1.2, 1.4),
            _rung(2, 9, 1, 1.16, 0.9),
        ),
        # Two languages of a long notice need a second leaf.
        "A4.both": (
            _rung(2, 11, 0.87, 1.35, 2.2),
            _rung(2, 10.5, 0.84, 1.25, 1.4),
            _rung(3, 10.5, 0.87, 1.3, 2),
            _rung(4, 11, 0.9, 1.38, 2.6),
            _rung(4, 10.5, 0.87, 1.3, 2),
            _rung(4, 10.5, 0.84, 1.22, 1.2),
        ),
    },
    defaults=services,
    facts=facts,
    title=lambda view, words, subject: words("print.notice.of", name=subject.record(view).name),
)
