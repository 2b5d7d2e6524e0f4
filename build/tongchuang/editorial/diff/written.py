"""Writing the report out through templates; the content in it is text and can't become markup."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ...model.common import Approval, Revision
from ...model.finding import Bilingual
from .report import Change, Report
from .wording import wording

# What Markdown (CommonMark, and tables as on GitHub and GitLab) would take for markup, or for calling somebody.
_MARKS = {mark: f"\\{mark}" for mark in "\\`*_{}[]|~#"}
_MARKS |= {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;", "\n": "<br>", "\r": ""}
_ESCAPE = str.maketrans(_MARKS)


def _markdown(value: Any) -> Markup:
    return value if isinstance(value, Markup) else Markup(str(value).translate(_ESCAPE))  # noqa: S704  escaped here


def _html(value: Any) -> Markup:
    return value if isinstance(value, Markup) else escape(value).replace("\n", Markup("<br>"))


_FINALIZE = {"md": _markdown, "html": _html}


def written(report: Report, template: str, lang: str) -> str:
    """The report in one language by a template of this folder, ``report.md`` or ``approval.html``."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_FINALIZE[template.rsplit(".", 1)[-1]],
    )
    say = wording(lang)

    def word(text: Bilingual | None) -> str:
        return text.in_language(lang) if text else say("empty")

    def reach(change: Change) -> str:
        """From when, in how many windows, and which translations are out of date by it."""
        parts = [say("starts", day=say.date(change.starts))] if change.starts else []
        if change.windows is not None:
            number = {0: "nowhere", 1: "at_window"}.get(change.windows, "at_windows")
            parts.append(say(number, n=f"{change.windows:,}"))
        for stale in report.stale:
            if (stale.kind_name, stale.id) == (change.kind_name, change.id):
                parts.append(say("stale_here", lang=language(stale.lang)))
        return say("between").join(parts)

    def language(tag: str) -> str:
        names = say.table["languages"]
        return str(names[tag]) if tag in names else say("language_other", lang=tag)

    def note(revision: Revision) -> str:
        return revision.zh if lang == "zh" else revision.en

    def approved(approval: Approval) -> str:
        posts = say("between").join(approval.posts)
        return say("approval", posts=posts, number=approval.number, day=say.date(approval.date))

    return environment.get_template(template).render(
        report=report, say=say, word=word, reach=reach, language=language, note=note, approved=approved, bare=_bare
    )


def _bare(change: Change) -> bool:
    """Whether there is nothing to tell of a change but that it is."""
    return not (change.substance or change.wording or change.revisions)
