"""The list of sheets to replace, for ``print --due``."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ..catalogue import Catalogue, resolve
from ..catalogue.revisions import changed_fields
from ..check import check
from ..load.history import NoBase, load_at
from ..model.finding import Bilingual
from ..publish.export.table import Table, encode
from . import CannotRun, day_of, message_language, project_of
from ._sheets import not_printed
from ._texts import put_file

if TYPE_CHECKING:
    from ..publish.print.due import Outdated

_DAYS = 90
_COLUMNS = (
    Bilingual("区划代码", "code"),
    Bilingual("地方", "place"),
    Bilingual("换哪一张", "sheet"),
    Bilingual("旧版本", "old edition"),
    Bilingual("新版本", "new edition"),
    Bilingual("为什么", "why"),
)


def print_due(args: argparse.Namespace, catalogue: Catalogue) -> int:
    """Write the list to standard output, as text or CSV, or as a PDF to tick. CannotRun for what can't be compared."""
    lang = message_language(args)
    places = catalogue.view("zh").places
    if args.place and args.place not in places:
        raise CannotRun(Bilingual(f"没有“{args.place}”。", f"There is no {args.place!r}."))
    found = _found(args, catalogue, [args.place] if args.place else list(places))
    if args.format == "pdf":
        return _tick_list(args, catalogue, list(found), lang)
    rows = _rows(found, catalogue, lang)
    titles = tuple(title.in_language(lang) for title in _COLUMNS)
    if args.format == "csv":
        sys.stdout.write(encode(Table("due", titles, tuple(rows))).decode())
        return 0
    count, last = 0, ""
    for code, place, sheet, was, now, why in rows:
        count += 1
        if code != last:
            print(f"{code} {place}")
        last = code
        print(f"    {sheet}  {was or '—'} → {now}\n        {why}")
    _count(count, lang)
    return 0


def _found(args: argparse.Namespace, catalogue: Catalogue, places: list[str]) -> Iterator["Outdated"]:
    from ..publish.print import due

    day, asked = day_of(args), _since(args)
    try:
        return due.since_day(catalogue, date.fromisoformat(asked).isoformat(), places, args.lang)
    except ValueError:
        pass
    try:
        base = load_at(project_of(args), asked)
    except NoBase as problem:
        raise CannotRun(problem.message) from None
    if any(finding.severity == "error" for finding in check(base.sources, day)):
        raise CannotRun(
            Bilingual(
                f"版本 {asked} 的内容有错误，没法比较。请换一个检查通过的版本。",
                f"The content at {asked} has errors, so it can't be compared. Name a revision that passes the check.",
            )
        )
    return due.since(resolve(base.sources, day), catalogue, places, args.lang)


def _since(args: argparse.Namespace) -> str:
    return args.since or (day_of(args) - timedelta(days=_DAYS)).isoformat()


def _tick_list(args: argparse.Namespace, catalogue: Catalogue, found: list["Outdated"], lang: str) -> int:
    """Write the lists of all places with something to replace as one PDF; none if there is nothing."""
    from ..publish.print import FONTS, PrintError
    from ..publish.print.due_list import pdf

    if found:
        target: Path = args.output or Path(f"due-{args.place or 'all'}.{args.lang}.pdf")
        try:
            put_file(target, pdf(catalogue, FONTS, found, _since(args), args.lang))
        except PrintError as problem:
            raise not_printed(problem) from problem
        print(Bilingual(f"已写好 {target}", f"Written to {target}").in_language(lang))
    _count(len(found), lang)
    return 0


def _count(sheets: int, lang: str) -> None:
    print(Bilingual(f"要换 {sheets} 张。", f"{sheets} sheets to replace.").in_language(lang))


def _rows(found: Iterable["Outdated"], catalogue: Catalogue, lang: str) -> Iterator[tuple[str, ...]]:
    view = catalogue.views.get(lang, catalogue.view("zh"))
    new = Bilingual("新的", "new").in_language(lang)
    for one in found:
        why = [
            f"{kind} {id_}: {', '.join(changed_fields(revisions)) or new} ({revisions[-1].date})"
            for (kind, id_), revisions in one.why.items()
        ]
        if not why and one.was is None:
            why = [Bilingual("新的一张", "a new sheet").in_language(lang)]
        title = one.document.title(view, one.document.words(lang), one.subject)
        told = "; ".join(why) or Bilingual("显示的内容变了", "what it shows has changed").in_language(lang)
        yield one.place, view.places[one.place].name, title, one.was or "", one.edition, told
