"""Policy leaflet: what a policy means for you, on A5 pages in reading order, a multiple of four to be folded.

The cover says what the document is, whether it holds and whom to call; the pages in the middle have its text, the
site's own digest, with time limits and services that rest on it; the back is for notes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from .....catalogue import View
from .....catalogue.status import status
from .....model.common import Duration
from .....model.policy import Policy
from .....model.service import Service
from ....words import Words
from ... import phrases
from ...document import Document, Facts, Step, Subject
from ...ladder import sizes
from ..category.document import own_limits


def facts(view: View, words: Words, subject: Subject) -> Facts:
    """What the leaflet shows of a policy."""
    policy = view.policies[subject.of]
    services = [service for service in view.services.values() if _rests_on(service, policy) and view.offers(service)]
    hotlines = phrases.hotlines(view, services, None, words)
    advice = {line.number for line in view.hotlines.values() if line.department in phrases.ADVICE}
    limits = _limits(view, policy, services, words)
    remedies = _remedies(view, policy, services, words)
    return {
        "name": policy.title,
        "historical": policy.historical or "",
        "text": policy.text,
        "limits": limits,
        "remedies": remedies,
        "no_limit": not remedies and not any(limit["yours"] for limit in limits),
        "services": [_service(view, service, words) for service in services],
        "advice": [line for line in hotlines if line["number"] in advice],
        "hotlines": [line for line in hotlines if line["number"] not in advice],
        "record": _record(view, policy, words),
        "origin": _origin(view, policy, words),
        "revised": words("print.revised", date=words.date(policy.revisions[-1].date)),
        "fallback": bool(policy.translation.fallbacks),
    }


def _rests_on(service: Service, policy: Policy) -> bool:
    return any(citation.policy == policy.id for citation in (*service.basis, *service.local_basis))


def _limits(view: View, policy: Policy, services: Iterable[Service], words: Words) -> list[dict[str, str]]:
    """The time limits of services that rest on an article of the policy, each once: what for, how long, the article.

    Those come first that a card to carry warns of, of whichever service: of others no record tells whether they run
    against you or against your employer.
    """
    yours = {
        (limit.duration.value, limit.duration.unit, cited.article)
        for event in view.life_events.values()
        for limit in view.limits(event)
        for cited in limit.duration.basis
        if cited.policy == policy.id
    }
    found: dict[tuple[object, ...], dict[str, str]] = {}
    for service in services:
        named = _named_limits(service, words)
        for figure in view.figures[service.id, None]:
            articles = [c.article for c in figure.basis if c.policy == policy.id and c.article]
            if articles and isinstance(figure.stated, Duration):
                what, name, limit = named[figure.field]
                start = words("print.counted_from", start=limit.counted_from) if limit.counted_from else ""
                # The figure is the Chinese one, so that every language leaves out the same.
                key = (what, figure.stated.value, figure.stated.unit, figure.stated.counted_from, articles[0])
                own = (figure.stated.value, figure.stated.unit, articles[0]) in yours
                told = {
                    "yours": words("print.leaflet.yours") if own else "",
                    "name": name,
                    "limit": words.duration(limit),
                    "start": start,
                    "article": words.article(articles[0], policy),
                }
                found.setdefault(key, told)
    return sorted(found.values(), key=lambda limit: not limit["yours"])


def _remedies(view: View, policy: Policy, services: Iterable[Service], words: Words) -> list[dict[str, str]]:
    """The time limits that you must keep in what the services offer, but for those that the policy itself sets: they
    stand among its own."""
    found = []
    for service in services:
        kept = (one for one in service.remedies if one.within and policy.id not in {c.policy for c in one.within.basis})
        found.append(replace(service, remedies=tuple(kept)))
    return own_limits(view, found, words)


def _named_limits(service: Service, words: Words) -> dict[str, tuple[str, str, Duration]]:
    """The limits of a service by their field: what tells it from others, what it is called, and itself."""
    found = {}
    if service.time.statutory:
        found["time.statutory"] = (service.id, service.name, service.time.statutory)
    for step in service.steps:
        if step.time:
            found[f"steps.{step.id}.time"] = (f"{service.id}.{step.id}", step.name, step.time)
    for remedy in service.remedies:
        if remedy.within:
            found[f"remedies.{remedy.id}.within"] = (remedy.kind, words(f"remedy.{remedy.kind}"), remedy.within)
    return found


def _service(view: View, service: Service, words: Words) -> dict[str, str]:
    times = [f"{time['label']} {time['limit']}" for time in phrases.times(service, words)]
    return {
        "id": service.id,
        "name": service.name,
        "terms": " · ".join((view.desk(service), *times, phrases.fee(service, words))),
    }


def _record(view: View, policy: Policy, words: Words) -> list[dict[str, str]]:
    """Whether it holds, who issued it, its number, and since when."""
    dates = policy.dates
    found = {
        "status": words(f"status.{status(policy, view.as_of.isoformat())}"),
        "issuers": _first(policy.issuers, words),
        "number": policy.number or "",
        **{
            name: words.date(day) if (day := getattr(dates, name)) else ""
            for name in ("effective", "amended", "expires")
        },
    }
    return _rows({name: value for name, value in found.items() if value}, words)


def _first(issuers: Sequence[str], words: Words) -> str:
    """Who issued it; of more than three the first and how many there are: all of them stand on the back."""
    if len(issuers) <= 3:
        return words("print.list_join").join(issuers)
    return words("print.leaflet.jointly", first=issuers[0], n=len(issuers), others=len(issuers) - 1)


def _origin(view: View, policy: Policy, words: Words) -> list[dict[str, str]]:
    """Who issued it, where it holds, and where the official text is."""
    issuers = words("print.list_join").join(policy.issuers)
    return _rows({"issuers": issuers, "region": view.regions[policy.region].name, "source": policy.source}, words)


def _rows(entries: Mapping[str, str], words: Words) -> list[dict[str, str]]:
    return [{"id": name, "label": words(f"site.policy.{name}"), "value": value} for name, value in entries.items()]


def defaults(view: View) -> Iterable[Subject]:
    """Every policy."""
    return (Subject("policy", policy.id) for policy in view.policies.values())


def _by_default(view: View, subject: Subject, size: str) -> bool:
    """What is history is printed for those who ask."""
    return not view.policies[subject.of].historical


def _title(view: View, words: Words, subject: Subject) -> str:
    policy = view.policies[subject.of]
    return words("print.leaflet.of", name=policy.short or policy.title)


def _ladder(*bodies: float) -> tuple[Step, ...]:
    """One sheet with letters as large (points) as there is room for, else two sheets.

    The back begins on a left page. A text that takes more than two pages in the smallest letters takes more than four
    in larger ones, each a seventh smaller than the last: so two sheets are eight pages with no leaf left over.
    """
    return (*sizes("body", *bodies, pages=4), *sizes("body", *bodies, pages=8))


DOCUMENT = Document(
    name="leaflet",
    about="policy",
    ladders={"A5": _ladder(19, 16.5, 14, 12, 10.5), "A5.en": _ladder(16, 14, 12, 10.5, 9)},
    defaults=defaults,
    by_default=_by_default,
    unprinted=frozenset({"text"}),
    facts=facts,
    title=_title,
)
