"""The services: the standard version of each, and that of every region with its own."""

from collections.abc import Iterator
from typing import Any

from ....catalogue import View
from ....model.service import Service
from ...address import address
from ...words import words
from ..answers import branches
from ..page import Crumb, Page

# Answered in every city, for whatever has no telephone of its own.
_LAST_RESORT = "12345"
# A department's number that is not for questions.
_EMERGENCY = ("110", "119", "120")


def pages(view: View, day: str) -> Iterator[Page]:
    """The list of services, and a page for each distinct version of each."""
    w = words(view.lang)
    yield Page("services/", w("site.services.title"), w("site.services.summary"), "services.html")
    for service in view.services.values():
        category = view.categories[service.category]
        trail = (Crumb(category.name, address("category", category.id)),)
        yield _page(view, service, trail)
    for service in view.regional.values():
        yield _page(view, service, (Crumb(service.name, address("service", service.id)),))


def _page(view: View, service: Service, trail: tuple[Crumb, ...]) -> Page:
    where = f"{view.regions[service.region].short} · " if service.region else ""
    return Page(
        address("service", service.id, service.region),
        where + service.name,
        service.summary,
        "service.html",
        _context(view, service),
        trail,
    )


def _context(view: View, service: Service) -> dict[str, Any]:
    own_versions = [region for region, id_ in view.regional if id_ == service.id and region != service.region]
    return {
        "service": service,
        "conditions": branches(service.conditions),
        "materials": branches(service.materials),
        "phones": phones(view, service),
        "own_versions": [view.regions[region] for region in own_versions],
        "carries_out": view.policies_citing(service),
        "api": f"api/v1/{view.lang}/services/{service.id}{f'/{service.region}' if service.region else ''}.json",
        "print": None if service.region else f"print/notices/{service.id}.{view.lang}.pdf",
    }


def phones(view: View, service: Service) -> tuple[str, ...]:
    """Whom to call about a service: its own telephones, else its department's hotline, else 12345."""
    own = dict.fromkeys(channel.phone for channel in service.channels if channel.phone)
    hotline = view.departments[service.departments.lead].hotline
    if own:
        return tuple(own)
    return (hotline,) if hotline and hotline not in _EMERGENCY else (_LAST_RESORT,)
