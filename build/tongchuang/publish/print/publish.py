"""Which sheets are printed: a hub's own set, or one that somebody asks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ...catalogue import Catalogue
from ..artifact import Artifact
from . import check_page, worker
from .compose import Composer, Order, sheet_languages
from .documents import documents
from .error import PrintError, withdrawn


@dataclass(frozen=True, slots=True)
class Progress:
    """A sheet has been printed: the ``done``-th of ``total``, at these steps of its ladders."""

    done: int
    total: int
    path: str
    step: str
    own_step: str | None


def publish(
    catalogue: Catalogue, fonts: Path, report: Callable[[Progress], None] = lambda progress: None
) -> Iterator[Artifact]:
    """The hub's default set: all notices, and boards and signs of its print county, in every sheet language.

    A hub that isn't a sample gets the pages behind the QR codes too. ``fonts`` is the folder of the font
    files. Raises PrintError for the first sheet that would come out wrong.
    """
    orders = default_orders(catalogue)
    composer = Composer(catalogue)
    yield from _print(composer, orders, fonts, report)
    if not catalogue.view("zh").hub.sample:
        yield from check_page.pages(catalogue, composer, orders_ever(catalogue))


def sheet(
    catalogue: Catalogue,
    fonts: Path,
    document: str,
    *,
    place: str | None = None,
    service: str | None = None,
    window: str | None = None,
    size: str | None = None,
    lang: str = "zh",
) -> Artifact:
    """One sheet. ``size`` is the document's first if None.

    Raises KeyError (with the unknown value) for a document, place, service, window, size or language that
    isn't there, PrintError for a sheet that would come out wrong or is of something withdrawn.
    """
    kind = documents()[document]
    size = size or kind.sizes[0]
    for value, known in ((size, kind.sizes), (lang, sheet_languages(catalogue))):
        if value not in known:
            raise KeyError(value)
    order = Order(kind, kind.subject(catalogue.view("zh"), place, service, window), size, lang)
    if ended := order.subject.record(catalogue.view("zh")).withdrawn:
        raise PrintError(document, order.subject.id, lang, "withdrawn", *withdrawn(ended))
    (printed,) = _print(Composer(catalogue), [order], fonts, lambda progress: None)
    return printed


def default_orders(catalogue: Catalogue) -> list[Order]:
    """Every sheet that a hub prints of itself."""
    view = catalogue.view("zh")
    return [order for order in orders_ever(catalogue) if not order.subject.record(view).withdrawn]


def orders_ever(catalogue: Catalogue) -> list[Order]:
    """The sheets that a hub prints of itself, and those that it used to print of what was withdrawn."""
    view = catalogue.view("zh")
    return [
        Order(document, subject, size, lang)
        for document in documents().values()
        for subject in document.defaults(view)
        for size in document.sizes
        for lang in sheet_languages(catalogue)
    ]


def _print(
    composer: Composer, orders: list[Order], fonts: Path, report: Callable[[Progress], None]
) -> Iterator[Artifact]:
    done = 0
    for sheets in worker.run(composer.layouts(orders), fonts):
        for one in sheets:
            done += 1
            report(Progress(done, len(orders), one.path, one.step, one.own_step))
            yield Artifact(one.path, one.data)
