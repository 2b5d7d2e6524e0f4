"""From facts to markup: one layout for each distinct content, and beside it what only the place changes."""

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ...catalogue import Catalogue
from ..qr import svg
from ..words import words
from .document import FOLDER, OWN, Document, Facts, Subject
from .edition import edition, facts_of
from .prose import prose
from .qr import address
from .text import Text, line, tag, together

_TEMPLATES = Environment(
    loader=FileSystemLoader([FOLDER, Path(__file__).parent]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)
BATCH = 20  # places laid out together: faster than one by one, and their shared font subset stays small


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file to print; ``html`` is the markup of what only its place changes, None where nothing does.

    ``next`` is the head of each further page, None for a document that never has more than it was made for.
    ``facts`` are the words of ``html`` that must be in print, ``url`` is where the QR leads, empty without one;
    ``edition`` is what it bears.
    """

    subject: str
    path: str
    title: str
    html: str | None
    next: str | None = None
    facts: tuple[str, ...] = ()
    url: str = ""
    edition: str = ""


@dataclass(slots=True)
class Layout:
    """Markup to lay out once, for all the sheets that share it; ``tag`` and ``kind`` are its language and class,
    ``facts`` the words that must be in print."""

    document: str
    size: str
    lang: str
    tag: str
    kind: str
    html: str
    sheets: list[Sheet] = field(default_factory=list)
    facts: tuple[str, ...] = ()

    @property
    def batches(self) -> list[list[Sheet]]:
        """The sheets in groups whose own words are laid out together."""
        return [self.sheets[start : start + BATCH] for start in range(0, len(self.sheets), BATCH)]


def places(layout: Layout, sheets: Iterable[Sheet], further: bool) -> str:
    """What only the places of some sheets of a layout change, as one document with a page for each.

    With ``further`` pages, a second one for each: their head.
    """
    found = [html for sheet in sheets for html in (sheet.html, *((sheet.next,) if further else ())) if html]
    fragments = [Markup(html) for html in found]  # noqa: S704  rendered by this module, escaped
    return _TEMPLATES.get_template("places.html").render(tag=layout.tag, kind=layout.kind, places=fragments)


@dataclass(frozen=True, slots=True)
class Order:
    """One sheet that is wanted. ``lang`` is a language of the catalogue or ``both``."""

    document: Document
    subject: Subject
    size: str
    lang: str

    @property
    def path(self) -> str:
        """Where the sheet lies in a release."""
        return f"print/{self.document.name}/{self.subject.id}.{self.size}.{self.lang}.pdf"


def sheet_languages(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """What a sheet can be printed in: each language that ``print.q.languages`` names, as the pinned fonts have
    its script, and ``both``, Chinese above the second of them."""
    named = words(catalogue.languages[0]).table["print"]["q"]["languages"]
    printed = tuple(lang for lang in catalogue.languages if lang in named)
    found: dict[str, tuple[str, ...]] = {lang: (lang,) for lang in printed}
    return {**found, "both": printed[:2]} if len(found) > 1 else found


class Composer:
    """Composes orders on one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._languages = sheet_languages(catalogue)
        self._ever: dict[str, frozenset[Subject]] = {}

    def layouts(self, orders: Iterable[Order]) -> list[Layout]:
        """The distinct layouts of all orders, in order of their first sheet."""
        found: dict[bytes, Layout] = {}
        for order in orders:
            shared, own, values = self._gather(order)
            mark = self._marked_by(order.subject)
            alone = order.subject.id if own is None else ""
            key = msgspec.json.encode(
                [order.document.name, order.size, order.lang, mark, shared, alone], order="deterministic"
            )
            if key not in found:
                found[key] = self._layout(order, shared, None if own else values)
            found[key].sheets.append(self._sheet(order, own, values))
        return list(found.values())

    def edition(self, document: Document, subject: Subject, lang: str) -> str:
        """The current edition of a sheet in a sheet language."""
        return edition(document, subject, *map(self._catalogue.view, self._languages[lang]))

    def facts(self, document: Document, subject: Subject, lang: str) -> Facts:
        """What a sheet shows, in the first of its languages."""
        return facts_of(document, subject, self._catalogue.view(self._languages[lang][0]))

    def title(self, document: Document, subject: Subject, lang: str) -> str:
        """What a sheet is called."""
        return document.title(self._catalogue.view(lang), document.words(lang), subject)

    def _gather(self, order: Order) -> tuple[list[Facts], list[Facts] | None, dict[str, Any]]:
        """Facts that places share, the place's own, and what else the foot of the sheet says."""
        views = map(self._catalogue.view, self._languages[order.lang])
        facts = [facts_of(order.document, order.subject, view) for view in views]
        shared: list[Facts] = [{key: value for key, value in one.items() if key != OWN} for one in facts]
        own: list[Facts] | None = [{OWN: one[OWN]} for one in facts] if OWN in facts[0] else None
        number = self.edition(order.document, order.subject, order.lang)
        hub = self._catalogue.view("zh").hub
        checked = self._checked(order, number)
        url = address(hub.base_url or "", order.document.sheet_id(checked), number) if checked else ""
        return shared, own, {"edition": number, "qr": svg(url) if url else "", "url": url}

    def _checked(self, order: Order, number: str) -> Subject | None:
        """What the page is about that can check a sheet: the sheet's own, or that of the same text for all places.

        None for a sample, and for a sheet made for one place that no page knows.
        """
        view = self._catalogue.view("zh")
        if view.hub.sample:
            return None
        document, subject = order.document, order.subject
        if document.name not in self._ever:
            self._ever[document.name] = frozenset(document.defaults(view))
        complete = subject.complete
        known = (one for one in (complete, replace(complete, place=None)) if one in self._ever[document.name])
        return next((one for one in known if self.edition(document, one, order.lang) == number), None)

    def _layout(self, order: Order, shared: Sequence[Facts], foot: Mapping[str, Any] | None) -> Layout:
        langs = self._languages[order.lang]
        document = order.document
        paper = order.size.replace("-large", " large")
        kind = f"{document.name} {paper} {'both' if len(langs) > 1 else langs[0]}"
        title = "" if foot is None else self.title(document, order.subject, langs[0])
        values = {**together(langs, shared), **(foot or {}), "title": title, "kind": kind, "tag": tag(langs[0])}
        html = self._markup("template.html", order, values)
        told = (*_leaves(shared, document.unprinted), *(() if foot is None else (foot["edition"],)))
        return Layout(document.name, order.size, order.lang, tag(langs[0]), kind, html, facts=told)

    def _sheet(self, order: Order, own: Sequence[Facts] | None, foot: Mapping[str, Any]) -> Sheet:
        langs = self._languages[order.lang]
        title = self.title(order.document, order.subject, langs[0])
        if own is None:
            return Sheet(order.subject.id, order.path, title, None, url=foot["url"], edition=foot["edition"])
        values = {**together(langs, own), **foot}
        further = self._markup("next.html", order, values) if order.document.continues else None
        told = (*_leaves(own, order.document.unprinted), foot["edition"])
        html = self._markup("place.html", order, values)
        return Sheet(order.subject.id, order.path, title, html, further, told, foot["url"], foot["edition"])

    def _marked_by(self, subject: Subject) -> str:
        """The profile whose mark stands on a sheet: that of the place or region it is of or for, else the hub's."""
        view = self._catalogue.view("zh")
        own = subject.of if subject.of in view.regions else getattr(subject.record(view), "region", None)
        where = subject.place or own
        profile = (where and view.profile_at(where)) or view.profiles[view.network.profile]
        return profile.id if profile.id in view.marks else ""

    def _mark(self, subject: Subject) -> str:
        """The artwork of that mark as a data: address, empty where none was supplied: nothing is drawn in its stead."""
        png = self._catalogue.view("zh").marks.get(self._marked_by(subject))
        return f"data:image/png;base64,{base64.b64encode(png).decode()}" if png else ""

    def _publisher(self, lang: str) -> str:
        name = self._catalogue.view(lang).hub.publisher
        return words(lang)("print.publisher", name=name) if name else ""

    def _markup(self, template: str, order: Order, values: Mapping[str, Any]) -> str:
        langs = self._languages[order.lang]
        hub = self._catalogue.view("zh").hub

        def say(key: str, **filled: object) -> Text:
            return Text(tuple((lang, order.document.words(lang)(key, **filled)) for lang in langs))

        return _TEMPLATES.get_template(f"{order.document.name}/{template}").render(
            values,
            size=order.size,
            say=say,
            line=partial(line, langs),
            prose=prose,
            sample=hub.sample,
            mark=self._mark(order.subject),
            publisher=together(langs, [self._publisher(lang) for lang in langs]),
        )


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
