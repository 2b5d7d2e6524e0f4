"""What somebody has answered about their situation, and what of a service these answers leave.

The rule is that of the phone's checklist (``answers.js``): an entry goes when an answer rules it out, and stays as long
as the question that decides it is open. Answers are of one person at one window: nothing keeps or logs them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ..model.common import When
from ..model.service import Condition, Material, Question, Remedy, Service, Step

# The option chosen, by question; a question that is left out is open.
Answers = tuple[tuple[str, str], ...]
_Entry = TypeVar("_Entry", Condition, Material, Step, Remedy)


@dataclass
class UnknownAnswer(Exception):
    """What was written is no answer; ``known`` are those that there are, as they are written."""

    written: str
    known: tuple[str, ...]


def read(written: str, questions: Sequence[Question]) -> Answers:
    """Answers as ``question=option,question=option``, or as the phone writes them into an address (``#…&…``).

    UnknownAnswer for a question or option that isn't among ``questions``, and for one that is answered twice.
    """
    known = {
        f"{question.id}={option.id}": (question.id, option.id) for question in questions for option in question.options
    }
    found: dict[str, str] = {}
    for part in filter(None, re.split(r"[,，&\s]+", written.strip().lstrip("#"))):
        question, option = known.get(part, ("", ""))
        if not question or found.get(question, option) != option:
            raise UnknownAnswer(part, tuple(known))
        found[question] = option
    return tuple(found.items())


def left(service: Service, answers: Answers) -> Service:
    """The service with the entries that apply to somebody who gave these answers, and the questions still open.

    What an answered question decided is decided: no entry depends on it any more.
    """
    given = dict(answers)

    def of(entries: Sequence[_Entry]) -> tuple[_Entry, ...]:
        return tuple(replace(entry, when=_open(entry.when, given)) for entry in entries if _applies(entry.when, given))

    return replace(
        service,
        questions=tuple(question for question in service.questions if question.id not in given),
        conditions=of(service.conditions),
        materials=of(service.materials),
        steps=of(service.steps),
        remedies=of(service.remedies),
    )


def _applies(when: When, given: dict[str, str]) -> bool:
    return all(given[question] in options for question, options in when.items() if question in given)


def _open(when: When, given: dict[str, str]) -> When:
    return {question: options for question, options in when.items() if question not in given}
