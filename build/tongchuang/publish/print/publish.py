"""Printing: a hub's own set of sheets, or one that somebody asks for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path
from types import MappingProxyType

from ...catalogue import Catalogue
from ...catalogue.answers import Answers
from ...collector import uncollected
from ..artifact import Artifact
from ..frame import Frame
from . import check_page, thumbnail, worker
from .cache import Cache, Printed
from .compose import BATCH, Composer, Copy, Job, Order, batches, sheet_languages
from .documents import documents
from .error import PrintError, withdrawn
from .index import index
from .orders import default_orders, orders_ever, standard_orders
from .pack import Packs

PART = 3 * BATCH  # sheets of one job that go to a process together, so that all have some of a long one


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
    frame: Frame,
    cache: Path | None = None,
    report: Callable[[Progress], None] = lambda progress: None,
) -> Iterator[Artifact]:
    """The hub's default set: the sheets that each of its documents has by default, in every sheet language, and packs.
    Beside each sheet lies its small picture.

    A hub that isn't a sample gets the pages behind the QR codes too, in the ``frame`` of the site. ``fonts`` is the
    folder of the font files; ``cache`` is one for finished sheets, which are printed once. Raises PrintError for the
    first sheet that would come out wrong.
    """
    orders = default_orders(catalogue)
    composer = Composer(catalogue)
    packs = Packs(catalogue, orders)
    jobs = composer.jobs([*orders, *packs.further])
    made = []
    pictures: dict[str, tuple[int, int]] = {}
    for one in _print(jobs, fonts, Cache(cache, fonts) if cache else None, report, pictured=True):
        for taken in packs.take(Artifact(one.path, one.data)):
            made.append(replace(one, data=b"", picture=b""))
            picture = Artifact(thumbnail.path(one.path), one.picture)
            pictures[picture.path] = thumbnail.measured(picture.data)
            yield taken
            yield picture
    yield from packs.bound()
    yield index(jobs, made, pictured=True)
    if not catalogue.view("zh").hub.sample:
        yield from check_page.pages(catalogue, composer, orders_ever(catalogue), frame, pictures)


def sheet(
    catalogue: Catalogue,
    fonts: Path,
    document: str,
    of: str,
    *,
    place: str | None = None,
    window: str | None = None,
    answers: Answers = (),
    size: str | None = None,
    lang: str = "zh",
) -> Artifact:
    """One sheet ``of`` a record of the kind that the document is about. ``size`` is its first if None.

    With ``answers`` it is what they leave of a notice; nothing of it is cached.

    Raises KeyError (with the unknown value) for a document, record, place, window, size or language that
    isn't there, PrintError for a sheet that would come out wrong or is of something withdrawn.
    """
    kind = documents()[document]
    size = size or kind.sizes[0]
    for value, known in ((size, kind.sizes), (lang, sheet_languages(catalogue))):
        if value not in known:
            raise KeyError(value)
    order = Order(kind, kind.subject(catalogue.view("zh"), of, place, window, answers), size, lang)
    if ended := order.subject.ended(catalogue.view("zh")):
        raise PrintError(document, order.subject.id, lang, "withdrawn", *withdrawn(ended))
    (printed,) = _print(Composer(catalogue).jobs([order]), fonts, None, lambda progress: None)
    return Artifact(printed.path, printed.data)


def network(
    catalogue: Catalogue,
    fonts: Path,
    lang: str,
    cache: Path,
    report: Callable[[Progress], None],
    had: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Artifact]:
    """The standard set of the whole network (see ``standard_orders``) in a language, and last its index.

    ``had`` are the hashes (SHA-256) of the sheets, by path, that whoever asks for the set has: what is still so and in
    the ``cache`` isn't given again.

    Raises KeyError for a language that no sheet is printed in, PrintError for the first sheet that would come out wrong.
    """
    if lang not in sheet_languages(catalogue):
        raise KeyError(lang)
    with uncollected():
        jobs = Composer(catalogue).jobs(standard_orders(catalogue, lang))
    made = []
    for one in _print(jobs, fonts, Cache(cache, fonts), report, had=had):
        made.append(replace(one, data=b""))
        if one.data:
            yield Artifact(one.path, one.data)
    yield index(jobs, made)


def _print(
    jobs: list[Job],
    fonts: Path,
    cache: Cache | None,
    report: Callable[[Progress], None],
    pictured: bool = False,
    had: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Printed]:
    total = sum(len(job.copies) for job in jobs)
    done = 0
    for sheets in finished(jobs, fonts, cache, pictured, had):
        for one in sheets:
            done += 1
            report(Progress(done, total, one.path, one.step, one.own_step))
            yield one
    if cache:
        cache.forget_others(jobs)


def finished(
    jobs: list[Job],
    fonts: Path,
    cache: Cache | None,
    pictured: bool = False,
    had: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[list[Printed]]:
    """The sheets of the jobs, ``pictured`` or not as all in a cache are: what it has, without the data of what whoever
    asks ``had`` (see ``Cache.known``), and then what had to be printed."""
    wanted = []
    for job in jobs:
        left: list[Copy] = []
        for copies, known in zip(batches(job.copies), cache.known(job, had) if cache else repeat([]), strict=False):
            if known:
                yield known
            else:
                left += copies
        wanted += [replace(job, copies=left[start : start + PART]) for start in range(0, len(left), PART)]
    for job, printed in zip(wanted, worker.run(wanted, fonts, pictured), strict=True):
        if cache:
            cache.keep(job, printed)
        yield printed
