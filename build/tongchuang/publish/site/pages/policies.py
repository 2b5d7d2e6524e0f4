"""Policies and laws."""

from collections.abc import Iterator

from ....catalogue import View
from ....catalogue.duties import duties
from ....model.policy import Policy
from ....model.service import Service
from ... import markup
from ...address import address
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """The list of policies, and a page for each."""
    w = words(view.lang)
    here = Crumb(w("site.policies.title"), "policies/")
    documents = [policy for policy in view.policies.values() if policy.measures]
    laws = [policy for policy in view.policies.values() if not policy.measures]
    yield Page(
        "policies/",
        here.label,
        w("site.policies.summary"),
        "policies.html",
        {"documents": documents, "laws": laws},
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


def _citing(view: View, policy: Policy) -> list[Service]:
    return [
        service
        for service in view.services.values()
        if any(citation.policy == policy.id for citation in (*service.basis, *service.local_basis))
    ]
