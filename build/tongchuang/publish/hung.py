"""What hangs at a place, in the order of its wall list, with the files that a hub prints of each sheet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from ..catalogue import Catalogue, View
from ..model.place import Place
from .print import phrases, thumbnail
from .print.compose import Composer, Order
from .print.document import Document, Subject
from .print.documents.walls.document import called, sheets
from .print.orders import Of
from .site.printed import File, Hung, KindHung, Picture
from .words import Words, words


class Walls:
    """The walls and counters of places, in the language of a ``view`` and with the documents' ``say``.

    ``orders`` are what the hub prints; ``pictures`` the width and height of the small pictures that there are, by path.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        view: View,
        say: Words,
        orders: Mapping[Of, Mapping[str, Sequence[Order]]],
        pictures: Mapping[str, tuple[int, int]],
    ) -> None:
        self._composer = Composer(catalogue)
        self._view, self._say, self._orders, self._pictures = view, say, orders, pictures

    def at(self, code: str) -> Iterator[KindHung]:
        """The sheets at a place by kind, those that the hub doesn't print among them."""
        view, place = self._view, self._view.places[code]
        for document, found in groupby(sheets(view, place), key=itemgetter(0)):
            yield KindHung(
                document.name,
                self._say(f"print.{document.name}.title"),
                tuple(
                    Hung(self._name(document, place, subject), tuple(self._files(document, subject)))
                    for _, subject in found
                ),
            )

    def _name(self, document: Document, place: Place, subject: Subject) -> str:
        """What a sheet is called; one about the whole place by its kind, as its name is no help but before the wall."""
        if subject == Subject("place", place.code):
            return self._say(f"print.{document.name}.title")
        return called(self._view, self._say, document, place, subject)

    def _files(self, document: Document, subject: Subject) -> Iterator[File]:
        region = subject.place if subject.kind == "service" else None
        orders = self._orders.get((subject.kind, subject.of, region), {}).get(document.name, ())
        # A text for the wall is printed once for all places, without the name of one.
        alike = (subject, replace(subject, place=None))
        for order in orders:
            if order.subject in alike and order.lang in (self._view.lang, "both"):
                yield File(
                    order.path,
                    phrases.paper(order.size, self._say),
                    words(self._view.lang)(f"print.q.languages.{order.lang}"),
                    self._composer.edition(document, order.subject, order.lang),
                    self._picture(order.path),
                )

    def _picture(self, sheet: str) -> Picture | None:
        path = thumbnail.path(sheet)
        return Picture(path, *self._pictures[path]) if path in self._pictures else None
