"""Duty table of a policy (责任分工表): each measure with who leads and who supports, then each department with its measures."""

from collections.abc import Iterable, Sequence
from typing import Any

from .....catalogue import View
from .....catalogue.duties import Duty, duties
from .....model.policy import Chapter, Measure, Policy
from ....words import Words
from ...document import Document, Facts, Subject
from ...ladder import sizes
from ..overview.document import head, targets

MOST = 60  # pages: what isn't hung up takes as many as it takes


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the table shows of a policy."""
    policy = view.policies[subject.of]
    revision = policy.revisions[-1]
    return {
        "name": policy.title,
        **head(policy, words),
        "chapters": [_chapter(view, chapter, measures, words) for chapter, measures in policy.by_chapter],
        "departments": [_department(duty, words) for duty in duties(view, policy)],
        "targets": targets(view, policy, words),
        "source": policy.source,
        "revised": words("print.revised", date=words.date(revision.date)),
        "fallback": bool(policy.translation.fallbacks),
    }


def _chapter(view: View, chapter: Chapter | None, measures: Sequence[Measure], words: Words) -> dict[str, Any]:
    def names(ids: Sequence[str]) -> str:
        return words("print.list_join").join(view.departments[id_].name for id_ in ids)

    return {
        "id": chapter.id if chapter else "",
        "number": (chapter.number or "") if chapter else "",
        "title": chapter.title if chapter else "",
        "measures": [
            {
                "id": measure.id,
                "number": measure.number or "",
                "title": measure.title,
                "lead": names(measure.lead),
                "supporting": names(measure.supporting),
                "services": words("print.list_join").join(view.services[id_].name for id_ in measure.services),
                "historical": measure.historical or "",
            }
            for measure in measures
        ],
    }


def _department(duty: Duty, words: Words) -> dict[str, Any]:
    roles = (("leads", duty.leads), ("supports", duty.supports))
    return {
        "id": duty.department.id,
        "name": duty.department.name,
        "roles": [
            {
                "id": role,
                "name": words(f"print.duties.{role}", n=len(measures)),
                "measures": words("print.basis_join").join(
                    " ".join(filter(None, (m.number, m.title))) for m in measures
                ),
            }
            for role, measures in roles
            if measures
        ],
    }


def defaults(view: View) -> Iterable[Subject]:
    """The policies with a measure that names a department."""
    for policy in view.policies.values():
        if _names_departments(policy):
            yield Subject("policy", policy.id)


def _names_departments(policy: Policy) -> bool:
    return any(measure.lead or measure.supporting for measure in policy.measures)


def _title(view: View, words: Words, subject: Subject) -> str:
    policy = view.policies[subject.of]
    return words("print.duties.of", name=policy.short or policy.title)


DOCUMENT = Document(
    name="duties",
    about="policy",
    ladders={
        "A4": sizes("body", 10.5, pages=MOST),
        "A4.en": sizes("body", 9.5, pages=MOST),
        "A3": sizes("body", 13, pages=MOST),
        "A3.en": sizes("body", 12, pages=MOST),
    },
    defaults=defaults,
    unprinted=frozenset({"chapters.measures.services"}),
    facts=facts,
    title=_title,
    default_sizes=("A4",),
    held=True,
)
