"""Which sheets are printed: a hub's own set, or one that somebody asks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ...catalogue import Catalogue
from ..artifact import Artifact
from . import check_page, worker
from .cache import Cache, Printed
from .compose import Composer, Layout, Order, sheet_languages
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
    catalogue: Catalogue,
    fonts: Path,
    cache: Path | None = None,
    report: Callable[[Progress], None] = lambda progress: None,
) -> Iterator[Artifact]:
    """The hub's default set: all notices, and boards and signs of its print county, in every sheet language.

    A hub that isn't a sample gets the pages behind the QR codes too. ``fonts`` is the folder of the font
    files; ``cache`` is one for finished sheets, which are printed once. Raises PrintError for the first sheet
    that would come out wrong.
    """
    orders = default_orders(catalogue)
    composer = Composer(catalogue)
    yield from _print(composer, orders, fonts, Cache(cache, fonts) if cache else None, report)
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
    (printed,) = _print(Composer(catalogue), [order], fonts, None, lambda progress: None)
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
    composer: Composer, orders: list[Order], fonts: Path, cache: Cache | None, report: Callable[[Progress], None]
) -> Iterator[Artifact]:
    layouts = composer.layouts(orders)
    done = 0
    for sheets in finished(layouts, fonts, cache):
        for one in sheets:
            done += 1
            report(Progress(done, len(orders), one.path, one.step, one.own_step))
            yield Artifact(one.path, one.data)
    if cache:
        cache.forget_others(layouts)


def finished(layouts: list[Layout], fonts: Path, cache: Cache | None) -> Iterator[list[Printed]]:
    """The sheets of the layouts: what the cache has, and then what had to be printed."""
    wanted = []
    for layout in layouts:
        known = cache.known(layout) if cache else []
        paths = {one.path for one in known}
        if left := [sheet for sheet in layout.sheets if sheet.path not in paths]:
            wanted.append(replace(layout, sheets=left))
        yield known
    for layout, printed in zip(wanted, worker.run(wanted, fonts), strict=True):
        if cache:
            cache.keep(layout, printed)
        yield printed
