"""What people raise, and whose door it is: everywhere, and in each region that is known to have doors of its own."""

from collections.abc import Iterator
from typing import Any

from ....catalogue import View, doors
from ....catalogue.bodies import nearest
from ....model.network import Route
from ....model.service import Service
from ....model.taxonomy import Appeal
from ...address import address
from ...words import Words, words
from ..page import Crumb, Page
from .services import papers, phones


def pages(view: View, day: str) -> Iterator[Page]:
    """The list of kinds of appeal, and a page for each with what holds everywhere."""
    w = words(view.lang)
    here = _crumb(w)
    regions = [view.regions[code] for code in doors.regions(view)]
    yield Page("appeals/", here.label, w("site.appeals.summary"), "appeals.html", {"regions": regions})
    for appeal in view.appeals.values():
        context = {
            **_context(view, appeal, doors.route(view, appeal)),
            "regions": () if appeal.withdrawn else regions,
            "nearby": list(dict.fromkeys(kind for c in doors.categories(view, appeal) for kind in c.points)),
        }
        yield Page(address("appeal", appeal.id), appeal.name, appeal.summary, "appeal.html", context, (here,))


def at_regions(view: View, day: str) -> Iterator[Page]:
    """A page for each kind of appeal in each region with doors of its own; there are hundreds: stamped."""
    w = words(view.lang)
    for code in doors.regions(view):
        region = view.regions[code]
        routing = nearest(region, view.routings)
        for appeal in view.appeals.values():
            if appeal.withdrawn:
                continue
            context = {
                **_context(view, appeal, doors.route(view, appeal, code), code),
                "region": region,
                "place": view.places.get(code),
                "routing": routing,
            }
            title = w("site.appeal.at", name=region.short, appeal=appeal.name)
            trail = (
                _crumb(w),
                Crumb(appeal.name, address("appeal", appeal.id)),
                Crumb(region.short, address("region", code)),
            )
            yield Page(address("appeal", appeal.id, code), title, appeal.summary, "appeal.html", context, trail, code)


def _crumb(w: Words) -> Crumb:
    return Crumb(w("site.appeals.title"), "appeals/")


def _context(view: View, appeal: Appeal, route: Route, region: str | None = None) -> dict[str, Any]:
    first = [view.service(service.id, region) for service in doors.first(view, appeal, route)]
    # Those of what to look at first come first, and within each what is not for workers last.
    order = [service.category for service in first]
    found = doors.categories(view, appeal)
    known = sorted(found, key=lambda c: order.index(c.id) if c.id in order else len(order))
    within = {category.id: category for category in known}
    rest: dict[str, list[Service]] = {id_: [] for id_ in within}
    for service in sorted(view.services.values(), key=lambda s: "worker" not in s.audience):
        if service.category in within and view.offers(service) and all(service.id != other.id for other in first):
            rest[service.category].append(view.service(service.id, region))
    windows = (view.windows[service.window] for service in first)
    return {
        "appeal": appeal,
        "route": route,
        "windows": [view.windows[route.window]] if route.window else list(dict.fromkeys(w for w in windows if w.basic)),
        "hotlines": [line for line in view.hotlines.values() if line.number in route.hotlines and not line.withdrawn],
        "first": first,
        "rest": {within[id_]: services for id_, services in rest.items() if services},
        "papers": papers,
        "phones": phones,
        "named": _named(view, region),
        "region": None,
    }


def _named(view: View, region: str | None) -> dict[str, str]:
    """What the departments are called, by their ids: as a region's profile names them, where it does."""
    names = view.bodies(region) if region else {}
    return {id_: names.get(_BODIES.get(id_, ""), department.name) for id_, department in view.departments.items()}


# The departments that are bodies for remedies, which a region's profile names.
_BODIES = {
    "labour-inspection": "inspection",
    "labour-arbitration": "arbitration",
    "legal-aid-agency": "legal-aid",
    "peoples-government": "review",
}
