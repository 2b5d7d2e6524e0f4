"""Placard (告示): a form that is hung up for everybody to read, large, with blanks for a thick pen."""

from collections.abc import Iterable, Iterator
from typing import Any

from .....catalogue import View
from .....model.common import Citation
from .....model.paper import Field, Form
from ....words import Words
from ... import phrases
from ...document import Document, Facts, Step, Subject
from ..form.document import notes

STEPS = 16


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What a placard shows: blanks by part, or a table of blank rows, then what stands printed and whom to call."""
    form = view.forms[subject.of]
    return {
        "name": form.name,
        "summary": form.summary or "",
        "parts": [_part(view, fields, words) for fields in _parts(form)],
        "rows": form.rows or 0,
        "dated": any(field.kind == "date" for field in form.fields) and not form.rows,
        "until": any(field.kind == "date" and field.id == "until" for field in form.fields),
        "notes": notes(view, form, words),
        "hotlines": phrases.lines(view.hotlines[id_] for id_ in form.hotlines),
    }


def _parts(form: Form) -> Iterator[list[Field]]:
    """The fields, from one heading to the next."""
    part: list[Field] = []
    for field in form.fields:
        if part and field.heading:
            yield part
            part = []
        part.append(field)
    yield part


def _part(view: View, fields: list[Field], words: Words) -> dict[str, Any]:
    """The blanks of a part; its heading has the articles that ask for them."""
    cited: dict[Citation, None] = dict.fromkeys(citation for field in fields for citation in field.basis)
    return {
        "heading": fields[0].heading or "",
        "basis": phrases.citations(view, cited, words),
        "fields": [
            {
                "id": field.id,
                "label": field.label,
                "help": field.help or "",
                "field_kind": field.kind,
                "lines": field.lines,
                "options": [{"id": option.id, "label": option.label} for option in field.options],
            }
            for field in fields
        ],
    }


def defaults(view: View) -> Iterable[Subject]:
    """Each form that is hung up."""
    return (Subject("form", form.id) for form in view.forms.values() if form.hung)


def _steps(body: tuple[float, float], line: tuple[float, float], pages: int = 1) -> tuple[Step, ...]:
    """From the most to the least: the size of the type in points, and the height of a line to write on in millimetres."""
    found = []
    for n in range(STEPS + 1):
        type_, room = (most + (least - most) * n / STEPS for most, least in (body, line))
        found.append(Step({"body": f"{type_:.2f}pt", "line": f"{room:.2f}mm"}, pages))
    return tuple(found)


DOCUMENT = Document(
    name="placard",
    about="form",
    ladders={
        # A long one needs the back of the leaf, in two languages above all.
        "A4": (*_steps((19, 10.5), (17, 9)), *_steps((15, 10.5), (15, 9), pages=2)),
        "A4.both": (*_steps((18, 10.5), (17, 9)), *_steps((15, 10.5), (15, 9), pages=2)),
        "A2": _steps((44, 19), (36, 17)),
        "A2.both": _steps((40, 17), (36, 15)),
        "A3": _steps((30, 13), (26, 12)),
        "A3.both": _steps((28, 11.5), (26, 11)),
    },
    defaults=defaults,
    unprinted=frozenset({"parts.fields.field_kind", "summary"}),
    facts=facts,
    title=lambda view, words, subject: words("print.placard.of", name=view.forms[subject.of].name),
)
