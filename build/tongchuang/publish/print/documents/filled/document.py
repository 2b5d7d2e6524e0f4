"""Filled sample of a form (样表): the blank one with made-up words in it, to hang where people write."""

from collections.abc import Iterable

from .....catalogue import View
from ....words import Words
from ...document import Document, Facts, Subject
from ...edition import edition
from ..form import document as form
from ..placard.document import DOCUMENT as PLACARD


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the blank form shows, with the example of each field, and which blank one that is: its revision and the mark
    of its facts, one a language. A choice is ticked at its first option."""
    examples = {field.id: field.example or "" for field in view.forms[subject.of].fields}
    blank = form.facts(view, words, subject)
    rows = [[{**cell, "example": examples[cell["id"]]} for cell in row] for row in blank["rows"]]
    revision, mark = edition(PLACARD if view.forms[subject.of].hung else form.DOCUMENT, subject, view).split("-")
    return {**blank, "rows": rows, "blank": {"id": revision, "mark": mark}}


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
