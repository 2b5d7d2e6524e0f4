"""The targets beside what is listed and confirmed: a row for each, those that can't be computed with the reason."""

from ....catalogue import View
from ....catalogue.coverage import TargetCoverage, coverage
from ...words import Words, words
from ..table import Cell, Table, yes_or_no

_COLUMNS = (
    "code", "region", "target", "document", "stated_on", "measure", "value", "by", "historical", "of", "base",
    "listed", "listed_on", "differs", "confirmed", "percent", "met", "why", "note",
)  # fmt: skip


def table(view: View) -> Table:
    """The table in the language of a view."""
    w = words(view.lang)
    rows = tuple(_row(view, w, found) for found in coverage(view).targets)
    return Table("coverage-targets", tuple(w(f"export.targets.{column}") for column in _COLUMNS), rows)


def _row(view: View, w: Words, found: TargetCoverage) -> tuple[Cell, ...]:
    target, policy, reached = found.target, view.policies[found.target.policy], found.reached
    return (
        target.region,
        view.regions[target.region].short,
        target.name,
        policy.short or policy.title,
        found.stated_on,
        w(f"coverage.measure.{target.measure}"),
        target.value,
        target.by,
        yes_or_no(w, target.historical),
        w("coverage.of_join").join(w(f"coverage.of.{kind}") for kind in found.of),
        target.base,
        reached.listed if reached else None,
        reached.listed_on if reached else None,
        yes_or_no(w, found.differs) if reached and target.base is not None else None,
        reached.confirmed if reached else None,
        reached.percent if reached else None,
        yes_or_no(w, reached.met) if reached else None,
        w(f"coverage.why.{found.not_computed}") if found.not_computed else None,
        target.note,
    )
