"""The page that a sheet's QR opens: whether the sheet is up to date, and where the current text is.

One page stands for all languages and sizes of a sheet. It says "up to date" only after fetching the current
editions afresh; without a script it shows them to compare by eye. A sheet of what was withdrawn has no
current edition, and the page says so.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ...catalogue import Catalogue
from ..address import address
from ..artifact import Artifact
from ..frame import Frame
from .compose import Composer, Order
from .document import Document, Subject
from .orders import default_orders
from .text import tag
from .thumbnail import path

_FOLDER = Path(__file__).parent
_TEMPLATES = Environment(
    loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_ROOT = "../../"


def pages(
    catalogue: Catalogue,
    composer: Composer,
    orders: Iterable[Order],
    frame: Frame,
    pictures: Mapping[str, tuple[int, int]] = MappingProxyType({}),
) -> Iterator[Artifact]:
    """The page and the current editions of every sheet ordered; ``frame`` makes it one of the site's pages.

    ``pictures`` are width and height of the small pictures of sheets, by path.
    """
    printed = {order.path for order in default_orders(catalogue)}
    orders_of: dict[tuple[str, Subject], list[Order]] = {}
    for order in orders:
        orders_of.setdefault((order.document.name, order.subject), []).append(order)
    for (_, subject), ordered in orders_of.items():
        document = ordered[0].document
        folder = f"q/{document.sheet_id(subject)}"
        ended = subject.ended(catalogue.view("zh"))
        langs = dict.fromkeys(order.lang for order in ordered)
        editions = {} if ended else {lang: composer.edition(document, subject, lang) for lang in langs}
        sheets = [order for order in ordered if order.path in printed]
        picture = next(((at, *pictures[at]) for one in sheets if (at := path(one.path)) in pictures), None)
        page = _page(catalogue, document, subject, editions, sheets, frame, picture)
        yield Artifact(f"{folder}/index.html", page.encode())
        yield Artifact(f"{folder}/editions.json", json.dumps(sorted(editions.values())).encode())


def _page(
    catalogue: Catalogue,
    document: Document,
    subject: Subject,
    editions: dict[str, str],
    sheets: list[Order],
    frame: Frame,
    picture: tuple[str, int, int] | None,
) -> str:
    parts = []
    for lang in catalogue.languages:
        view, say = catalogue.view(lang), document.words(lang)
        region = subject.place if subject.kind == "service" else None
        ended = subject.ended(view)
        revisions = getattr(subject.record(view), "revisions", ())
        parts.append(
            {
                "lang": lang,
                "tag": tag(lang),
                "say": say,
                "title": document.title(view, say, subject),
                "editions": [(say(f"print.q.languages.{one}"), number) for one, number in editions.items()],
                "ended": ended and say("print.q.ended", date=say.date(ended.date)),
                "why": ended.why if ended else "",
                "url": f"{_ROOT}{lang}/{address(subject.kind, subject.of, region)}",
                "sheets": [(f"{o.size} {say(f'print.q.languages.{o.lang}')}", o.path) for o in sheets],
                "revisions": [(r.id, say.date(r.date), r.zh if lang == "zh" else r.en) for r in reversed(revisions)],
            }
        )
    return _TEMPLATES.get_template("check.html").render(
        parts=parts,
        picture=picture,
        hub=catalogue.view("zh").hub,
        frame=frame,
        root=_ROOT,
        assets=_ROOT + frame.assets,
    )
