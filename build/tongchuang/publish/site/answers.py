"""Grouping what a service asks for by the answers that make it apply."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...model.common import When
from ...model.service import Question
from ..words import Words


@dataclass(frozen=True, slots=True)
class Branch:
    """Entries that share a condition; an empty ``when`` always applies."""

    when: When
    entries: tuple[Any, ...]


def branches(entries: Iterable[Any]) -> tuple[Branch, ...]:
    """Entries grouped by their ``when``: what always applies first, then in the order of the content."""
    found: dict[str, list[Any]] = {}
    for entry in entries:
        found.setdefault(written(entry.when), []).append(entry)
    order = sorted(found, key=lambda condition: condition != "")
    return tuple(Branch(found[condition][0].when, tuple(found[condition])) for condition in order)


def spoken(when: When, questions: Iterable[Question], w: Words) -> str:
    """A condition in words: the answers that it names, any of one question, all of the questions."""
    return w("site.and").join(
        w("site.or").join(w("site.quoted", text=o.label) for o in question.options if o.id in when[question.id])
        for question in questions
        if question.id in when
    )


def written(when: When) -> str:
    """A condition as the page carries it for the phone: ``ground=work|study&who=self``."""
    return "&".join(f"{question}={'|'.join(options)}" for question, options in sorted(when.items()))
