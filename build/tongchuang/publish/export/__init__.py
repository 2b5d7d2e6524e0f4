"""Tables for Excel and other table programs: ``export/<lang>/<name>.csv``, blank ledgers in ``export/<lang>/ledgers/``,
these as workbooks too."""

from collections.abc import Iterator

from ...catalogue import Catalogue
from ..artifact import Artifact
from . import ledgers
from .table import encode
from .tables import all_tables


def publish(catalogue: Catalogue) -> Iterator[Artifact]:
    """Every table in every language."""
    for lang in catalogue.languages:
        view = catalogue.view(lang)
        for table in (*all_tables(view), *ledgers.tables(view)):
            yield Artifact(f"export/{lang}/{table.name}.csv", encode(table))
        for ledger in ledgers.in_use(view):
            yield Artifact(f"export/{lang}/ledgers/{ledger.id}.xlsx", ledgers.book(ledger, lang))
