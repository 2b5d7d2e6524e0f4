"""From facts to markup: what the copies of a job share, and beside it what only the place of each changes."""

import base64
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..qr import svg
from .compose import Copy, Job
from .document import FOLDER
from .documents import document
from .prose import prose
from .text import Text, line, tag, together

_TEMPLATES = Environment(
    loader=FileSystemLoader([FOLDER, Path(__file__).parent]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
# What every band and the narrowest line with a publisher hold, in the size of their letters.
BAND = 29


@dataclass(frozen=True, slots=True)
class Sheet:
    """One copy; ``html`` is the markup of what only its place changes, None where nothing does.

    ``next`` is the head of each further page, None for a document that never has more than it was made for.
    ``facts`` are the words of ``html`` that must be in print, ``url`` is where the QR leads, empty without one.
    """

    subject: str
    path: str
    title: str
    html: str | None
    next: str | None = None
    facts: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Markup to lay out once, for all the sheets that share it; ``tag`` and ``kind`` are its language and class,
    ``facts`` the words that must be in print."""

    document: str
    size: str
    lang: str
    tag: str
    kind: str
    html: str
    sheets: list[Sheet]
    facts: tuple[str, ...] = ()


def layout(job: Job) -> Layout:
    """The markup of a job."""
    first = job.copies[0]
    alone = first.own is None
    paper = job.size.replace("-large", " large")
    kind = f"{job.document} {paper} {'both' if len(job.langs) > 1 else job.langs[0]}"
    foot = _foot(first) if alone else {}
    title = first.title if alone else ""
    values = {**together(job.langs, job.shared), **foot, "title": title, "kind": kind, "tag": tag(job.langs[0])}
    html = _markup("template.html", job, values)
    told = (*_leaves(job.shared, document(job.document).unprinted), *((first.edition,) if alone else ()))
    sheets = [_sheet(job, one) for one in job.copies]
    return Layout(job.document, job.size, job.lang, tag(job.langs[0]), kind, html, sheets, told)


def places(layout: Layout, sheets: Iterable[Sheet], further: bool) -> str:
    """What only the places of some sheets of a layout change, as one document with a page for each.

    With ``further`` pages, a second one for each: their head.
    """
    found = [html for sheet in sheets for html in (sheet.html, *((sheet.next,) if further else ())) if html]
    fragments = [Markup(html) for html in found]  # noqa: S704  rendered by this module, escaped
    return _TEMPLATES.get_template("places.html").render(tag=layout.tag, kind=layout.kind, places=fragments)


def _sheet(job: Job, copy: Copy) -> Sheet:
    if copy.own is None:
        return Sheet(copy.subject, copy.path, copy.title, None, url=copy.url)
    kind = document(job.document)
    values = {**together(job.langs, copy.own), **_foot(copy)}
    further = _markup("next.html", job, values) if kind.continues else None
    told = (*_leaves(copy.own, kind.unprinted), copy.edition)
    html = _markup("place.html", job, values)
    return Sheet(copy.subject, copy.path, copy.title, html, further, told, copy.url)


def _foot(copy: Copy) -> dict[str, str]:
    return {"edition": copy.edition, "qr": svg(copy.url) if copy.url else "", "url": copy.url}


def _markup(template: str, job: Job, values: Mapping[str, Any]) -> str:
    words = {lang: document(job.document).words(lang) for lang in job.langs}

    def say(key: str, **filled: object) -> Text:
        return Text(tuple((lang, words[lang](key, **filled)) for lang in job.langs))

    return _TEMPLATES.get_template(f"{job.document}/{template}").render(
        values,
        size=job.size,
        say=say,
        line=partial(line, job.langs),
        prose=prose,
        sample=job.sample,
        mark=f"data:image/png;base64,{base64.b64encode(job.mark).decode()}" if job.mark else "",
        publisher=together(job.langs, job.publisher),
        crowded=sum(map(_ems, job.publisher)) > BAND,
    )


def _ems(text: str) -> float:
    """About how wide bold words are, in their own size."""
    return sum(1 if unicodedata.east_asian_width(character) in "WF" else 0.58 for character in text)


def _leaves(facts: Any, unprinted: frozenset[str], path: str = "") -> Iterator[str]:
    """The words of facts, but for ids and those at the paths ``unprinted`` (keys joined by dots)."""
    if isinstance(facts, Mapping):
        for key, value in facts.items():
            below = f"{path}.{key}".lstrip(".")
            if key != "id" and below not in unprinted:
                yield from _leaves(value, unprinted, below)
    elif isinstance(facts, (list, tuple)):
        for value in facts:
            yield from _leaves(value, unprinted, path)
    elif isinstance(facts, str) and facts:
        yield facts
