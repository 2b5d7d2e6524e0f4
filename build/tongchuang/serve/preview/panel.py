"""What a page of the preview says beside what the built page says: what was found, and that it reloads by itself."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ...model.finding import Bilingual
from .desk import Desk, Shown

FOLDER = "~preview/"
_HERE = Path(__file__).parent
FILES = {f"{FOLDER}{name}": (_HERE / name).read_bytes() for name in ("preview.css", "preview.js")}
_TEMPLATES = Environment(
    loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


def framed(desk: Desk, shown: Shown, html: str) -> str:
    """A built page with the panel at its top."""
    head, body = _drawn(desk, shown, "head.html"), _drawn(desk, shown, "panel.html")
    return html.replace("</head>", f"{head}</head>", 1).replace("<body>", f"<body>{body}", 1)


def alone(desk: Desk, shown: Shown, said: Bilingual | None = None) -> str:
    """A page of its own: the panel, and what is ``said`` where there is no built page to show."""
    return _drawn(desk, shown, "alone.html", said=said)


def _drawn(desk: Desk, shown: Shown, template: str, **more: Any) -> str:
    reports = {lang: desk.report(shown, lang) for lang in ("zh", "en")}
    return _TEMPLATES.get_template(template).render(
        shown=shown, reports=reports, path=desk.project.shown, folder=f"/{FOLDER}", **more
    )
