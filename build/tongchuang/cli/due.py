"""What starts, ends or is due for review from today on: services, policies, forms, amounts, exceptions, partner
organisations, notices, and the working-day calendar of the year to come. Overdue reviews come first.

    2027-05-21  待复核  表格  欠薪投诉登记表  劳动保障监察机构
        content/forms/wage-complaint.yaml:32

Exit status: 0 (also when something is due), 1 the content has errors, 2 could not run.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date

from .. import schemas
from ..catalogue import View
from ..catalogue.due import Due, Event, due
from ..model.finding import Bilingual
from ..publish.export.table import Table, encode
from . import add_as_of, message_language
from ._findings import Refused, opened

HELP = Bilingual("近期生效、到期和该复核的", "what starts, ends or is due for review soon")

_MOST_DAYS = 3660
_EVENTS: dict[Event, Bilingual] = {
    "starts": Bilingual("生效", "starts"),
    "ends": Bilingual("到期", "ends"),
    "review": Bilingual("待复核", "review"),
    "missing": Bilingual("尚缺", "missing"),
}
_COLUMNS = {
    "day": Bilingual("日期", "day"),
    "event": Bilingual("事由", "event"),
    "kind": Bilingual("种类", "kind"),
    "id": Bilingual("编号", "id"),
    "name": Bilingual("名称", "name"),
    "region": Bilingual("地区", "region"),
    "department": Bilingual("部门", "department"),
    "path": Bilingual("文件", "file"),
    "line": Bilingual("行", "line"),
}


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``due``."""
    parser.add_argument(
        "--within", type=_days, default=60, metavar="DAYS", help="今后多少天（默认 60） · days ahead (default: 60)"
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "csv"),
        default="text",
        help="输出格式；csv 可以用 Excel 打开 · output format; csv opens in Excel",
    )
    parser.add_argument(
        "--by-department",
        action="store_true",
        help="按部门分开列（text），附上负责审的小组 · list it by department (text), with the team that reviews",
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="语言 · language")
    add_as_of(parser)


def run(args: argparse.Namespace) -> int:
    """Print what is due, by day."""
    try:
        sources, catalogue, day = opened(args)
    except Refused:
        return 1
    lang = message_language(args)
    view = catalogue.views.get(lang, catalogue.view(catalogue.languages[0]))
    found = due(sources, catalogue, args.within)
    if args.format == "json":
        report = {"as_of": day.isoformat(), "within": args.within, "items": [asdict(event) for event in found]}
        print(json.dumps(report, ensure_ascii=False, indent=1))
    elif args.format == "csv":
        sys.stdout.write(encode(_table(found, view, lang)).decode())
    elif args.by_department and found:
        _print_by_department(found, view, lang, day)
    else:
        _print(found, view, lang, day)
    return 0


def _print_by_department(found: Sequence[Due], view: View, lang: str, day: date) -> None:
    """Each department with its team and what is its; last what no department has."""
    for id_ in (*view.departments, None):
        if own := [event for event in found if event.department == id_]:
            name = view.departments[id_].name if id_ else Bilingual("其余", "All others").in_language(lang)
            teams = [one.team for one in view.hub.reviewers if one.department == id_ and (id_ or not one.region)]
            print(" ".join([f"── {name} ({len(own)})", *teams]))
            _print(own, view, lang, day)


def _print(found: Iterable[Due], view: View, lang: str, day: date) -> None:
    nothing = True
    for event in found:
        nothing = False
        row = _row(event, view, lang)
        late = (day - date.fromisoformat(event.day)).days
        overdue = Bilingual(f"（已过 {late} 天）", f" ({late} days ago)").in_language(lang) if late > 0 else ""
        words = [row["event"], row["kind"], row["name"], row["region"], row["department"]]
        print("  ".join([event.day + overdue, *(word for word in words if word)]))
        print(f"    {event.path}:{event.line}")
    if nothing:
        print(Bilingual("这段时间里没有要办的。", "Nothing is due in these days.").in_language(lang))


def _table(found: Iterable[Due], view: View, lang: str) -> Table:
    heading = tuple(title.in_language(lang) for title in _COLUMNS.values())
    rows = (_row(event, view, lang) for event in found)
    return Table("due", heading, tuple(tuple(row[key] for key in _COLUMNS) for row in rows))


def _row(event: Due, view: View, lang: str) -> dict[str, str]:
    """An event in words, by column."""
    return {
        "day": event.day,
        "event": _EVENTS[event.event].in_language(lang),
        "kind": _kind(event).in_language(lang),
        "id": event.id,
        "name": event.name.in_language(lang),
        "region": view.regions[event.region].short if event.region else "",
        "department": view.departments[event.department].name if event.department else "",
        "path": event.path,
        "line": str(event.line),
    }


def _kind(event: Due) -> Bilingual:
    if event.kind == "local":
        return Bilingual("例外", "Exception")
    node = schemas.schema(event.kind)
    return Bilingual(node["title"], node["x-en"])


def _days(text: str) -> int:
    if text.isdecimal() and int(text) <= _MOST_DAYS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text}: 请写 0 到 {_MOST_DAYS} 的数 · write a number from 0 to {_MOST_DAYS}")
