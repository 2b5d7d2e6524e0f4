"""Everything in one language, and what follows from it for a place, a region, a day."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from ..load.sources import Kind
from ..model.course import Brand, Course
from ..model.dated import Calendar, Notice, Rate
from ..model.network import Pair, Partner, Routing, Target
from ..model.paper import Form, Ledger, WallRule
from ..model.place import Hub, Network, Place, Region
from ..model.point import Point
from ..model.policy import Policy
from ..model.profile import Profile
from ..model.service import Service
from ..model.system import System
from ..model.taxonomy import Appeal, Category, Department, Group, Hotline, LifeEvent, Scheme, Stage, Term, Window
from .bodies import bodies, nearest, with_bodies
from .figures import Figure
from .limits import TimeLimit, time_limit
from .serving import RECORDS
from .status import status

Made = TypeVar("Made")

# The mapping of a view that holds the records of a kind.
_FIELDS: Mapping[Kind, str] = {
    **{kind: field for field, kind in RECORDS.items()},
    "term": "terms",
    "region": "regions",
    "place": "places",
    "notice": "notices",
}


@dataclass(frozen=True)
class View:
    """Everything in one language. Mappings are by id, routings by region, calendars by year, marks (PNG) by
    profile, in the order of the content."""

    lang: str
    as_of: date
    hub: Hub
    groups: Mapping[str, Group]
    categories: Mapping[str, Category]
    life_events: Mapping[str, LifeEvent]
    departments: Mapping[str, Department]
    appeals: Mapping[str, Appeal]
    windows: Mapping[str, Window]
    hotlines: Mapping[str, Hotline]
    terms: Mapping[str, Term]
    schemes: Mapping[str, Scheme]
    systems: Mapping[str, System]
    policies: Mapping[str, Policy]
    services: Mapping[str, Service]
    regional: Mapping[tuple[str, str], Service]
    regions: Mapping[str, Region]
    networks: Mapping[str, Network]
    places: Mapping[str, Place]
    profiles: Mapping[str, Profile]
    marks: Mapping[str, bytes]
    points: Mapping[str, Point]
    pairs: Mapping[str, Pair]
    routings: Mapping[str, Routing]
    forms: Mapping[str, Form]
    ledgers: Mapping[str, Ledger]
    wall_rules: Mapping[str, WallRule]
    targets: Mapping[str, Target]
    partners: Mapping[str, Partner]
    brands: Mapping[str, Brand]
    courses: Mapping[str, Course]
    rates: Mapping[str, Rate]
    calendars: Mapping[int, Calendar]
    notices: Mapping[str, Notice]
    # By id and region of each version of a service; read from the Chinese, other languages write numbers otherwise.
    figures: Mapping[tuple[str, str | None], tuple[Figure, ...]] = field(default_factory=dict)
    # The Chinese, for what a window's staff must read on a page of another language; None in the Chinese itself.
    original: "View | None" = None

    def collection(self, kind: Kind) -> Mapping[str, Any]:
        """The records of a kind, by id."""
        found: Mapping[str, Any] = getattr(self, _FIELDS[kind])
        return found

    def record(self, kind: Kind, id: str) -> Any:
        """A record by kind and id; KeyError for one that isn't there."""
        return self.collection(kind)[id]

    def service(self, id: str, place: str | None = None) -> Service:
        """A service as it holds at a place, on the catalogue's day, in this view's language: the one call.

        ``place`` is the code of a region or place of any tier; None gives the standard version. The record
        is that of ``version`` with each remedy's ``body`` named by the region's profile where neither the
        item nor a local version names one (where the profile names none, only ``body_kind`` tells).
        ``region`` says whose version it is, ``differences`` which fields that changed (dotted paths, entries
        by id), ``exceptions`` which locked ones and why, ``translation`` which words are Chinese still.
        Where each field was written (file, line, rule) ``catalogue.provenance.trace`` tells. KeyError for an
        unknown id or code.
        """
        service = self.version(id, place)
        return with_bodies(service, self.bodies(place)) if place else service

    def version(self, id: str, region: str | None = None) -> Service:
        """The version in force at a region or place: that of the nearest region up the chain with a local
        version, else the standard one. The record itself, so that places with one version share it."""
        return self._version(id, self.regions[region].chain if region else ())

    def _version(self, id: str, chain: tuple[str, ...]) -> Service:
        return next(
            (self.regional[code, id] for code in reversed(chain) if (code, id) in self.regional), self.services[id]
        )

    def bodies(self, region: str) -> Mapping[str, str]:
        """The name of each kind of body for remedies at a region or place; KeyError for an unknown code."""
        profile = self.profile_at(region)
        return bodies(self.regions[region], self.regions, profile.bodies) if profile else {}

    def profile_at(self, region: str) -> Profile | None:
        """The profile of the network that a region or place lies in, else the nearest; KeyError for an unknown code."""

        def found() -> Profile | None:
            network = nearest(self.regions[region], self.networks)
            return self.profiles[network.profile] if network else nearest(self.regions[region], self.profiles)

        return self.once(("profile", region), found)

    def services_at(self, place: Place) -> tuple[Service, ...]:
        """The services offered at a place's level, in the versions in force there; a withdrawn place offers none, and
        none is offered of a group that the place says it has nothing of."""
        if place.withdrawn:
            return ()
        missing = frozenset(group.id for group in place.not_offered)
        chain = tuple(code for code in place.region.chain if code in self._with_versions)
        alike = place.level, chain, missing
        if alike not in self._offered:
            self._offered[alike] = tuple(
                self._version(service.id, chain)
                for service in self.services.values()
                if place.level in service.levels
                and self.offers(service)
                and self.categories[service.category].group not in missing
            )
        return self._offered[alike]

    @cached_property
    def _offered(self) -> dict[tuple[str, tuple[str, ...], frozenset[str]], tuple[Service, ...]]:
        """The lists that ``services_at`` has made: thousands of places share a few."""
        return {}

    @cached_property
    def _with_versions(self) -> frozenset[str]:
        """The regions with local versions."""
        return frozenset(region for region, _ in self.regional)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` makes of this view, which never changes: made once for a key. Keys begin with their module."""
        if key not in self._made:
            self._made[key] = make()
        made: Made = self._made[key]
        return made

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}

    def pairs_at(self, region: str) -> tuple[Pair, ...]:
        """The pairs of a region, or of one above or below it, that have not ended; those withdrawn are left out."""
        return tuple(
            pair
            for pair in self.pairs.values()
            if not pair.withdrawn
            and (pair.ends is None or pair.ends >= self.as_of.isoformat())
            and any(
                end in self.regions[region].chain or region in self.regions[end].chain
                for end in (pair.sending, pair.receiving)
            )
        )

    def points_at(self, region: str) -> tuple[Point, ...]:
        """The points to go to that stand in a region, or serve just its people, and of each kind in ``nearby`` that
        is not among them the nearest that serves the regions above."""
        here, chain = self._points_of[region], self.regions[region].chain
        missing = [kind for kind in self.nearby if all(point.kind != kind for point in here)]
        return (*here, *(point for kind in missing for point in self._nearest(kind, chain)))

    def _nearest(self, kind: str, chain: tuple[str, ...]) -> list[Point]:
        """The points of a kind that serve the innermost region of a chain that any of them serves."""
        return next((self._serving[kind, code] for code in reversed(chain) if (kind, code) in self._serving), [])

    @cached_property
    def _points_of(self) -> Mapping[str, list[Point]]:
        """By region: the points to go to that stand in it, or serve just its people."""
        found: dict[str, list[Point]] = {region: [] for region in self.regions}
        for point in self.open_points:
            for region in {*self.regions[point.region].chain, point.serves}:
                found[region].append(point)
        return found

    @cached_property
    def _serving(self) -> Mapping[tuple[str, str], list[Point]]:
        """The points to go to by their kind and the region that they serve."""
        found: dict[tuple[str, str], list[Point]] = {}
        for point in self.open_points:
            found.setdefault((point.kind, point.serves), []).append(point)
        return found

    @cached_property
    def open_points(self) -> tuple[Point, ...]:
        """The points to go to: neither withdrawn nor struck off their department's list."""
        return tuple(
            point
            for point in self.points.values()
            if not point.withdrawn and not (point.listing and point.listing.status == "removed")
        )

    @cached_property
    def nearby(self) -> tuple[str, ...]:
        """The kinds of points where people see to the matters of a category nearby."""
        return tuple(dict.fromkeys(kind for category in self.categories.values() for kind in category.points))

    def offers(self, service: Service) -> bool:
        """Whether a service can be had on the catalogue's day: neither withdrawn nor outside its validity."""
        return not service.withdrawn and status(service, self.as_of.isoformat()) == "in-force"

    def desk(self, service: Service) -> str:
        """Whom to ask for, in words that mean something at the door: a basic window, else the lead department."""
        window = self.windows[service.window]
        return window.name if window.basic else self.departments[service.departments.lead].name

    def services_of_category(self, category: str) -> tuple[Service, ...]:
        """The standard versions of a category's services."""
        return tuple(s for s in self.services.values() if s.category == category)

    def needed_of_category(self, category: str) -> tuple[Service, ...]:
        """The same in the order of need: what the category's kinds of appeal name first, then what helps in most life
        events; what is not for workers last."""
        named = [id_ for appeal in self.categories[category].appeals for id_ in self.appeals[appeal].services]

        def need(service: Service) -> tuple[bool, int, int]:
            rank = named.index(service.id) if service.id in named else len(named)
            return "worker" not in service.audience, rank, -len(self.stages_with(service.id))

        return tuple(sorted(self.services_of_category(category), key=need))

    def more_of_event(self, event: LifeEvent) -> tuple[Service, ...]:
        """The standard versions of services that name a life event, are in none of its stages and not withdrawn:
        those of the event's categories first, in the event's order, then the others."""
        staged = {id_ for stage in event.stages for id_ in stage.services}
        rank = {category: number for number, category in enumerate(event.categories)}
        more = [
            service
            for service in self.services.values()
            if event.id in service.life_events and service.id not in staged and not service.withdrawn
        ]
        return tuple(sorted(more, key=lambda service: rank.get(service.category, len(rank))))

    def stages_with(self, service: str) -> tuple[tuple[LifeEvent, int, Stage], ...]:
        """Where a service helps on the way through a life event: the event, the stage and its number from 1."""
        return tuple(
            (event, number, stage)
            for event in self.life_events.values()
            if not event.withdrawn
            for number, stage in enumerate(event.stages, 1)
            if service in stage.services
        )

    def limits(self, event: LifeEvent) -> tuple[TimeLimit, ...]:
        """The time limits on a life event's card, of services that are offered; none without a card."""
        found = (time_limit(self.services, of) for of in (event.card.limits if event.card else ()))
        return tuple(limit for limit in found if self.offers(limit.service))

    def policies_citing(self, service: Service) -> tuple[Policy, ...]:
        """The policies with a measure that a service carries out."""
        return tuple(p for p in self.policies.values() if any(service.id in m.services for m in p.measures))

    @cached_property
    def areas(self) -> Mapping[str, Region]:
        """The provinces, cities and counties: the regions that have a page, with places or without."""
        tiers = ("province", "city", "county")
        return {code: r for code, r in self.regions.items() if r.tier in tiers and not r.withdrawn}

    @cached_property
    def ahead(self) -> tuple[Notice, ...]:
        """The notices that have not ended on the catalogue's day, by their first day; none that was withdrawn."""
        day = self.as_of.isoformat()
        found = [notice for notice in self.notices.values() if notice.ends >= day and not notice.withdrawn]
        return tuple(sorted(found, key=lambda notice: (notice.starts, notice.id)))

    def urgent_at(self, region: str | None) -> tuple[Notice, ...]:
        """The urgent ones of them for a region, or None for the hub as a whole: those of the regions above, and those
        of no region."""
        chain = self.regions[region].chain if region else ()
        return tuple(n for n in self.ahead if n.kind == "urgent" and (n.region is None or n.region in chain))

    def notices_at(self, region: str) -> tuple[Notice, ...]:
        """The other notices of them for a region: its own first, then those of the regions above and of no region,
        plain ones before the other kinds. Awards have a page of their own."""
        chain = (None, *self.regions[region].chain)
        found = (n for n in self.ahead if n.kind not in ("urgent", "award") and n.region in chain)
        return tuple(sorted(found, key=lambda n: (-chain.index(n.region), n.kind != "notice")))

    def local_at(self, region: str) -> tuple[Service, ...]:
        """The local versions in force at a region and still offered; KeyError for an unknown code."""
        here = (self.version(id_, region) for id_ in self.services)
        return tuple(service for service in here if service.region and self.offers(service))

    @cached_property
    def hotline_names(self) -> Mapping[str, str]:
        """What each hotline in use is called, by its number."""
        return {line.number: line.name for line in self.hotlines.values() if not line.withdrawn}

    @cached_property
    def network(self) -> Network:
        """The network that this hub publishes."""
        return self.networks[self.hub.network]
