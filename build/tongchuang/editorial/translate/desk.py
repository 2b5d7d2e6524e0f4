"""Bringing translations up to date: accepting one as it stands, and taking in what a translator sent back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ...catalogue.revisions import BODY
from ...check import check
from ...load import Sources
from ...load.documents import parse
from ...load.walk import classify
from ...model.finding import Bilingual, Failure, Finding
from ..rewrite import Unwritable, placed, rewrite, rewrite_front_matter, written
from .units import Task, Way, Words


@dataclass(frozen=True, slots=True)
class Written:
    """A translation file with its new text; ``units`` words in it changed."""

    path: str
    text: str
    units: int


class Unacceptable(Failure):
    """A translation can't be accepted as it stands; ``message`` says why."""


def accepted(task: Task, texts: Mapping[str, str]) -> Written | None:
    """The translation said to be right as it stands: its ``of`` is the latest revision; None if it is already."""
    id_ = task.original.key
    if not task.named:
        raise Unacceptable(
            Bilingual(
                f"{id_} 的译文不写照哪个修订译的，不会过时，不用确认。",
                f"The translation of {id_} names no revision and never falls behind: there is nothing to accept.",
            )
        )
    if task.translation is None:
        raise Unacceptable(Bilingual(f"{id_} 还没有译文：{task.path}。", f"{id_} has no translation yet: {task.path}."))
    return None if task.of == task.latest else _written(task, {}, texts, up_to_date=True)


def filled(task: Task, words: Mapping[Way, Words], texts: Mapping[str, str]) -> Written | None:
    """The translation with new words; None if nothing changes.

    ``of`` moves to the latest revision once every outdated piece has been translated anew, or confirmed by standing
    in ``words`` as it was.
    """
    left = [unit for unit in task.units if unit.status == "stale" and unit.way not in words]
    new = {unit.way: words[unit.way] for unit in task.units if unit.way in words and words[unit.way] != unit.words}
    up_to_date = task.named and not left and task.of != task.latest and bool(words)
    return _written(task, new, texts, up_to_date) if new or up_to_date else None


def _written(task: Task, new: Mapping[Way, Words], texts: Mapping[str, str], up_to_date: bool) -> Written:
    """The file of a translation with some of its words new. Unwritable if it can't be edited safely."""
    data: dict[str, Any] = dict(task.translation.data) if task.translation else {}
    if up_to_date:
        data = {"of": task.latest} | data | {"of": task.latest}
    ways = [unit.way for unit in task.units]
    for way, words in new.items():
        if way != (BODY,):
            data = _put(data, way, words, (), ways)
    text = texts[task.path] if task.translation else None
    if task.original.kind == "policy":
        body = str(new[BODY,]) if (BODY,) in new else None
        if text is None:
            text = f"---\n{written(data)}---\n\n{body or ''}\n"
        else:
            text = rewrite_front_matter(text, data, None if body is None else f"\n{body}\n")
    else:
        text = written(data) if text is None else rewrite(text, data)
    return Written(task.path, text, len(new))


def _put(data: Mapping[str, Any], way: Way, words: Words, above: Way, ways: Iterable[Way]) -> dict[str, Any]:
    """``data`` with words at the end of a way; keys stand in the order of the original's."""
    depth = len(above)
    siblings = list(dict.fromkeys(one[depth] for one in ways if one[:depth] == above and len(one) > depth))
    key, *rest = way
    order = ["of", *siblings] if not above else siblings
    value = _put(data.get(key) or {}, tuple(rest), words, (*above, key), ways) if rest else words
    return placed(data, key, value, order)


def errors(sources: Sources, changed: Iterable[Written], as_of: date) -> tuple[Finding, ...]:
    """The errors that content without any would have with these files."""
    documents = {document.path: document for document in sources.documents}
    found = list(sources.findings)
    for one in changed:
        place = classify(one.path)
        assert place is not None
        document, problems = parse(place, one.text.encode())
        found += problems
        if document is not None:
            documents[one.path] = document
    ordered = tuple(sorted(documents.values(), key=lambda document: document.path))
    after = replace(sources, documents=ordered, findings=tuple(found))
    return tuple(finding for finding in check(after, as_of) if finding.severity == "error")


__all__ = ["Unacceptable", "Unwritable", "Written", "accepted", "errors", "filled"]
