"""Whose door it is: where a kind of appeal goes, by a region's routing or else by what the kind itself says."""

from collections.abc import Iterable

from ..model.network import Route
from ..model.place import Place
from ..model.service import Service
from ..model.taxonomy import Appeal, Category, Window
from .bodies import nearest
from .view import View


def regions(view: View) -> tuple[str, ...]:
    """The regions with doors of their own: of each routing, and of each network with its counties."""
    networks = (view.regions[network.region] for network in view.networks.values())
    served = (code for region in networks for code in (region.code, *region.children))
    return tuple(dict.fromkeys((*served, *view.routings)))


def route(view: View, appeal: Appeal, region: str | None = None) -> Route:
    """Where a kind of appeal goes in a region, or without one everywhere."""
    routing = nearest(view.regions[region], view.routings) if region else None
    routes = {route.id: route for route in routing.routes} if routing else {}
    return routes.get(appeal.id) or Route(appeal.id, appeal.departments, hotlines=appeal.hotlines)


def categories(view: View, appeal: Appeal) -> tuple[Category, ...]:
    """The categories of services that a kind of appeal is about."""
    found = view.categories.values()
    return tuple(category for category in found if appeal.id in category.appeals and not category.withdrawn)


def first(view: View, appeal: Appeal, route: Route) -> tuple[Service, ...]:
    """The services to look at first: those that a route names, else those of the kind of appeal."""
    named = (view.services[id_] for id_ in route.services or appeal.services)
    return tuple(service for service in named if view.offers(service))


def windows(view: View, route: Route, services: Iterable[Service], place: Place | None) -> tuple[Window, ...]:
    """The window that a route names, else those of a place where the services are done."""
    here = place.windows if place else ()
    named = (route.window,) if route.window else (service.window for service in services if service.window in here)
    return tuple(view.windows[id_] for id_ in dict.fromkeys(named))
