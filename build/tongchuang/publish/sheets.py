"""What was printed, for the pages that lead to it: the site does not know the printers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from ..catalogue import Catalogue, View
from ..load.sources import Kind
from .hung import Walls
from .print import pack, phrases
from .print.compose import Order, sheet_languages
from .print.document import Document
from .print.documents import documents
from .print.orders import Of, default_orders, orders_of_records
from .site.printed import KindOfSheet, Printed, Sheet
from .words import Words, words


def sheets(
    catalogue: Catalogue,
    sizes: Mapping[str, int] = MappingProxyType({}),
    pictures: Mapping[str, tuple[int, int]] = MappingProxyType({}),
) -> Mapping[str, Printed]:
    """The sheets of a hub for each language: those in the language and those in two; and the inspection packs.

    ``sizes`` are the bytes of the files that are printed already, by path, ``pictures`` the width and height of the
    small pictures among them. A language that no sheet is printed in has no words for the documents either: they keep
    their Chinese names.
    """
    orders = orders_of_records(catalogue)
    packs = {code: pack.path(code, pack.LANG) for code in pack.places(default_orders(catalogue))}
    original, named = catalogue.languages[0], sheet_languages(catalogue)
    found = {}
    for lang in catalogue.languages:
        view, say = catalogue.view(lang), documents()[pack.LIST].words(lang if lang in named else original)
        printed = replace(_printed(view, say, orders), hung=Walls(catalogue, view, say, orders, pictures).at)
        found[lang] = _with_packs(printed, say, packs, sizes)
    return found


def _with_packs(printed: Printed, say: Words, packs: Mapping[str, str], sizes: Mapping[str, int]) -> Printed:
    """With the pack of each place that has one, first among its sheets."""
    label = say(f"print.q.languages.{pack.LANG}")
    files, packed = dict(printed.files), {}
    for code, path in packs.items():
        of: tuple[Kind, str, None] = ("place", code, None)
        packed[code] = Sheet(label, path, -(-sizes[path] // 1000) if path in sizes else None)
        files[of] = {say("print.walls.pack"): [packed[code]], **files[of]}
    return replace(printed, files=files, bound=packed)


def _printed(view: View, say: Words, orders: Mapping[Of, Mapping[str, Sequence[Order]]]) -> Printed:
    def said(document: Document, key: str) -> str:
        return say(f"print.{document.name}.{key}")

    known = documents()
    files = {
        of: {said(known[name], "title"): _shown(view, found) for name, found in printed.items()}
        for of, printed in orders.items()
    }
    kinds = tuple(
        KindOfSheet(
            said(document, "title"),
            said(document, "purpose"),
            tuple(phrases.paper(size, say) for size in document.sizes),
            document.about,
            tuple(
                (kind, id_, _named(view, kind, id_))
                for (kind, id_, region), printed in orders.items()
                if document.name in printed and kind != "place" and region is None
            ),
        )
        for document in known.values()
    )
    return Printed(files, kinds)


def _shown(view: View, orders: Sequence[Order]) -> list[Sheet]:
    return [Sheet(_label(view, order), order.path) for order in orders if order.lang in (view.lang, "both")]


def _named(view: View, kind: Kind, id_: str) -> str:
    record = view.record(kind, id_)
    return str(getattr(record, "name", "") or record.title)


def _label(view: View, order: Order) -> str:
    subject = order.subject
    window = view.windows[subject.window].name if subject.window else ""
    place = view.regions[subject.place].short if subject.place and subject.kind != "service" else ""
    say = words(view.lang)
    language = say(f"print.q.languages.{order.lang}")
    return " ".join(filter(None, (window, place, phrases.paper(order.size, say), language)))
