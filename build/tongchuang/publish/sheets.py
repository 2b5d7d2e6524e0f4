"""What was printed, for the pages that lead to it: the site does not know the printers."""

from collections.abc import Iterator, Mapping, Sequence

from ..catalogue import Catalogue, View
from ..load.sources import Kind
from .print.compose import Order
from .print.documents import documents
from .print.orders import Of, orders_of_records
from .site.printed import KindOfSheet, Sheet
from .words import words


class Sheets:
    """What finds the sheets of a hub in one language: those in the language and those in two."""

    def __init__(self, view: View, orders: Mapping[Of, Mapping[str, Sequence[Order]]]) -> None:
        self._view, self._orders = view, orders

    def of(self, kind: Kind, id: str, region: str | None = None) -> Mapping[str, Sequence[Sheet]]:
        """The sheets of a record, or of the version of a service that holds in a region, by the name of their kind."""
        found = {}
        for document, orders in self._orders.get((kind, id, region), {}).items():
            shown = [order for order in orders if order.lang in (self._view.lang, "both")]
            found[self._said(document, "title")] = [Sheet(self._label(order), order.path) for order in shown]
        return found

    @property
    def kinds(self) -> Iterator[KindOfSheet]:
        """Every document, in the order of its name."""
        for document in documents().values():
            records = [
                (kind, id_, self._named(kind, id_))
                for (kind, id_, region), printed in self._orders.items()
                if document.name in printed and kind != "place" and region is None
            ]
            yield KindOfSheet(
                self._said(document.name, "title"),
                self._said(document.name, "purpose"),
                document.sizes,
                document.about,
                tuple(records),
            )

    def _said(self, document: str, key: str) -> str:
        return documents()[document].words(self._view.lang)(f"print.{document}.{key}")

    def _named(self, kind: Kind, id_: str) -> str:
        record = self._view.record(kind, id_)
        return str(getattr(record, "name", "") or record.title)

    def _label(self, order: Order) -> str:
        subject, view = order.subject, self._view
        window = view.windows[subject.window].name if subject.window else ""
        place = view.regions[subject.place].short if subject.place and subject.kind != "service" else ""
        language = words(view.lang)(f"print.q.languages.{order.lang}")
        return " ".join(filter(None, (window, place, order.size, language)))


def sheets(catalogue: Catalogue) -> Mapping[str, Sheets]:
    """What finds the sheets of a hub, for each language."""
    orders = orders_of_records(catalogue)
    return {lang: Sheets(catalogue.view(lang), orders) for lang in catalogue.languages}
