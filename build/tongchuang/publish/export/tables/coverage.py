"""How many places are listed and confirmed: a row for each level in each region of the networks."""

from ....catalogue import View
from ....catalogue.coverage import coverage
from ...words import words
from ..table import Table

_COLUMNS = ("code", "region", "tier", "level", "listed", "listed_on", "confirmed", "windows", "phone", "hours")


def table(view: View) -> Table:
    """The table in the language of a view."""
    w = words(view.lang)
    rows = tuple(
        (
            region.region,
            view.regions[region.region].short,
            w(f"tier.{region.tier}"),
            w(f"level.{count.level}"),
            count.listed,
            view.networks[region.network].source_date,
            count.confirmed,
            count.windows,
            count.phone,
            count.hours,
        )
        for region in coverage(view).regions
        for count in region.counts
    )
    return Table("coverage", tuple(w(f"export.coverage.{column}") for column in _COLUMNS), rows)
