"""The printed sheets that a record's page leads to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ...catalogue import Catalogue
from ...load.sources import Kind
from ..print.compose import Order
from ..print.orders import orders_of_records
from ..words import words


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file to open: what tells it from the other sheets of its kind, and where it lies in a release."""

    label: str
    path: str


Sheets = Callable[..., Mapping[str, Sequence[Sheet]]]


def none(kind: Kind, id: str, region: str | None = None) -> Mapping[str, Sequence[Sheet]]:
    """Where nothing is printed."""
    return {}


def sheets(catalogue: Catalogue) -> Mapping[str, Sheets]:
    """For each language, what finds the sheets of a record by the name of their kind: those in the language
    and those in two."""
    orders = orders_of_records(catalogue)

    def of_language(lang: str) -> Sheets:
        def found(kind: Kind, id: str, region: str | None = None) -> Mapping[str, Sequence[Sheet]]:
            listed = {}
            for document, all_of_it in orders.get((kind, id, region), {}).items():
                shown = [order for order in all_of_it if order.lang in (lang, "both")]
                name = all_of_it[0].document.words(lang)(f"print.{document}.title")
                listed[name] = [Sheet(_label(catalogue, order, lang), order.path) for order in shown]
            return listed

        return found

    return {lang: of_language(lang) for lang in catalogue.languages}


def _label(catalogue: Catalogue, order: Order, lang: str) -> str:
    view = catalogue.view(lang)
    window = view.windows[order.subject.window].name if order.subject.window else ""
    place = view.regions[order.subject.place].short if order.subject.place and order.subject.kind != "service" else ""
    return " ".join(filter(None, (window, place, order.size, words(lang)(f"print.q.languages.{order.lang}"))))
