"""Drawing the body of a page: Jinja that escapes everything and fails on a missing name."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ...catalogue import View
from ...catalogue.rates import ends
from ...catalogue.status import phases
from ...catalogue.translate import CRITICAL, changed_since
from ...model.common import Validity
from ...model.policy import Policy
from ...model.service import Service
from ..address import address
from ..qr import svg
from ..words import words
from . import answers, assets, links
from .page import Page
from .printed import NOTHING, Printed

TEMPLATES = Path(__file__).parent / "templates"

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_MARKS = "\u3000-\u303f\uff00-\uffef“”‘’·…—"
_CHINESE = re.compile(f"[《（「]?[{_HAN}](?:[{_HAN}{_MARKS}0-9A-Za-z%./:-]*[{_HAN}》）」。！？])?")


class _Compiled(BytecodeCache):
    """Templates compiled once for all languages: that takes as long as to draw a hundred pages."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._code[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class Drawing:
    """Templates bound to one language's view."""

    def __init__(self, view: View, printed: Printed = NOTHING) -> None:
        self.view = view
        self.printed = printed
        self.assets = assets.folder()
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_COMPILED,
        )
        self.text = partial(_in_chinese, view.lang, words(view.lang)("dir"))
        self._environment.filters |= {"text": self.text, "condition": answers.written}
        self._environment.globals |= {
            "view": view,
            "printed": printed,
            "w": words(view.lang),
            "phases": partial(phases, day=view.as_of.isoformat()),
            "between": Validity,
            "ends_of": ends,
            "spoken": partial(answers.spoken, w=words(view.lang)),
            "untranslated": _untranslated,
            "changed_since": changed_since,
            "qr": svg,
            "once": self._once,
        }
        self._drawn: dict[tuple[str, str, int], tuple[Sequence[Any], Markup]] = {}

    def body(self, page: Page) -> Markup:
        """The HTML of a page between the frame's header and footer."""
        return self.draw(page.template, page.address, page.context, page=page)

    def draw(self, template: str, at: str, context: Mapping[str, Any], **more: Any) -> Markup:
        """A template drawn for the address ``at``: ``to`` and ``root`` in it lead from there."""
        root = links.root(at)
        html = self._environment.get_template(template).render(
            **context, **more, root=root, assets=root + self.assets, to=_way(f"{root}{self.view.lang}/")
        )
        return Markup(html)  # noqa: S704 (drawn by the escaping environment)

    @pass_context
    def _once(self, context: Context, template: str, records: Sequence[Any]) -> Markup:
        """A part that is the same on all pages of a depth that have the same ``records`` (that very object)."""
        key = template, context["root"], id(records)
        if key not in self._drawn:
            html = self._environment.get_template(template).render(context.get_all() | {"records": records})
            self._drawn[key] = records, Markup(html)  # noqa: S704 (drawn by the escaping environment)
        return self._drawn[key][1]


def _way(home: str) -> Callable[..., str]:
    def to(kind: str, id: str = "", region: str | None = None) -> str:
        """The relative address of a record's page, or with ``kind`` "page" of the page at ``id``."""
        return home + (id if kind == "page" else address(kind, id, region))

    return to


def _in_chinese(lang: str, direction: str, text: str) -> str | Markup:
    """``text``, its Chinese marked as Chinese where the page is in another language (WCAG 3.1.2)."""
    if lang == "zh":
        return text
    # Chinese runs from left to right; where the page does too, nothing need be said.
    span = '<span lang="{}" dir="ltr">{}</span>' if direction == "rtl" else '<span lang="{}">{}</span>'
    chinese = Markup(span)  # noqa: S704 (written here)
    parts: list[Markup] = []
    end = 0
    for found in _CHINESE.finditer(text):
        parts.append(escape(text[end : found.start()]))
        parts.append(chinese.format(links.tag("zh"), found[0]))
        end = found.end()
    return Markup("").join([*parts, escape(text[end:])])


def _untranslated(record: Service | Policy, part: str) -> str:
    """Why a part (a field's name) stands in Chinese on a page of another language.

    ``missing`` from the translation or ``stale``; empty where nothing of it does, or where the whole page does.
    """
    translation = record.translation
    if translation.status not in ("current", "stale"):
        return ""
    if not any(path.split(".")[0] == part for path in translation.fallbacks):
        return ""
    return "stale" if translation.status == "stale" and part in CRITICAL else "missing"
