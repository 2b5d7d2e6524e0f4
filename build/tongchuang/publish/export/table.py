"""A table, and its bytes as CSV (RFC 4180) that Excel opens: UTF-8 with a byte order mark, lines ending in CR LF."""

import csv
import io
from dataclasses import dataclass

from ..words import Words

Cell = str | int | float | None
# What makes Excel read a text as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """``name`` is the file's, without its ending and the same in every language; a cell None stays empty."""

    name: str
    heading: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def encode(table: Table) -> bytes:
    """The file of a table. Text that would be a formula gets an apostrophe in front."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(table.heading)
    writer.writerows([_safe(cell) for cell in row] for row in table.rows)
    return stream.getvalue().encode("utf-8-sig")


def yes_or_no(w: Words, true: object) -> str:
    """The cell that tells whether something is so."""
    return w(f"export.{'yes' if true else 'no'}")


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
