"""What people raise, and whose door it is."""

from collections.abc import Iterator

from ....catalogue import View
from ...address import address
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """The list of kinds of appeal, and a page for each."""
    w = words(view.lang)
    here = Crumb(w("site.appeals.title"), "appeals/")
    yield Page("appeals/", here.label, w("site.appeals.summary"), "appeals.html")
    for appeal in view.appeals.values():
        categories = [category for category in view.categories.values() if appeal.id in category.appeals]
        services = [service for category in categories for service in view.services_of_category(category.id)]
        yield Page(
            address("appeal", appeal.id),
            appeal.name,
            appeal.summary,
            "appeal.html",
            {
                "appeal": appeal,
                "categories": categories,
                "services": services,
                "nearby": list(dict.fromkeys(kind for category in categories for kind in category.points)),
            },
            (here,),
        )
