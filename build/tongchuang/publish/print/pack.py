"""The inspection pack of a place (检查包): its wall list, then every sheet on it, as one PDF in the order of the list.

A centre prints it itself, so each sheet is in the size for an office printer where it comes in one; what is made larger
goes to a print shop as pictures. A hub makes the packs of those places whose wall lists it prints.

What opens PDFs is imported where it is used: the site asks for the packs that there are, without the printers' libraries.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from ...catalogue import Catalogue, View
from ..artifact import Artifact
from . import worker
from .compose import Composer, Order, sheet_languages
from .document import Document, Subject
from .documents import documents
from .documents.walls.document import sheets
from .error import PrintError, withdrawn
from .text import tag

OFFICE = ("A4", "A5", "A6")  # what an office printer takes, the usual one first
LANG = "zh"  # what a hub makes packs in: who inspects reads Chinese
LIST = "walls"


def path(place: str, lang: str) -> str:
    """Where the pack of a place lies in a release."""
    return f"print/pack/{place}.{lang}.pdf"


def office_orders(catalogue: Catalogue, place: str, lang: str) -> list[Order]:
    """The wall list of a place and the sheets on it, for an office printer. KeyError for an unknown place."""
    return [
        Order(document, subject, _office(document), lang) for document, subject in _listed(catalogue.view("zh"), place)
    ]


def shop_orders(catalogue: Catalogue, place: str, lang: str) -> dict[int, Order]:
    """Those of the sheets that are made larger, in the usual size of a print shop, by their numbers on the wall list.

    KeyError for an unknown place.
    """
    return {
        number: Order(document, subject, size, lang)
        for number, (document, subject) in enumerate(_listed(catalogue.view("zh"), place))
        if (size := _shop(document))
    }


def made(catalogue: Catalogue, fonts: Path, place: str, lang: str) -> Iterator[Artifact]:
    """The pack of one place and the pictures for its shop, printed now: ``<place>.<lang>.pdf``, and in the folder
    ``shop`` each page of each larger sheet, named by its number on the wall list.

    KeyError for an unknown place or language, PrintError for a sheet that would come out wrong and for a withdrawn place.
    """
    from .raster import pictures

    if lang not in sheet_languages(catalogue):
        raise KeyError(lang)
    office, shop = office_orders(catalogue, place, lang), shop_orders(catalogue, place, lang)
    if ended := office[0].subject.ended(catalogue.view("zh")):
        raise PrintError(LIST, place, lang, "withdrawn", *withdrawn(ended))
    wanted = {one.path: one for one in (*office, *shop.values())}
    jobs = Composer(catalogue).jobs(wanted.values())
    printed = {one.path: one.data for sheets in worker.run(jobs, fonts) for one in sheets}
    pack = bound(catalogue, office, printed)
    yield Artifact(PurePosixPath(pack.path).name, pack.data)
    for number, order in shop.items():
        for page, picture in enumerate(pictures(printed[order.path], "jpg"), 1):
            name = f"{number:02}-{order.document.name}-{order.subject.id}.{order.size}.{lang}-{page}.jpg"
            yield Artifact(f"shop/{name}", picture)


def bound(catalogue: Catalogue, orders: Sequence[Order], printed: Mapping[str, bytes]) -> Artifact:
    """The pack of a place, of its orders for an office printer as they were ``printed`` (bytes by path)."""
    from .bind import bind

    composer = Composer(catalogue)
    walls = orders[0]
    lang = sheet_languages(catalogue)[walls.lang][0]
    place = catalogue.view(lang).places[walls.subject.of]
    title = walls.document.words(lang)("print.walls.pack_of", name=place.name)
    titled = [(composer.title(one.document, one.subject, one.lang), printed[one.path]) for one in orders]
    return Artifact(path(place.code, walls.lang), bind(title, tag(lang), titled))


class Packs:
    """The packs of a hub: they take up its sheets as these are printed, and some that it prints for them alone."""

    def __init__(self, catalogue: Catalogue, orders: Sequence[Order]) -> None:
        self._catalogue = catalogue
        self._packs = [office_orders(catalogue, place, LANG) for place in places(orders)]
        wanted = {one.path: one for pack in self._packs for one in pack}
        known = {one.path for one in orders}
        self.further = [one for path, one in wanted.items() if path not in known]
        self._alone = wanted.keys() - known
        self._printed = dict.fromkeys(wanted, b"")

    def take(self, sheet: Artifact) -> Iterator[Artifact]:
        """The sheet itself, unless it is only for a pack."""
        if sheet.path in self._printed:
            self._printed[sheet.path] = sheet.data
        if sheet.path not in self._alone:
            yield sheet

    def bound(self) -> Iterator[Artifact]:
        """The packs, once every sheet was taken."""
        for pack in self._packs:
            yield bound(self._catalogue, pack, self._printed)


def places(orders: Iterable[Order]) -> list[str]:
    """The places that have a pack among the sheets that a hub prints: those with a wall list."""
    return [one.subject.of for one in orders if one.document.name == LIST and one.lang == LANG]


def _listed(view: View, place: str) -> Iterator[tuple[Document, Subject]]:
    walls = documents()[LIST]
    yield walls, walls.subject(view, place, None, None)
    yield from sheets(view, view.places[place])


def _office(document: Document) -> str:
    return next((size for size in OFFICE if size in document.sizes), document.sizes[0])


def _shop(document: Document) -> str | None:
    return next((size for size in document.sizes if size.partition("-")[0] not in OFFICE), None)
