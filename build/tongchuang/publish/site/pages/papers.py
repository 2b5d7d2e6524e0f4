"""Blank forms and ledgers: what is asked in each."""

from collections.abc import Iterator

from ....catalogue import View
from ....catalogue.ledgers import SHARED
from ...address import address
from ...words import words
from ..page import Crumb, Page


def pages(view: View, day: str) -> Iterator[Page]:
    """The list of forms and ledgers, and a page for each; no list without any."""
    if not view.forms and not view.ledgers:
        return
    w = words(view.lang)
    here = Crumb(w("site.forms.title"), "forms/")
    yield Page("forms/", here.label, w("site.forms.summary"), "papers.html")
    for form in view.forms.values():
        services = [view.services[id_] for id_ in form.services]
        context = {"kind": "form", "paper": form, "entries": form.fields, "services": services}
        yield Page(address("form", form.id), form.name, form.summary or here.label, "paper.html", context, (here,))
    for ledger in view.ledgers.values():
        shared = ledger.id == SHARED
        context = {"kind": "ledger", "paper": ledger, "entries": ledger.columns, "services": [], "shared": shared}
        description = ledger.summary or w("site.forms.ledgers")
        yield Page(address("ledger", ledger.id), ledger.name, description, "paper.html", context, (here,))
