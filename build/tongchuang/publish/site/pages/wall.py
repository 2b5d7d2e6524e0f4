"""Rules, duties, norms and pledges for the wall, and the cards, handbook and self-checks of the staff."""

from collections.abc import Iterator

from ....catalogue import View
from ....model.paper import WallKind
from ...address import address
from ...words import words
from ..page import Crumb, Page

# What is meant for everybody comes first, then what the staff work with.
_ORDER: tuple[WallKind, ...] = (
    "pledge", "advice", "rule", "duty", "norm", "emergency", "pointing", "phrases", "role", "handbook", "checklist",
)  # fmt: skip


def pages(view: View, day: str) -> Iterator[Page]:
    """The list of wall texts by kind, and a page for each; none without any."""
    if not view.wall_rules:
        return
    w = words(view.lang)
    here = Crumb(w("site.wall.title"), "wall/")
    kinds = {kind: {id_: text for id_, text in view.wall_rules.items() if text.kind == kind} for kind in _ORDER}
    yield Page("wall/", here.label, w("site.wall.summary"), "walls.html", {"kinds": kinds})
    for text in view.wall_rules.values():
        description = text.summary or w(f"site.wall.text.{text.kind}")
        yield Page(address("wall-rule", text.id), text.name, description, "wall.html", {"wall": text}, (here,))
