"""Process board of a service (办事流程图): its steps as a flow chart, and beside it what a visitor asks first.

An answer that decides the way stands in words above the steps it leads to. Whoever needs every detail gets the
one-time notice.
"""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any

from .....catalogue import View
from .....model.common import When
from .....model.place import Place
from .....model.service import Material, Question, Remedy, Service
from .....model.service import Step as ServiceStep
from ....words import Words
from ... import phrases
from ...defaults import services
from ...document import Document, Facts, Step, Subject
from .flow import Cell, Choice, deciding, flow


@dataclass(frozen=True, slots=True)
class Paper:
    """The smallest sizes on a paper in points: of the title, to be read from 3 m, and of other text; ``ratio`` is how
    many times as large as the chart's text a title may be."""

    title: float
    least: float
    ratio: float = 3


_REMARK = re.compile(r"(?<=.) ?[（(][^（(]*[）)]$")


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the board shows of a service, and of the place on whose wall it hangs, if it is for one."""
    service = view.service(subject.of, subject.place)
    place = view.places.get(subject.place or "")
    department = view.departments[service.departments.lead].name
    area_code = phrases.area_code(view, subject.place)
    parts = flow(service)
    asked = frozenset(part.question.id for part in parts if isinstance(part, Choice))
    return {
        "where": phrases.whose(view, subject.place),
        "name": service.name,
        "summary": service.summary,
        "audience": words("print.list_join").join(words(f"audience.{kind}") for kind in service.audience),
        "times": phrases.cited_times(view, service, words),
        "time_note": service.time.note or "",
        "fee": phrases.fee(service, words),
        "fee_basis": phrases.citations(view, service.fee.basis, words),
        "window": view.desk(service),
        "department": words("print.process.department", name=department) if department != view.desk(service) else "",
        "flow": [_part(view, service, part, asked, words) for part in parts],
        "result": service.result.name,
        "materials": [_material(service, material, asked, words) for material in service.materials],
        "remedies": [_remedy(view, service, remedy, asked, words) for remedy in service.remedies],
        "basis": phrases.citations(view, (*service.basis, *service.local_basis), words),
        "one": phrases.for_anything(view, area_code),
        "hotlines": phrases.hotlines(view, [service], area_code, words),
        "contact": phrases.blanks(place, words, "desk", "post", "phone", "supervision_phone"),
        "revised": words("print.revised", date=words.date(service.revisions[-1].date)),
        "fallback": bool(service.translation.fallbacks),
    }


def _part(
    view: View, service: Service, part: ServiceStep | Choice, asked: frozenset[str], words: Words
) -> dict[str, Any]:
    if isinstance(part, ServiceStep):
        return {"step": _box(view, service, part, part.when, asked, words), "choice": None}
    labels = {option.id: option.label for option in part.question.options}
    middles = _middles([column.width for column in part.columns])
    # For each column that ends apart, the first one of the cell that it ends with.
    ends = {
        column: cell.column
        for row in part.rows
        for cell in row
        if cell.ends
        for column in range(cell.column, cell.column + cell.span)
    }
    choice = {
        "id": part.question.id,
        "ask": part.question.ask,
        "columns": [
            {"options": [labels[id_] for id_ in column.options], "width": column.width, "end": ends.get(n)}
            for n, column in enumerate(part.columns)
        ],
        "lanes": [middle for n, middle in enumerate(middles) if n not in ends],
        "joins": _joins([column.width for column in part.columns], middles, ends.keys()),
        "rows": [_row(view, service, part, cells, ends.keys(), asked, words) for cells in part.rows],
    }
    return {"step": None, "choice": choice}


def _row(
    view: View,
    service: Service,
    choice: Choice,
    cells: tuple[Cell, ...],
    apart: Set[int],
    asked: frozenset[str],
    words: Words,
) -> dict[str, Any]:
    """The cells of a row, and which columns have an arrow above it, for those that no cell from above takes."""
    tops: list[dict[str, bool]] = []
    found = []
    for cell in cells:
        step = cell.step
        others = {id_: chosen for id_, chosen in step.when.items() if id_ != choice.question.id} if step else {}
        tops += [{"arrow": bool(step)}] * cell.span
        found.append(
            {
                "span": cell.span,
                "rows": 2 * cell.rows - 1,
                "end": cell.column if cell.ends else None,
                # The line of a way that ends apart doesn't run down to the end of the choice.
                "lined": cell.column in apart and not cell.ends,
                # What the choice has asked isn't said again at the step.
                "step": _box(view, service, step, others, asked, words) if step else None,
            }
        )
    return {"tops": tops, "cells": found}


def _middles(widths: list[int]) -> list[float]:
    """Where the middle of each column lies, in percent of them all."""
    starts = [sum(widths[:n]) for n in range(len(widths))]
    return [round(100 * (start + width / 2) / sum(widths), 2) for start, width in zip(starts, widths, strict=True)]


def _joins(widths: list[int], middles: list[float], apart: Set[int]) -> list[dict[str, Any]]:
    """For each column, whether its way comes down to the line that joins the ways above the arrow in the middle, and
    which piece of that line lies in it: how wide and where, as CSS places it, in percent."""
    joined = [50.0, *(middle for n, middle in enumerate(middles) if n not in apart)]
    found, left = [], 0.0
    for n, width in enumerate(widths):
        size = 100 * width / sum(widths)
        start, end = max(left, min(joined)), min(left + size, max(joined))
        share = max(0.0, end - start) / size
        at = (start - left) / size / (1 - share) if 0 < share < 1 else 0
        found.append({"comes": n not in apart, "size": round(100 * share, 2), "at": round(100 * at, 2)})
        left += size
    return found


def _box(
    view: View, service: Service, step: ServiceStep, when: When, asked: frozenset[str], words: Words
) -> dict[str, Any]:
    # Of a service that is for employers first, the reader is one.
    yours = step.who == "worker" or step.who == "employer" == service.audience[0]
    return {
        "id": step.id,
        "number": service.steps.index(step) + 1,
        "name": step.name,
        "text": step.text,
        "who": words(f"print.process.who.{'worker' if yours else step.who}"),
        "yours": yours,
        "where": words("print.at", name=step.where) if step.where else "",
        "phone": step.phone or "",
        "time": words.limit(step.time) if step.time else "",
        "basis": phrases.citations(view, step.time.basis, words) if step.time else "",
        "only": _only(service, when, asked, words),
        "skip": _skip(service, when, words),
    }


def _skip(service: Service, when: When, words: Words) -> str:
    """Who passes a step by, as its "only" or "unless" puts it; empty where it says both, or is for all."""
    said = {kind for kind, *_ in _told(service, when)}
    return words(f"print.process.skip.{said.pop()}") if len(said) == 1 else ""


def _told(service: Service, when: When) -> Iterator[tuple[str, Question, list[str]]]:
    """For each question that decides: "only" or "except", and the answers to name, which are the fewer ones."""
    questions = {question.id: question for question in service.questions}
    for id_, chosen in deciding(when, questions).items():
        yes = [_short(option.label) for option in questions[id_].options if option.id in chosen]
        no = [_short(option.label) for option in questions[id_].options if option.id not in chosen]
        yield ("only", questions[id_], yes) if len(yes) <= len(no) else ("except", questions[id_], no)


def _only(service: Service, when: When, asked: frozenset[str], words: Words) -> str:
    """The answers that make an entry apply, in words, or those that don't where these are fewer; empty if all do.

    A question that the chart hasn't ``asked`` is asked with them."""
    groups = []
    for kind, question, named in _told(service, when):
        answers = words("print.or").join(words("print.process.answer", label=label) for label in named)
        if question.id in asked:
            groups.append(words(f"print.process.{kind}", answers=answers))
        else:
            groups.append(words(f"print.process.asked.{kind}", ask=_short(question.ask), answers=answers))
    return words("print.process.and").join(groups)


def _short(label: str) -> str:
    """An answer or question without the remark in brackets that follows it."""
    return _REMARK.sub("", label)


def _material(service: Service, material: Material, asked: frozenset[str], words: Words) -> dict[str, Any]:
    return {
        "id": material.id,
        "name": material.name,
        "number": phrases.copies(material, words),
        "remarks": phrases.remarks(material, words),
        "only": _only(service, material.when, asked, words),
    }


def _remedy(view: View, service: Service, remedy: Remedy, asked: frozenset[str], words: Words) -> dict[str, Any]:
    """In which case, whom to turn to and by when: all of its text, for a second limit or what comes first may be last.

    The notice has the rest."""
    body = remedy.body or (words(f"body.{remedy.body_kind}") if remedy.body_kind else "")
    return {
        "id": remedy.id,
        "kind": words(f"remedy.{remedy.kind}"),
        "text": remedy.text,
        "body": words("print.process.body", name=body) if remedy.within and body else "",
        "within": words("print.process.within", limit=words.limit(remedy.within)) if remedy.within else "",
        "basis": phrases.citations(view, remedy.within.basis, words) if remedy.within else "",
        "only": _only(service, remedy.when, asked, words),
    }


def hung(view: View, place: Place) -> Iterable[Subject]:
    """The services of the place's level whose process the region's profile wants on the wall, as it does them."""
    profile = view.profile_at(place.code)
    offered = {service.id: service for service in view.services_at(place)}
    for id_ in profile.processes if profile else ():
        if id_ in offered:
            yield Subject("service", id_, offered[id_].region)


# How the table of the two halves is displayed, its row, its cells, and how wide the first of these is.
_BESIDE = "table", "table-row", "table-cell", "50%"
_STACKED = "block", "block", "block", "auto"


def _step(
    paper: Paper,
    scale: float,
    pages: int,
    more: float = 0.8,
    parted: bool = False,
    stacked: bool = False,
    words: str = "manual",
) -> Step:
    """The chart's text is ``scale`` times the smallest; what stands below it has ``more`` times the chart's size, and
    where ``parted`` a page of its own. Its two halves stand beside each other unless ``stacked``: halves that both go
    on over a page would be read aloud in turns. ``words`` may be hyphenated anywhere (``auto``) where a lane is narrow."""
    flow = paper.least * scale
    lengths = {
        "title": f"{max(paper.title, flow * paper.ratio):.1f}pt",
        "flow": f"{flow:.1f}pt",
        "head": f"{max(paper.least, flow * 0.85):.1f}pt",
        "body": f"{max(paper.least, flow * more):.1f}pt",
        "gap": f"{flow * 0.38:.1f}mm",
        "more": "page" if parted else "auto",
        "aside": "0" if stacked else "1em",
        "words": words,
        **dict(zip(("table", "tr", "td", "half"), _STACKED if stacked else _BESIDE, strict=True)),
    }
    return Step(lengths, pages)


def _ladder(paper: Paper, most: int = 5) -> tuple[Step, ...]:
    """All on one page; then the chart on one and the rest on the next; then all of it over as many as it takes.

    What fits on fewer pages at the smallest size has room on more at a size a little larger.
    """
    apart = ((1.6, (1.3, 1.2, 1.1, 1)), (1.35, (1.1, 1)))
    return (
        *(_step(paper, 1.1**n, 1) for n in range(7, -1, -1)),
        *(_step(paper, scale, 2, more, parted=True) for more, scales in apart for scale in scales),
        *(_step(paper, scale, pages, stacked=True) for pages in range(2, most + 1) for scale in (1.15, 1.08, 1)),
    )


_LARGE = Paper(title=30, least=16, ratio=2)

DOCUMENT = Document(
    name="process",
    about="service",
    ladders={
        "A3": _ladder(Paper(title=30, least=11.5)),
        "A3.en": _ladder(Paper(title=30, least=10.5, ratio=2.2)),
        "A2": _ladder(Paper(title=40, least=17)),
        "A2.en": _ladder(Paper(title=40, least=15.5, ratio=2.2)),
        "A4": _ladder(Paper(title=22, least=10.5)),
        "A4.en": _ladder(Paper(title=22, least=9, ratio=2.2)),
        "A4-large": (*_ladder(_LARGE, most=20), _step(_LARGE, 1, 20, stacked=True, words="auto")),
    },
    defaults=services,
    hangs=hung,
    facts=facts,
    title=lambda view, words, subject: words("print.process.of", name=subject.record(view).name),
    default_sizes=("A3",),
)
