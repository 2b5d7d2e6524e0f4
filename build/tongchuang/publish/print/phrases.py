"""How facts are said on paper: times, fees, hotlines, where a place lies."""

import re
from collections.abc import Iterable
from typing import Any

from ...catalogue import View
from ...catalogue.bodies import nearest
from ...catalogue.limits import TimeLimit
from ...model.common import Citation
from ...model.place import Hours, Place
from ...model.policy import Policy
from ...model.service import Material, Remedy, Service
from ...model.taxonomy import Hotline
from ..words import Words

# The department whose line takes everything, and passes on what the others don't take.
ANYTHING = "peoples-government"
# Departments whose lines stand on every sheet: government services, HR&SS, legal services.
ADVICE = (ANYTHING, "hrss", "justice")


def times(service: Service, words: Words) -> list[dict[str, str]]:
    """The statutory and the promised time, as far as there are any: label, limit, what it is counted from."""
    found = []
    for kind in ("statutory", "promised"):
        duration = getattr(service.time, kind)
        if duration:
            start = words("print.counted_from", start=duration.counted_from) if duration.counted_from else ""
            found.append({"label": words(f"print.{kind}"), "limit": words.duration(duration), "start": start})
    return found


def cited_times(view: View, service: Service, words: Words) -> list[dict[str, str]]:
    """The same times, each with the articles that it follows from."""
    durations = (service.time.statutory, service.time.promised)
    return [
        {**said, "basis": citations(view, duration.basis, words)}
        for said, duration in zip(times(service, words), filter(None, durations), strict=True)
    ]


def fee(service: Service, words: Words) -> str:
    """Free, or each charge with its yuan."""
    if service.fee.free:
        return words("free")
    charges = [
        words("print.charge", name=item.name, yuan=item.yuan) if item.yuan else item.name for item in service.fee.items
    ]
    return words("print.list_join").join(charges) or words.charged(service.fee)


def price(service: Service, words: Words) -> str:
    """Free, what it costs, or that it costs something: names of charges without an amount stand on the notice."""
    priced = any(item.yuan for item in service.fee.items)
    return fee(service, words) if priced else words.charged(service.fee)


def charges(service: Service, words: Words) -> str:
    """What there is to say of a cost without an amount: each charge by name, else the note."""
    if service.fee.free or any(item.yuan for item in service.fee.items):
        return ""
    return words("print.basis_join").join(item.name for item in service.fee.items) or service.fee.note or ""


def deadline(view: View, limit: TimeLimit, words: Words) -> dict[str, str]:
    """How long you have for something, with the articles that say so."""
    entry = limit.entry
    return {
        "name": words(f"remedy.{entry.kind}") if isinstance(entry, Remedy) else entry.name,
        "limit": words.limit(limit.duration),
        "basis": citations(view, limit.duration.basis, words),
    }


def copies(material: Material, words: Words) -> str:
    """How many originals and copies to bring, empty where that isn't told."""
    counted = (("originals", material.originals), ("copies", material.copies))
    return words("print.list_join").join(words(f"print.{kind}", n=count) for kind, count in counted if count)


def remarks(material: Material, words: Words) -> str:
    """What makes bringing a paper easier: not asked for here, only if you have it, filled in at the window."""
    found = (
        words("print.waived") if material.waived else "",
        "" if material.required else words("print.if_you_have_it"),
        words("print.filled_at_window") if material.filled_at_window else "",
    )
    return words("print.list_join").join(filter(None, found))


def citations(view: View, cited: Iterable[Citation], words: Words) -> str:
    """Policies with all their articles, each policy once."""
    by_policy: dict[str, dict[str, None]] = {}
    for citation in cited:
        articles = by_policy.setdefault(citation.policy, {})
        if citation.article:
            articles[words.article(citation.article, view.policies[citation.policy])] = None
    found = [
        words.citation(Citation(policy), view.policies)
        + (words("citation.join") + words("print.article_join").join(articles) if articles else "")
        for policy, articles in by_policy.items()
    ]
    return words("print.basis_join").join(found)


_SENTENCE = re.compile(r"(?<=。)|(?<=\.)\s")


def where(view: View, service: Service) -> str:
    """Where to go: a basic window by its name, else the first sentence of how to go about it."""
    if view.windows[service.window].basic:
        return view.desk(service)
    return _SENTENCE.split(service.way.text)[0].rstrip("。.")


def hotlines(view: View, services: Iterable[Service], area_code: str | None, words: Words) -> list[dict[str, str]]:
    """The advice lines and those of the departments that lead ``services``; emergency numbers are left out."""
    departments = {*ADVICE, *(service.departments.lead for service in services)}
    found = []
    for line in view.hotlines.values():
        if line.department in departments and line.area_code and not line.withdrawn:
            found.append({"number": line.number, "name": line.name, "away": _away(line, area_code)})
    return found


def for_anything(view: View, area_code: str | None) -> dict[str, str] | None:
    """The line that takes everything, from here and with the area code from elsewhere; None if there is none."""
    found = (line for line in view.hotlines.values() if line.department == ANYTHING and not line.withdrawn)
    line = next(found, None)
    return {"number": line.number, "away": _away(line, area_code)} if line else None


def _away(line: Hotline, area_code: str | None) -> str:
    """The number to dial from elsewhere."""
    return f"{area_code}-{line.number}" if area_code else ""


def lines(hotlines: Iterable[Hotline]) -> list[dict[str, str]]:
    """Numbers and what they are called, without those that are no longer in use."""
    return [{"number": line.number, "name": line.name} for line in hotlines if not line.withdrawn]


def short_names(view: View) -> dict[str, str]:
    """Whose line a number is, as short as can be."""
    return {line.number: line.short or line.name for line in view.hotlines.values() if not line.withdrawn}


def area_code(view: View, region: str | None) -> str | None:
    """The telephone area code of the nearest network up from a region, that of the hub's own without a region."""
    found = nearest(view.regions[region], view.networks) if region else view.network
    return found.area_code if found else None


def name_in_two_lines(place: Place) -> str:
    """A place's name with what is its own and its kind in a line each: 公园社区, 人力资源社会保障服务站."""
    rest = place.name.removeprefix(place.region.short).strip()
    return f"{place.region.short}\n{rest}" if rest and rest != place.name else place.name


def chain(view: View, place: Place, words: Words) -> str:
    """Where a place lies, from the province down to its own region."""
    names = [view.regions[code].short for code in place.region.chain if view.regions[code].tier != "country"]
    return words("print.chain_join").join(names)


def blanks(place: Place | None, words: Words, *fields: str) -> list[dict[str, str]]:
    """What a place has said of itself, empty text where it is to be written in by hand."""
    return [{"id": name, "value": _said(getattr(place, name, None), words)} for name in fields]


def _said(value: str | Hours | None, words: Words) -> str:
    return words.hours(value) if isinstance(value, Hours) else value or ""


def whose(view: View, region: str | None) -> str:
    """Whose wall a sheet hangs on: the place's name, else the region's; empty for a sheet that is nobody's own."""
    if not region:
        return ""
    place = view.places.get(region)
    return place.name if place else view.regions[region].name


def revised(records: Iterable[Any], words: Words) -> str:
    """The day of the newest revision of some records; empty where none has one."""
    newest = max((record.revisions[-1].date for record in records if record.revisions), default="")
    return words("print.revised", date=words.date(newest)) if newest else ""


def standing(place: Place, words: Words) -> str:
    """Whether somebody has confirmed the place, and when."""
    return words("print.confirmed", date=words.date(place.confirmed_on)) if place.confirmed_on else ""


def document(policy: Policy, words: Words) -> str:
    """Who issued a policy, under which number, and the date that it bears."""
    dates = policy.dates
    dated = dates.signed or dates.printed or dates.published or dates.effective
    found = (words("print.list_join").join(policy.issuers), policy.number or "", words.date(dated) if dated else "")
    return " · ".join(filter(None, found))


def paper(size: str, words: Words) -> str:
    """What a size is called at a print shop, 60×80 cm for ``60x80``, and how it is designed, if otherwise than usual."""
    name, _, design = size.partition("-")
    name = re.sub(r"^(\d+)x(\d+)$", r"\1×\2 cm", name)
    return words(f"print.paper.{design}", paper=name) if design else name
