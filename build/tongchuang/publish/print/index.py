"""The log of what was printed: each sheet with its edition, its pages, and the steps of the ladders that it took."""

import json
from collections.abc import Iterable

from ..artifact import Artifact
from . import thumbnail
from .cache import Printed
from .compose import Layout

PATH = "print/index.json"


def index(layouts: Iterable[Layout], printed: Iterable[Printed], pictured: bool = False) -> Artifact:
    """``print/index.json``: a sheet a line, by path; ``own_step`` is null where nothing is the place's own.

    ``pictured`` tells whether their small pictures lie beside them.
    """
    composed = {sheet.path: (layout, sheet) for layout in layouts for sheet in layout.sheets}
    entries = []
    for one in sorted(printed, key=lambda one: one.path):
        layout, sheet = composed[one.path]
        entry = {
            "path": one.path,
            "document": layout.document,
            "title": sheet.title,
            "edition": sheet.edition,
            "size": layout.size,
            "lang": layout.lang,
            "pages": one.pages,
            "step": one.step,
            "own_step": one.own_step,
            "picture": thumbnail.path(one.path) if pictured else None,
        }
        entries.append(json.dumps(entry, ensure_ascii=False))
    return Artifact(PATH, ("[\n" + ",\n".join(entries) + "\n]\n").encode())
