"""The list of what to replace as paper: for each place a sheet with boxes to tick, bound into one PDF."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from ...catalogue import Catalogue, View
from ...load.sources import Kind
from ...model.common import Revision
from ..words import Words
from . import worker
from .bind import bind
from .compose import Composer, Order, sheet_languages
from .document import Facts, Subject
from .documents.due.document import listing
from .documents.walls.document import called, papers
from .due import Outdated
from .text import tag

# Of so many records a row tells what changed; of more it names them, and of more still it says how many.
TOLD, NAMED = 2, 8


def pdf(catalogue: Catalogue, fonts: Path, found: Iterable[Outdated], since: str, lang: str) -> bytes:
    """The lists of all places with something to replace, in their order; ``since`` is an ISO date or a Git revision.

    Raises PrintError for a list that would come out wrong; there must be something to replace.
    """
    orders = [
        Order(listing(partial(_groups, list(group)), since), Subject("place", place), "A4", lang)
        for place, group in groupby(found, attrgetter("place"))
    ]
    jobs = Composer(catalogue).jobs(orders)
    printed = [one for sheets in worker.run(jobs, fonts) for one in sheets]
    first = sheet_languages(catalogue)[lang][0]
    titles = [copy.title for job in jobs for copy in job.copies]
    title = titles[0] if len(titles) == 1 else orders[0].document.words(first)("print.due.title")
    return bind(title, tag(first), list(zip(titles, (one.data for one in printed), strict=True)))


def _groups(found: Sequence[Outdated], view: View, words: Words) -> list[Facts]:
    return [
        {
            "kind": words(f"print.{document.name}.title"),
            "papers": papers(document, words),
            "sheets": [
                {
                    "name": called(view, words, document, view.places[one.place], one.subject),
                    "why": _why(one, view, words),
                    "first": _new(one, view),
                    "was": one.was or ("—" if _new(one, view) else ""),
                    "now": one.edition,
                }
                for one in sheets
            ],
        }
        for document, sheets in groupby(found, attrgetter("document"))
    ]


def _why(one: Outdated, view: View, words: Words) -> str:
    if _new(one, view):
        return words("print.due.new")
    if not one.why:
        return words("print.due.otherwise")
    if len(one.why) > NAMED:
        return words("print.due.counted_changes", n=len(one.why))
    if len(one.why) > TOLD:
        names = words("print.list_join").join(_name(view, *record) for record in one.why)
        return words("print.due.many", names=names)
    return words("print.due.and").join(
        words("print.due.one", name=_name(view, *record), date=words.date(revision.date), note=_note(revision, view))
        for record, revisions in one.why.items()
        for revision in revisions[-1:]
    )


def _new(one: Outdated, view: View) -> bool:
    """Whether there was no such sheet before: none hung there, or what it is of was first written since."""
    own = one.why.get((one.subject.kind, one.subject.of), ())
    return one.new or (bool(own) and view.collection(one.subject.kind)[one.subject.of].revisions[0] in own)


def _name(view: View, kind: Kind, id_: str) -> str:
    record = view.collection(kind)[id_]
    return str(getattr(record, "name", "") or record.title)


def _note(revision: Revision, view: View) -> str:
    return revision.zh if view.lang == "zh" else revision.en
