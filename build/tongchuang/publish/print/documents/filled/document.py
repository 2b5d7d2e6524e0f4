"""Filled sample of a form (样表): the blank one with made-up words in it, to hang where people write."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from .....catalogue import View
from ....words import Words
from ...document import Document, Facts, Subject
from ...edition import edition
from ..form import document as form
from ..placard.document import DOCUMENT as PLACARD


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the blank form shows, with the example of each field, and which blank one that is: its revision and the mark
    of its facts, one a language. A choice is ticked at its first option, and a date stands in the places that the blank
    form has for year, month and day."""
    examples = {field.id: field.example or "" for field in view.forms[subject.of].fields}
    blank = form.facts(view, words, subject)
    rows = [[{**cell, **_written(cell, examples[cell["id"]], words)} for cell in row] for row in blank["rows"]]
    revision, mark = edition(PLACARD if view.forms[subject.of].hung else form.DOCUMENT, subject, view).split("-")
    return {**blank, "rows": rows, "blank": {"id": revision, "mark": mark}}


def _written(cell: dict[str, Any], example: str, words: Words) -> dict[str, Any]:
    """An example, taken apart if it is a date; one that is written otherwise stands as it is."""
    if cell["field_kind"] != "date":
        return {"example": example}
    try:
        day = datetime.strptime(example, words("print.filled.day"))
    except ValueError:
        return {"example": example, "day": dict.fromkeys(("year", "month", "day"), "")}
    return {"example": "", "day": {"year": str(day.year), "month": str(day.month), "day": str(day.day)}}


def defaults(view: View) -> Iterable[Subject]:
    """Each form whose fields have examples."""
    return (Subject("form", one.id) for one in view.forms.values() if any(field.example for field in one.fields))


DOCUMENT = Document(
    name="filled",
    about="form",
    ladders=form.LADDERS,
    defaults=defaults,
    unprinted=frozenset({"rows.field_kind", "services", "windows"}),
    facts=facts,
    title=lambda view, words, subject: words("print.filled.of", name=view.forms[subject.of].name),
    held=True,
)
