"""The services: the standard version of each, and that of every region with its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .... import schemas
from ....catalogue import View
from ....model.service import Condition, Material, Service
from ...address import address
from ...words import words
from ..answers import branches
from ..differing import differing
from ..page import Crumb, Page
from .courses import over

# Answered in every city, for whatever has no telephone of its own.
_LAST_RESORT = "12345"
# How many conditions stand at the top of the page.
_ROOM = 2
# A department's number that is not for questions.
_EMERGENCY = ("110", "119", "120")


def pages(view: View, day: str) -> Iterator[Page]:
    """The list of services, and a page for each distinct version of each."""
    w = words(view.lang)
    yield Page("services/", w("site.services.title"), w("site.services.summary"), "services.html")
    for service in view.services.values():
        category = view.categories[service.category]
        trail = (Crumb(category.name, address("category", category.id)),)
        yield _page(view, service, day, trail)
    for region, id_ in view.regional:
        service = view.service(id_, region)
        yield _page(view, service, day, (Crumb(service.name, address("service", service.id)),))


def _page(view: View, service: Service, day: str, trail: tuple[Crumb, ...]) -> Page:
    where = f"{view.regions[service.region].short} · " if service.region else ""
    return Page(
        address("service", service.id, service.region),
        where + service.name,
        service.summary,
        "service.html",
        _context(view, service, day),
        trail,
        service.region,
    )


def _context(view: View, service: Service, day: str) -> dict[str, Any]:
    courses = [course for course in view.courses.values() if service.id in course.services]
    own_versions = [region for region, id_ in view.regional if id_ == service.id and region != service.region]
    original = (view.original or view).version(service.id, service.region)
    return {
        "service": service,
        "original": original,
        "zh": words("zh"),
        "papers_in_chinese": {material.id: material.name for material in original.materials},
        "conditions": branches(service.conditions),
        "materials": branches(service.materials),
        "differences": differing(view, service),
        "exceptions": [(e, _titles(e.fields, view.lang)) for e in service.exceptions],
        "phones": phones(view, service),
        "hotlines": view.hotline_names,
        "way": service.way,
        "may": may(service),
        "papers": papers(service),
        "without": [
            place.code
            for place in view.places.values()
            for group in place.not_offered
            if group.id == view.categories[service.category].group
        ],
        "own_versions": [view.regions[region] for region in own_versions],
        "forms": [form for form in view.forms.values() if service.id in form.services and not form.withdrawn],
        "courses": [course for course in courses if not over(course, day)],
        "taught": courses or any(service.id in brand.services for brand in view.brands.values()),
        "carries_out": view.policies_citing(service),
        "stages": () if service.withdrawn else view.stages_with(service.id),
        "api": f"api/v1/{view.lang}/services/{service.id}{f'/{service.region}' if service.region else ''}.json",
    }


def may(service: Service) -> tuple[Condition, ...]:
    """The conditions that the top of the page has room for: those of every case, as the editors ordered them."""
    always = [condition for condition in service.conditions if not condition.when]
    return tuple(always or service.conditions)[:_ROOM]


@dataclass(frozen=True, slots=True)
class Papers:
    """What to bring, for the top of the page: for everybody, and in some cases or if one has it.

    ``required`` tells whether anything is; where nothing is, all of these only help.
    """

    required: bool
    always: tuple[Material, ...]
    depends: tuple[Material, ...]


def papers(service: Service) -> Papers:
    """The papers of a service, those of a case before those that help; without what a place waives."""
    wanted = [material for material in service.materials if not material.waived]
    required = any(material.required for material in wanted)
    always = tuple(m for m in wanted if not m.when and (m.required or not required))
    others = (material for material in wanted if material not in always)
    return Papers(required, always, tuple(sorted(others, key=lambda material: not material.required)))


def _titles(fields: tuple[str, ...], lang: str) -> list[str]:
    """What the fields of an exception are called: the titles of those at the top, each once."""
    known = schemas.properties(schemas.schema("service"))
    tops = dict.fromkeys(field.partition(".")[0] for field in fields)
    return [schemas.deref(known[top])["title" if lang == "zh" else "x-en"] for top in tops]


def phones(view: View, service: Service) -> tuple[str, ...]:
    """Whom to call about a service: its own telephones, else its department's hotline, else 12345."""
    own = dict.fromkeys(channel.phone for channel in service.channels if channel.phone)
    hotline = view.departments[service.departments.lead].hotline
    if own:
        return tuple(own)
    return (hotline,) if hotline and hotline not in _EMERGENCY else (_LAST_RESORT,)
