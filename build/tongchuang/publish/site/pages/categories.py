"""The categories of services."""

from collections.abc import Iterator

from ....catalogue import View
from ...address import address
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """The list of categories, and a page for each with its services."""
    w = words(view.lang)
    yield Page("categories/", w("site.categories.title"), w("site.categories.summary"), "categories.html")
    for category in view.categories.values():
        group = view.groups[category.group]
        yield Page(
            address("category", category.id),
            category.name,
            category.summary,
            "category.html",
            {
                "category": category,
                "services": view.services_of_category(category.id),
                "events": [event for event in view.life_events.values() if category.id in event.categories],
            },
            (Crumb(group.name, address("group", group.id)),),
        )
