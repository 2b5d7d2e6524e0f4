"""Blank ledger (台账) to fill in by hand: a page of empty rows, or two that face each other, and how to fill them in."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .....catalogue import View
from .....catalogue.ledgers import SHARED
from .....model.common import Citation
from .....model.paper import Column
from ....words import Words
from ...document import Document, Facts, Step, Subject

ROWS = 15
# The least millimetres that a kind takes with headings of Chinese, and with such of longer words.
NARROW = {"text": 34, "number": 14, "date": 20, "choice": 15, "tick": 13, "signature": 24}
WIDE = {"text": 38, "number": 18, "date": 24, "choice": 20, "tick": 20, "signature": 26}
PAGE = 272


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What a ledger shows: its columns on each page, the codes of its choices, how to fill it in, how to keep it."""
    ledger = view.ledgers[subject.of]
    policy = view.policies[ledger.policy] if ledger.policy else None
    return {
        "name": ledger.name,
        "summary": ledger.summary or "",
        "kept": ledger.id != SHARED,
        "levels": words("print.list_join").join(words(f"level.{level}") for level in ledger.levels),
        "category": view.categories[ledger.category].name if ledger.category else "",
        "columns": [_column(column, words) for column in ledger.columns],
        "narrow": _pages(ledger.columns, NARROW),
        "wide": _pages(ledger.columns, WIDE),
        "rows": ROWS,
        "keep": ledger.keep or "",
        "source": words.citation(Citation(policy.id), view.policies) if policy else "",
        "historical": bool(policy and policy.historical),
    }


def _column(column: Column, words: Words) -> dict[str, Any]:
    return {
        "id": column.id,
        "label": column.label,
        "column_kind": column.kind,
        "how": words(f"print.ledger.how.{column.kind}"),
        "hint": words(f"print.ledger.how.{column.kind}") if column.kind in ("choice", "tick") else "",
        "help": column.help or "",
        "example": column.example or "",
        "codes": [{"id": option.id, "label": option.label, "n": n} for n, option in enumerate(column.options, 1)],
    }


def _pages(columns: Sequence[Column], least: Mapping[str, int]) -> list[list[dict[str, int]]]:
    """The places of the columns on a page, with where they begin and how wide they are, in millimetres.

    Where they need more than a page, two face each other, and the first column stands on both.
    """
    every = [(at, least[column.kind]) for at, column in enumerate(columns)]
    needed = sum(width for _, width in every)
    if needed <= PAGE:
        return [_shared_out(every)]
    half = 0
    while sum(width for _, width in every[: half + 1]) <= needed / 2:
        half += 1
    return [_shared_out(every[:half]), _shared_out([every[0], *every[half:]])]


def _shared_out(page: Sequence[tuple[int, int]]) -> list[dict[str, int]]:
    """Columns as wide in proportion as fills the page, each with what is left of it."""
    needed = sum(width for _, width in page)
    edges = [sum(width for _, width in page[:n]) * PAGE // needed for n in range(len(page) + 1)]
    return [{"at": at, "left": edges[n], "width": edges[n + 1] - edges[n]} for n, (at, _) in enumerate(page)]


def defaults(view: View) -> Iterable[Subject]:
    """Every ledger; of the shared fields just how they are filled in."""
    return (Subject("ledger", id_) for id_ in view.ledgers)


DOCUMENT = Document(
    name="ledger",
    about="ledger",
    ladders={
        "A4": tuple(
            Step({"row": f"{row:g}mm", "head": f"{head:g}pt"}, 5)
            for row, head in (
                *((row, 11) for row in (11, 10.75, 10.5, 10.25, 10, 9.75, 9.5)),
                *((9.5, 10.5), (9.25, 10.5), (9.25, 10), (9, 10), (9, 9.5), (9, 9), (9, 8.5)),
            )
        )
    },
    defaults=defaults,
    unprinted=frozenset({"columns.column_kind"}),
    facts=facts,
    title=lambda view, words, subject: words("print.ledger.of", name=view.ledgers[subject.of].name),
    held=True,
)
