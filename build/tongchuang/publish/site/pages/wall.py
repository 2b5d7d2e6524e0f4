"""Rules, duties, norms and pledges for the wall."""

from collections.abc import Iterator

from ....catalogue import View
from ...words import words
from ..page import Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page with every wall text, pledges to the public first; none without any."""
    if not view.wall_rules:
        return
    w = words(view.lang)
    order = ("pledge", "rule", "duty", "norm")
    texts = sorted(view.wall_rules.values(), key=lambda text: (order.index(text.kind), text.id))
    yield Page("wall/", w("site.wall.title"), w("site.wall.summary"), "wall.html", {"texts": texts})
