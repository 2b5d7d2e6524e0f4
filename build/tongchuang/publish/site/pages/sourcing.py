"""What the facts rest on, for editors and auditors."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ....catalogue import View
from ....catalogue.figures import Figure
from ....catalogue.sourcing import sourcing
from ....model.common import Citation, Duration
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """One page."""
    w = words(view.lang)
    found = sourcing(view)
    context = {
        "totals": found.totals,
        "by_category": [
            (category, [service for service in found.services if view.services[service.id].category == category.id])
            for category in view.categories.values()
        ],
        "policies": [
            policy for policy in found.policies if policy.unconfirmed or policy.historical or policy.historical_measures
        ],
        "others": found.others,
        "rows": _rows,
    }
    about = Crumb(w("site.about.title"), "about/")
    yield Page("sourcing/", w("site.sourcing.title"), w("site.sourcing.summary"), "sourcing.html", context, (about,))


def _rows(figures: Iterable[Figure]) -> list[tuple[list[str | Duration], tuple[Citation, ...]]]:
    """Figures next to each other that rest on the same articles, in one row."""
    return [
        ([figure.stated for figure in group], basis)
        for basis, group in groupby(figures, key=lambda figure: figure.basis)
    ]
