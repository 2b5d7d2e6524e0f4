"""Policies and laws."""

import re
from collections import Counter
from collections.abc import Iterator

from ....catalogue import View
from ....catalogue.duties import duties
from ....model.policy import Policy
from ....model.service import Service
from ... import markup
from ...address import address
from ...words import words
from ..page import Crumb, Page

_OPENING = re.compile(r"^##[^\n]*\n+(?:[-*] )?((?:[^\n。.]|\.(?! ))+[。.]?)", re.MULTILINE)
_ARTICLES = re.compile(r"（第[^）]*条[^）]*）| \(Articles? [^)]*\)")


def pages(view: View, day: str) -> Iterator[Page]:
    """The list of policies, and a page for each."""
    w = words(view.lang)
    here = Crumb(w("site.policies.title"), "policies/")
    yield Page(
        "policies/",
        here.label,
        w("site.policies.summary"),
        "policies.html",
        {"topics": _topics(view), "about": {policy.id: about(policy.text) for policy in view.policies.values()}},
    )
    for policy in view.policies.values():
        context = {
            "policy": policy,
            "text": markup.render(policy.text),
            "citing": _citing(view, policy),
            "duties": list(duties(view, policy)),
            "amended_by": [other for other in view.policies.values() if policy.id in other.amends],
        }
        issuers = w("site.list_join").join(policy.issuers)
        yield Page(address("policy", policy.id), policy.title, issuers, "policy.html", context, (here,))


def about(text: str) -> str:
    """What a policy is about, in a sentence: the first of its text's first section, whose articles are left out."""
    found = _OPENING.search(text)
    return _ARTICLES.sub("", found[1]).strip() if found else ""


def _topics(view: View) -> list[tuple[str, str, list[Policy]]]:
    """Policies as somebody looks for them: an id, a name, and those that more services of a category rest on than of
    any other; then those that no service rests on, the documents with measures last."""
    counted = {
        policy.id: Counter(service.category for service in _citing(view, policy) if not service.withdrawn)
        for policy in view.policies.values()
    }
    topics: dict[str, list[Policy]] = {id: [] for id in (*view.categories, "laws", "documents")}
    for policy in view.policies.values():
        most = counted[policy.id].most_common(1)
        topics["documents" if policy.measures else most[0][0] if most else "laws"].append(policy)
    w = words(view.lang)
    names = {id: category.name for id, category in view.categories.items()}
    names |= {"laws": w("site.policy.laws"), "documents": w("site.policy.documents")}
    return [(id, names[id], policies) for id, policies in topics.items() if policies]


def _citing(view: View, policy: Policy) -> list[Service]:
    return [
        service
        for service in view.services.values()
        if any(citation.policy == policy.id for citation in (*service.basis, *service.local_basis))
    ]
