"""The page that a sheet's QR opens: whether the sheet is up to date, and where the current text is.

One page stands for all languages and sizes of a sheet. It says "up to date" only after fetching the current
editions afresh; without a script it shows them to compare by eye. A sheet of what was withdrawn has no
current edition, and the page says so.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ...catalogue import Catalogue
from ..address import address
from ..artifact import Artifact
from .compose import Composer, Order
from .document import Document, Subject
from .text import tag

_FOLDER = Path(__file__).parent
_TEMPLATES = Environment(
    loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
SCRIPT = "q/check.js"


def pages(catalogue: Catalogue, composer: Composer, orders: Iterable[Order]) -> Iterator[Artifact]:
    """The page and the current editions of every sheet ordered, and the script that compares them."""
    yield Artifact(SCRIPT, (_FOLDER / "check.js").read_bytes())
    langs_of: dict[tuple[str, Subject], dict[str, None]] = {}
    documents: dict[str, Document] = {}
    for order in orders:
        documents[order.document.name] = order.document
        langs_of.setdefault((order.document.name, order.subject), {})[order.lang] = None
    for (name, subject), langs in langs_of.items():
        document = documents[name]
        folder = f"q/{document.sheet_id(subject)}"
        ended = subject.ended(catalogue.view("zh"))
        editions = {} if ended else {lang: composer.edition(document, subject, lang) for lang in langs}
        yield Artifact(f"{folder}/index.html", _page(catalogue, document, subject, editions).encode())
        yield Artifact(f"{folder}/editions.json", json.dumps(sorted(editions.values())).encode())


def _page(catalogue: Catalogue, document: Document, subject: Subject, editions: dict[str, str]) -> str:
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
                "url": f"../../{lang}/{address(subject.kind, subject.of, region)}",
                "revisions": [(say.date(r.date), r.zh if lang == "zh" else r.en) for r in reversed(revisions)],
            }
        )
    return _TEMPLATES.get_template("check.html").render(parts=parts, publisher=catalogue.view("zh").hub.publisher)
