"""The other divisions of the services: a row for each part of each scheme and each category that it matches."""

from ....catalogue import View
from ...words import words
from ..table import Table

_COLUMNS = ("document", "scheme", "part_id", "part", "category_id", "category")


def table(view: View) -> Table:
    """The table in the language of a view."""
    w = words(view.lang)
    rows = tuple(
        (
            view.policies[scheme.policy].short or view.policies[scheme.policy].title,
            scheme.name,
            part.id,
            part.name,
            id_,
            view.categories[id_].name,
        )
        for scheme in view.schemes.values()
        if not scheme.withdrawn
        for part in scheme.parts
        for id_ in part.categories
    )
    return Table("categories-by-scheme", tuple(w(f"export.schemes.{column}") for column in _COLUMNS), rows)
