"""Overview of a policy on one poster: its parts with their measures, and the targets that it sets."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from .....catalogue import View
from .....model.network import Target
from .....model.policy import Chapter, Measure, Policy
from ....words import Words
from ... import phrases
from ...document import Document, Facts, Step, Subject

Part = tuple[Chapter | None, Sequence[Measure]]


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the poster shows of a policy, and whom to call about what it says."""
    policy = view.policies[subject.of]
    return {
        "name": policy.title,
        **head(policy, words),
        "columns": [[_chapter(chapter, measures) for chapter, measures in column] for column in _halves(policy)],
        "targets": targets(view, policy, words),
        "hotlines": phrases.hotlines(view, (), None, words),
        "source": policy.source,
        "revised": words("print.revised", date=words.date(policy.revisions[-1].date)),
        "fallback": bool(policy.translation.fallbacks),
    }


def head(policy: Policy, words: Words) -> dict[str, Any]:
    """Who issued a policy, its number and date; of one of the past also that nobody recorded until when it held."""
    ended = policy.repealed or policy.dates.expires or (policy.validity and policy.validity.ends)
    return {
        "issuers": words("print.list_join").join(policy.issuers),
        "about": phrases.document(replace(policy, issuers=()), words),
        "historical": policy.historical or "",
        "until_unknown": bool(policy.historical and not ended),
    }


def _halves(policy: Policy) -> tuple[Sequence[Part], Sequence[Part]]:
    """The parts in two columns of about the same height, in lines of measures and of a heading that counts double."""
    parts = policy.by_chapter
    heights = [2 + len(measures) for _, measures in parts]
    cut = min(range(1, len(parts) + 1), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    return parts[:cut], parts[cut:]


def _chapter(chapter: Chapter | None, measures: Sequence[Measure]) -> dict[str, Any]:
    return {
        "id": chapter.id if chapter else "",
        "number": (chapter.number or "") if chapter else "",
        "title": chapter.title if chapter else "",
        "measures": [{"id": m.id, "number": m.number or "", "title": m.title} for m in measures],
    }


def targets(view: View, policy: Policy, words: Words) -> list[dict[str, Any]]:
    """What a policy wants reached, how much of it and by when."""
    return [_target(target, words) for target in view.targets.values() if target.policy == policy.id]


def _target(target: Target, words: Words) -> dict[str, Any]:
    return {
        "id": target.id,
        "name": target.name,
        "value": words(f"site.network.measure.{target.measure}", n=f"{target.value:,}"),
        "by": words("print.overview.by", date=words.date(target.by)),
    }


def defaults(view: View) -> Iterable[Subject]:
    """The policies with measures."""
    for policy in view.policies.values():
        if policy.measures:
            yield Subject("policy", policy.id)


def _title(view: View, words: Words, subject: Subject) -> str:
    policy = view.policies[subject.of]
    return words("print.overview.of", name=policy.short or policy.title)


def _rungs(largest: float, smallest: float) -> tuple[Step, ...]:
    """Letters between two sizes (points), each step a twentieth smaller; last with the targets on a second sheet."""
    sizes = [largest]
    while sizes[-1] > smallest:
        sizes.append(max(round(sizes[-1] / 1.05, 1), smallest))
    tried = [*((1, body, "auto") for body in sizes), *((2, body, "page") for body in sizes[-6:])]
    return tuple(Step({"body": f"{body}pt", "targets": targets}, sheets) for sheets, body, targets in tried)


DOCUMENT = Document(
    name="overview",
    about="policy",
    ladders={"A2": _rungs(44, 17), "A2.en": _rungs(36, 15), "A3": _rungs(32, 11.5), "A3.en": _rungs(26, 10.5)},
    defaults=defaults,
    unprinted=frozenset({"columns.measures.number"}),
    facts=facts,
    title=_title,
    default_sizes=("A3",),
)
