"""The categories of services, and how documents divide them otherwise."""

from collections.abc import Iterator

from ....catalogue import View
from ....model.taxonomy import Part, Scheme
from ...address import address
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """The list of categories, a page for each with its services, and one of the other divisions."""
    w = words(view.lang)
    here = Crumb(w("site.categories.title"), "categories/")
    yield Page("categories/", here.label, w("site.categories.summary"), "categories.html")
    yield Page("categories/schemes/", w("site.schemes.title"), w("site.schemes.summary"), "schemes.html", trail=(here,))
    for category in view.categories.values():
        group = view.groups[category.group]
        yield Page(
            address("category", category.id),
            category.name,
            category.summary,
            "category.html",
            {
                "category": category,
                "services": view.needed_of_category(category.id),
                "events": [event for event in view.life_events.values() if category.id in event.categories],
                "ledgers": [ledger for ledger in view.ledgers.values() if ledger.category == category.id],
                "elsewhere": _elsewhere(view, category.id),
            },
            (Crumb(group.name, address("group", group.id)),),
        )


def _elsewhere(view: View, category: str) -> list[tuple[Scheme, list[Part]]]:
    """The parts of each other division that a category's matters are in."""
    current = [scheme for scheme in view.schemes.values() if not scheme.withdrawn]
    found = ((scheme, [part for part in scheme.parts if category in part.categories]) for scheme in current)
    return [(scheme, parts) for scheme, parts in found if parts]
