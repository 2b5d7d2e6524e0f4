"""A service as it holds at a place, field by field; --why adds the rule and the file and line behind each.

tongchuang show wage-arrears-report --place 441602001 --why
"""

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from ..catalogue.provenance import Origin, trace
from ..model.finding import Bilingual
from . import CannotRun, add_as_of, message_language, project_of
from ._findings import Refused, opened

HELP = Bilingual("看一个事项在某地的内容和出处", "show a service at a place, and where each field comes from")


def add(parser: argparse.ArgumentParser) -> None:
    """Arguments of ``show``."""
    parser.add_argument("service", help="事项编号 · service id")
    parser.add_argument("--place", metavar="CODE", help="区划代码，6、9 或 12 位 · division code of 6, 9 or 12 digits")
    parser.add_argument("--why", action="store_true", help="每个栏目出自哪个文件哪一行 · where each comes from")
    parser.add_argument("--lang", choices=("zh", "en"), help="说明用的语言 · language of the messages")
    add_as_of(parser)


def run(args: argparse.Namespace) -> int:
    """Print the version in force."""
    try:
        sources, catalogue, _ = opened(args)
    except Refused:
        return 1
    project, view = project_of(args), catalogue.view("zh")
    if args.service not in view.services:
        known = "、".join(view.services)
        raise CannotRun(
            Bilingual(f"没有事项 {args.service}。有：{known}", f"There is no service {args.service}, but: {known}")
        )
    region = view.regions.get(args.place) if args.place else None
    if args.place and region is None:
        raise CannotRun(
            Bilingual(f"没有代码为 {args.place} 的地方。", f"There is no place with the code {args.place}.")
        )
    service = view.service(args.service, args.place)
    where = " › ".join(view.regions[code].short for code in region.chain[1:]) if region else ""
    heading = Bilingual(
        f"{service.name}（{service.id}）{'，' + where if where else '，标准内容'}",
        f"{service.name} ({service.id}){', ' + where if where else ', standard version'}",
    )
    print(heading.in_language(message_language(args)))
    for origin in trace(sources, catalogue, args.service, args.place):
        _print(origin, project.shown if args.why else None)
    return 0


def _print(origin: Origin, shown: Callable[[str], str] | None) -> None:
    value: Any = origin.value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    sys.stdout.write(f"  {origin.field}: {text}\n")
    if shown:
        sys.stdout.write(f"      [{origin.rule}] {shown(origin.path)}:{origin.line}\n")
