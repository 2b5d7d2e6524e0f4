"""Blank ledgers: a table with a heading and no row, to be kept at the window and never published filled."""

from collections.abc import Iterator

from ...catalogue import View
from ...catalogue.ledgers import SHARED
from .table import Table


def tables(view: View) -> Iterator[Table]:
    """One table a ledger that is in use; the shared fields are no ledger to keep."""
    for ledger in view.ledgers.values():
        if ledger.id != SHARED and not ledger.withdrawn:
            yield Table(f"ledgers/{ledger.id}", tuple(column.label for column in ledger.columns), ())
