"""Which sheets a hub prints of itself, and which of them are of a record."""

from collections.abc import Mapping

from ...catalogue import Catalogue
from ...load.sources import Kind
from .compose import Order, sheet_languages
from .defaults import services
from .document import Subject
from .documents import documents

# A kind of record, its id, and for a version of a service the region where it holds.
Of = tuple[Kind, str, str | None]


def default_orders(catalogue: Catalogue) -> list[Order]:
    """Every sheet that a hub prints of itself."""
    view = catalogue.view("zh")
    chosen = view.hub.prints or documents()
    return [
        order
        for order in orders_ever(catalogue)
        if order.document.name in chosen
        and order.document.by_default(view, order.subject, order.size)
        and not order.subject.ended(view)
    ]


def orders_ever(catalogue: Catalogue) -> list[Order]:
    """The sheets that a hub prints of itself, and those that it may have printed before: their QR codes hang on walls."""
    view = catalogue.view("zh")
    return [
        Order(document, subject, size, lang)
        for document in documents().values()
        for subject in document.defaults(view)
        for size in document.default_sizes or document.sizes
        for lang in sheet_languages(catalogue)
    ]


def standard_orders(catalogue: Catalogue, lang: str) -> list[Order]:
    """The standard set of the whole network: what every window needs, for an office printer, in one language.

    For each place its services board and wall list on A4, and each sign (of its windows, else its own) twice: for over
    the window on A4, for the desk on A5; for each service, and each region's own version, notice and process board.
    """
    view = catalogue.view("zh")
    known = documents()
    places = [Subject("place", place.code) for place in view.places.values()]
    signs = [subject for place in view.places.values() for subject in known["sign"].hangs(view, place)]
    set_ = (
        ("board", "A4", places),
        ("sign", "A4", signs),
        ("sign", "A5", signs),
        ("walls", "A4", places),
        ("notice", "A4", services(view)),
        ("process", "A4", services(view)),
    )
    return [
        Order(known[name], subject, size, lang)
        for name, size, subjects in set_
        for subject in subjects
        if not subject.ended(view)
    ]


def orders_of_records(catalogue: Catalogue) -> Mapping[Of, Mapping[str, list[Order]]]:
    """The sheets that a hub prints of each record, by the name of their document: what its page leads to."""
    found: dict[Of, dict[str, list[Order]]] = {}
    for order in default_orders(catalogue):
        subject = order.subject
        of = (subject.kind, subject.of, subject.place if subject.kind == "service" else None)
        found.setdefault(of, {}).setdefault(order.document.name, []).append(order)
    return found
