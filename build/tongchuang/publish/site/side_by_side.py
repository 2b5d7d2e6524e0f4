"""Phrase cards in several languages at once: clerk and visitor point at the same sentence, each reading their own."""

from collections.abc import Iterator

from ...catalogue import Catalogue
from ...model.paper import WallRule
from ..address import address
from ..words import words
from . import links
from .page import Crumb, Page


def pages(catalogue: Catalogue, lang: str) -> Iterator[Page]:
    """A page for each phrase card in use: the page's own language first, then those that the card is translated to."""
    w = words(lang)
    for card in catalogue.view(lang).wall_rules.values():
        if card.kind not in ("phrases", "pointing") or card.withdrawn:
            continue
        cards = _cards(catalogue, card.id, lang)
        heads = [(links.tag(other), words(other)("dir")) for other in cards]
        items = zip(*(found.items for found in cards.values()), strict=True)
        yield Page(
            f"{address('wall-rule', card.id)}side-by-side/",
            w("site.wall.side_by_side", name=card.name),
            w("site.wall.side_by_side_text"),
            "side-by-side.html",
            {"rows": [list(zip(heads, said, strict=True)) for said in items]},
            (Crumb(card.name, address("wall-rule", card.id)),),
        )


def _cards(catalogue: Catalogue, id: str, lang: str) -> dict[str, WallRule]:
    original = catalogue.languages[0]
    cards = {other: catalogue.view(other).wall_rules[id] for other in (lang, *catalogue.languages)}
    return {k: c for k, c in cards.items() if k in (lang, original) or c.items != cards[original].items}
