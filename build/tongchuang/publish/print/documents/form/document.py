"""Blank form to fill in by hand: what it is for, room to write in each field, boxes to tick, and who may see it."""

from collections.abc import Iterable, Iterator
from typing import Any

from .....catalogue import View
from .....model.common import Citation
from .....model.paper import Field, Form
from ....words import Words
from ... import phrases
from ...document import Document, Facts, Step, Subject

# Kinds of field of which two that follow each other stand side by side.
PAIRS = ({"number", "date"}, {"signature", "date"}, {"tick"})


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What a form shows: its fields, two side by side where they are short, and what is to be done with it."""
    form = view.forms[subject.of]
    # Whoever fills in a form of the staff knows where it belongs.
    services = [] if form.staff else [view.services[id_] for id_ in form.services]
    policy = view.policies[form.policy] if form.policy else None
    return {
        "name": form.name,
        "summary": form.summary or "",
        "staff": form.staff,
        "kept": not form.hung,
        "written": any(field.kind == "text" for field in form.fields),
        "services": words("print.list_join").join(service.name for service in services),
        "windows": words("print.list_join").join(dict.fromkeys(view.desk(service) for service in services)),
        "rows": [[_cell(view, field, words) for field in row] for row in _rows(form)],
        "notes": notes(view, form, words),
        "source": words.citation(Citation(policy.id), view.policies) if policy else "",
        "historical": bool(policy and policy.historical),
    }


def notes(view: View, form: Form, words: Words) -> list[dict[str, str]]:
    """The lines that stand printed on a form, each with the articles it follows from."""
    return [
        {"id": note.id, "text": note.text, "basis": phrases.citations(view, note.basis, words)} for note in form.notes
    ]


def _rows(form: Form) -> Iterator[tuple[Field, ...]]:
    """The fields in order, two in a row where both are short and no new part starts between them."""
    waiting: Field | None = None
    for field in form.fields:
        if waiting and not field.heading and any({waiting.kind, field.kind} <= pair for pair in PAIRS):
            yield waiting, field
            waiting = None
            continue
        if waiting:
            yield (waiting,)
        waiting = field
    if waiting:
        yield (waiting,)


def _cell(view: View, field: Field, words: Words) -> dict[str, Any]:
    return {
        "id": field.id,
        "label": field.label,
        "field_kind": field.kind,
        "help": field.help or "",
        "required": field.required,
        "heading": field.heading or "",
        "lines": field.lines,
        "options": [{"id": option.id, "label": option.label} for option in field.options],
        "basis": phrases.citations(view, field.basis if field.help else (), words),
        "example": "",
    }


def defaults(view: View) -> Iterable[Subject]:
    """Each form that somebody hands in; one that is hung up is printed as a placard."""
    return (Subject("form", form.id) for form in view.forms.values() if not form.hung)


def _steps(body: float, smaller: float) -> Iterator[Step]:
    """Type of ``body`` points and ever less room to write, on one page, and then on two and three."""
    for pages in (1, 2, 3):
        for line in (18, 17, 16, 15, 14, 13, 12, 11.5, 11, 10.5, 10, 9.5, 9):
            yield _step(pages, body, line, 1.6)
        yield _step(pages, smaller, 9, 0.8)


def _step(pages: int, body: float, line: float, gap: float) -> Step:
    """``line`` is the height of a line to write on, ``gap`` the space above and below what is printed, in millimetres."""
    lengths = {"body": f"{body:g}pt", "line": f"{line:g}mm", "gap": f"{gap:g}mm"}
    return Step(lengths, pages)


LADDERS = {"A4": tuple(_steps(12, 10.5)), "A4.en": tuple(_steps(10.5, 9.5)), "A4.both": tuple(_steps(11, 10.5))}

DOCUMENT = Document(
    name="form",
    about="form",
    ladders=LADDERS,
    defaults=defaults,
    unprinted=frozenset({"rows.field_kind"}),
    facts=facts,
    title=lambda view, words, subject: words("print.form.of", name=view.forms[subject.of].name),
    held=True,
)
