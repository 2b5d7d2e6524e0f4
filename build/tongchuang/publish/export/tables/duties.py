"""Who does what: a row for each department that a measure of a policy names, to be filtered by department."""

from collections.abc import Iterator

from ....catalogue import View
from ....model.policy import Measure, Policy
from ...words import Words, words
from ..table import Cell, Table, yes_or_no

_COLUMNS = (
    "policy", "document", "historical", "part", "number", "measure", "text", "department", "role", "services", "outdated",
)  # fmt: skip


def table(view: View) -> Table:
    """The table in the language of a view; a measure that names no department has a row without one."""
    w = words(view.lang)
    rows = tuple(
        row
        for policy in view.policies.values()
        for part, measures in policy.by_chapter
        for measure in measures
        for row in _rows(view, w, policy, part.title if part else None, measure)
    )
    return Table("duties", tuple(w(f"export.duties.{column}") for column in _COLUMNS), rows)


def _rows(view: View, w: Words, policy: Policy, part: str | None, measure: Measure) -> Iterator[tuple[Cell, ...]]:
    named = [(id_, role) for role in ("lead", "supporting") for id_ in getattr(measure, role)]
    for id_, role in named or [("", "")]:
        yield (
            policy.id,
            policy.short or policy.title,
            yes_or_no(w, policy.historical),
            part,
            measure.number,
            measure.title,
            measure.text,
            view.departments[id_].name if id_ else None,
            w(f"export.role.{role}") if role else None,
            w("site.list_join").join(view.services[service].name for service in measure.services),
            measure.historical,
        )
