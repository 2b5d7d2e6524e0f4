"""Departments, with what policies ask of them and the services they answer for."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ....catalogue import View
from ...address import address
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """The list of departments, and a page for each."""
    w = words(view.lang)
    here = Crumb(w("site.departments.title"), "departments/")
    # Those that answer for the most services are the ones that people come to.
    named = Counter(id for s in view.services.values() for id in (s.departments.lead, *s.departments.supporting))
    current = [department for department in view.departments.values() if not department.withdrawn]
    ordered = sorted(current, key=lambda department: -named[department.id])
    context = {"departments": ordered}
    yield Page("departments/", here.label, w("site.departments.summary"), "departments.html", context)
    for department in view.departments.values():
        yield Page(
            address("department", department.id),
            department.name,
            department.summary,
            "department.html",
            {"department": department, **_duties(view, department.id)},
            (here,),
        )


def _duties(view: View, id: str) -> dict[str, Any]:
    """What names a department: services it leads or supports, and measures by policy."""
    measures = {
        policy.id: [measure for measure in policy.measures if id in (*measure.lead, *measure.supporting)]
        for policy in view.policies.values()
    }
    return {
        "leads": [service for service in view.services.values() if service.departments.lead == id],
        "supports": [service for service in view.services.values() if id in service.departments.supporting],
        "measures": {policy: found for policy, found in measures.items() if found},
        "appeals": [appeal for appeal in view.appeals.values() if id in appeal.departments],
    }
