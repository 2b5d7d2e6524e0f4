"""The way through a service as a drawing: boxes one below the other, and side by side where an answer decides.

Where the ways run beside each other, each has a column; a step for several of them is as wide as their columns. A way
may end apart: it doesn't come to the service's result.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import permutations

from .....model.common import When
from .....model.service import Question, Service, Step

# What can be done against a decision of the service, or against there being none.
_AGAINST = {"complaint", "objection", "review", "litigation"}
LEAST, MOST = 2, 6  # the shares of the sheet's width that a column gets: one more for each step of its own


@dataclass(frozen=True, slots=True)
class Column:
    """The answers that lead the same way, and its share of the width in percent."""

    options: tuple[str, ...]
    width: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A step in ``span`` columns from ``column`` on, with no other on these ways in as many ``rows``.

    No step: the line of a column runs on. After the step that ``ends`` it, the way doesn't join the others again.
    """

    step: Step | None
    column: int
    span: int = 1
    rows: int = 1
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A question, the ways that its answers lead, and the steps on them in rows."""

    question: Question
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def flow(service: Service) -> list[Step | Choice]:
    """Steps for all, and a choice for each run of steps that depend on the same question."""
    questions = {question.id: question for question in service.questions}
    found: list[Step | Choice] = []
    run: list[Step] = []
    shared: list[str] = []
    for step in service.steps:
        asked = list(deciding(step.when, questions))
        together = [id_ for id_ in shared if id_ in asked]
        if run and not together:
            found.append(_choice(questions[shared[0]], run))
            run = []
        if asked:
            run.append(step)
            shared = together or asked
        else:
            found.append(step)
            shared = []
    if run:
        question = questions[shared[0]]
        undecided = frozenset(option.id for option in question.options if not _decided(service, question, option.id))
        found.append(_choice(question, run, undecided))
    return found


def _decided(service: Service, question: Question, answer: str) -> bool:
    """Whether the service decides anything for those who answer so: some remedy against that is theirs."""
    against = [remedy for remedy in service.remedies if remedy.kind in _AGAINST]
    return not against or any(answer in remedy.when.get(question.id, (answer,)) for remedy in against)


def deciding(when: When, questions: Mapping[str, Question]) -> When:
    """The answers that make an entry apply, without questions of which every answer does."""
    return {id_: chosen for id_, chosen in when.items() if len(chosen) < len(questions[id_].options)}


def _choice(question: Question, steps: Sequence[Step], undecided: frozenset[str] = frozenset()) -> Choice:
    """``undecided`` are the answers for which the service has no result: their ways end with their own last step."""
    ways: dict[tuple[int, ...], list[str]] = {}
    for option in question.options:
        way = tuple(n for n, step in enumerate(steps) if option.id in step.when[question.id])
        ways.setdefault(way, []).append(option.id)
    order = min(permutations(sorted(ways, key=lambda way: not way)), key=lambda order: _pieces(order, len(steps)))
    shares = [min(LEAST + sum(_alone(number, ways) for number in way), MOST) for way in order]
    columns = tuple(
        Column(tuple(ways[way]), round(100 * share / sum(shares))) for way, share in zip(order, shares, strict=True)
    )
    apart = {number for number, column in enumerate(columns) if undecided.issuperset(column.options)}
    return Choice(question, columns, _rows(order, steps, apart))


def _alone(number: int, ways: Iterable[tuple[int, ...]]) -> bool:
    """Whether a step is on one way only."""
    return sum(number in way for way in ways) == 1


def _pieces(order: Sequence[tuple[int, ...]], steps: int) -> int:
    """How many boxes the steps take, if one whose columns don't adjoin is drawn in each of them."""
    return sum(len(_spans(order, number)) for number in range(steps))


def _spans(order: Sequence[tuple[int, ...]], number: int) -> list[range]:
    """The runs of adjoining columns that a step is in."""
    found: list[range] = []
    for column, way in enumerate(order):
        if number not in way:
            continue
        if found and found[-1].stop == column:
            found[-1] = range(found[-1].start, column + 1)
        else:
            found.append(range(column, column + 1))
    return found


def _rows(order: Sequence[tuple[int, ...]], steps: Sequence[Step], apart: Set[int]) -> tuple[tuple[Cell, ...], ...]:
    """Each step in the first row below those before it on all of its ways, and down to the next of them."""
    placed: list[tuple[int, range, Step]] = []
    free = [0] * len(order)
    for number, step in enumerate(steps):
        for span in _spans(order, number):
            row = max(free[column] for column in span)
            placed.append((row, span, step))
            for column in span:
                free[column] = row + 1
    starts = [{row for row, span, _ in placed if column in span} | {max(free)} for column in range(len(order))]
    cells: list[tuple[int, Cell]] = []
    bare = {(row, column) for row in range(max(free)) for column in range(len(order))}
    for row, span, step in placed:
        until = min(start for column in span for start in starts[column] if start > row)
        ends = until == max(free) and apart >= set(span)
        cells.append((row, Cell(step, span.start, len(span), until - row, ends)))
        bare -= {(taken, column) for taken in range(row, until) for column in span}
    cells += [(row, Cell(None, column)) for row, column in bare]
    return tuple(
        tuple(sorted((cell for at, cell in cells if at == row), key=lambda cell: cell.column))
        for row in range(max(free))
    )
