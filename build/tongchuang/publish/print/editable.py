"""The one-time notice and the guide of a service (办事指南) as a Word file to be edited, or as text to be pasted.

They show the facts of the notice. Where it is printed, the notice has its record to be filled in; a guide has none.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ...catalogue import Catalogue
from ...catalogue.answers import Answers
from .. import word
from .compose import Composer, sheet_languages
from .document import Subject
from .documents import documents
from .error import PrintError, withdrawn

Kind = Literal["notice", "guide"]
KINDS: tuple[Kind, ...] = ("notice", "guide")
_FOLDER = Path(__file__).parent / "documents" / "notice"


def as_word(
    catalogue: Catalogue, kind: Kind, service: str, place: str | None = None, answers: Answers = (), lang: str = "zh"
) -> bytes:
    """The Word file; it bears the day of the newest revision. In two languages one stands behind the other.

    KeyError for an unknown service, place or language, PrintError for a withdrawn service, pandoc.Failed or Stopped if
    it can't be written.
    """
    parts = _parts(catalogue, kind, service, place, answers, lang)
    day = datetime.fromisoformat(catalogue.view("zh").service(service, place).revisions[-1].date).replace(tzinfo=UTC)
    return word.written(_filled("word.html", kind, parts), sheet_languages(catalogue)[lang][0], int(day.timestamp()))


def as_text(
    catalogue: Catalogue, kind: Kind, service: str, place: str | None = None, answers: Answers = (), lang: str = "zh"
) -> str:
    """The plain text, for WeChat or a mail. KeyError and PrintError as for the Word file."""
    return _filled("plain.txt", kind, _parts(catalogue, kind, service, place, answers, lang))


def _parts(
    catalogue: Catalogue, kind: Kind, service: str, place: str | None, answers: Answers, lang: str
) -> list[Mapping[str, Any]]:
    """What the templates show, for each language of the file."""
    langs = sheet_languages(catalogue)[lang]
    view, notice, composer = catalogue.view("zh"), documents()["notice"], Composer(catalogue)
    subject: Subject = notice.subject(view, service, place, None, answers)
    if ended := subject.ended(view):
        raise PrintError(kind, subject.id, lang, "withdrawn", *withdrawn(ended))
    return [
        {
            "say": notice.words(one),
            "edition": composer.edition(notice, subject, one),
            "sample": view.hub.sample,
            "publisher": catalogue.view(one).hub.publisher,
            **composer.facts(notice, subject, one),
        }
        for one in langs
    ]


def _filled(template: str, kind: Kind, parts: list[Mapping[str, Any]]) -> str:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=template.endswith(".html"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(parts=parts, kind=kind)
