"""One-time notice of a service (一次性告知单), filled in at the window: what was handed in, what is missing and by when.

What the law calls telling everything at once (行政许可法 Art. 32(4)) is proved by it: the visitor keeps the sheet, with
the window's stamp, and the window the counterfoil that is torn off its first leaf. The complete notice says for whom
each entry is; a personal one has what the visitor's answers leave, as the phone's checklist does.
"""

from string import ascii_uppercase
from typing import Any

from .....catalogue import View
from .....catalogue.answers import Answers, left
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
    complete = view.service(subject.of, subject.place)
    service = left(complete, subject.answers)
    place = view.places.get(subject.place or "")
    area_code = place.area_code if place else view.network.area_code
    revision = service.revisions[-1]
    department = view.departments[service.departments.lead].name
    return {
        "name": service.name,
        "summary": service.summary,
        "audience": words("print.list_join").join(words(f"audience.{kind}") for kind in service.audience),
        "answered": _answered(complete, subject.answers),
        "situations": _situations(service),
        "conditions": [{"id": c.id, "text": c.text, "only": _only(service, c.when, words)} for c in service.conditions],
        "materials": [_material(service, m, words) for m in service.materials],
        "times": phrases.cited_times(view, service, words),
        "time_note": service.time.note or "",
        "fee": phrases.fee(service, words),
        "fee_note": service.fee.note or "",
        "window": view.desk(service),
        # Where the department itself is the place to go, it has been named.
        "department": words("print.notice.department", name=department) if department != view.desk(service) else "",
        "visits": words("print.visits", n=service.visits.count),
        "result": service.result.name,
        "channels": [{"id": c.id, "kind": words(f"channel.{c.kind}"), "text": c.text} for c in service.channels],
        "steps": [_step(view, service, step, words) for step in service.steps],
        "remedies": [_remedy(view, service, remedy, words) for remedy in service.remedies],
        "basis": phrases.citations(view, (*service.basis, *service.local_basis), words),
        "hotlines": phrases.hotlines(view, [service], area_code, words),
        "window_of": _window_of(place),
        "revised": words("print.revised", date=words.date(revision.date)),
        "fallback": bool(service.translation.fallbacks),
    }


def _answered(service: Service, answers: Answers) -> list[dict[str, str]]:
    """The questions that the visitor has answered, with the answer; none on a complete notice."""
    given = dict(answers)
    return [
        {"id": question.id, "ask": question.ask, "answer": option.label}
        for question in service.questions
        for option in question.options
        if given.get(question.id) == option.id
    ]


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
        "originals": material.originals,
        "copies": material.copies,
        "number": phrases.copies(material, words),
        "issued_by": words("print.issued_by", name=material.issued_by) if material.issued_by else "",
        "remarks": phrases.remarks(material, words),
        "note": material.note or "",
        "only": _only_spelled(service, material.when, words),
        "waived": material.waived,
    }


def _step(view: View, service: Service, step: ServiceStep, words: Words) -> dict[str, Any]:
    return {
        "id": step.id,
        "name": step.name,
        "text": step.text,
        "where": words("print.at", name=step.where) if step.where else "",
        "phone": step.phone or "",
        "time": words.limit(step.time) if step.time else "",
        "basis": phrases.citations(view, step.time.basis, words) if step.time else "",
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


def _window_of(place: Place | None) -> dict[str, str]:
    """What is known of the window that hands the notice out; the rest is written in there."""
    return {"place": place.name if place else "", "phone": (place.phone or "") if place else ""}


def _rung(pages: int, body: float, second: float, leading: float, gap: float) -> Step:
    """``body`` in points, ``second`` the other language's share of it, ``gap`` between sections in millimetres."""
    lengths = {"body": f"{body}pt", "second": f"{second}em", "leading": f"{leading}", "gap": f"{gap}mm"}
    return Step(lengths, pages)


def _ladder(most: int, largest: float, least: float, second: float) -> tuple[Step, ...]:
    """On as few pages as the ``least`` letters allow, up to ``most``; on those as large as they go.

    Each further page adds a smaller share of room, so letters grow less there. What needs a page more fills it.
    """
    middle = (largest + least) / 2
    few = ((largest, 1.42, 3), (middle, 1.36, 2.4), (least, 1.3, 1.8), (least, 1.2, 1))
    more = ((middle, 1.36, 2.4), (least * 1.05, 1.28, 1.8), (least, 1.2, 1))
    steps = [(n, *step) for n in range(1, most + 1) for step in (few if n < 4 else more)]
    return tuple(_rung(n, body, second, leading, gap) for n, body, leading, gap in steps)


DOCUMENT = Document(
    name="notice",
    about="service",
    ladders={
        "A4": _ladder(4, 12, 10.5, 1),
        # Latin letters of a size look larger than Chinese ones.
        "A4.en": _ladder(4, 11, 9, 1),
        "A4.both": _ladder(6, 11, 10.5, 0.84),
        "A4-large": tuple(_rung(n, body, 0.87, 1.36, 2.4) for n in range(1, 21) for body in (17, 16)),
        "A5": _ladder(8, 11, 9.5, 1),
        "A5.en": _ladder(8, 10, 8.5, 1),
        "A5.both": _ladder(12, 10.5, 9.5, 0.87),
    },
    defaults=services,
    facts=facts,
    title=lambda view, words, subject: words("print.notice.of", name=subject.record(view).name),
    default_sizes=("A4",),
    # Said by the numbers of originals and copies, each in its column.
    unprinted=frozenset({"materials.number"}),
    held=True,
)
