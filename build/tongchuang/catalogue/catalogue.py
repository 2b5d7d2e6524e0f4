"""The catalogue: checked sources resolved for a day, one view of everything for each language."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

import msgspec

from ..load.sources import Kind, Sources
from ..model.course import Brand, Course
from ..model.dated import Calendar, Notice, Rate
from ..model.network import Pair, Partner, Routing, Target
from ..model.paper import Form, WallRule
from ..model.place import Hub
from ..model.point import Point
from ..model.policy import Policy
from ..model.profile import Profile
from ..model.system import System
from ..model.taxonomy import Appeal, Category, Department, Group, Hotline, LifeEvent, Scheme, Term, Window
from . import files, ledgers, network, schemes, services, translate
from .figures import figures
from .view import View

Record = TypeVar("Record")


@dataclass(frozen=True)
class Catalogue:
    """The checked content, resolved for a day, in every language. ``languages`` starts with Chinese."""

    as_of: date
    views: Mapping[str, View]

    @property
    def languages(self) -> tuple[str, ...]:
        """Language tags, the Chinese original first."""
        return tuple(self.views)

    def view(self, lang: str) -> View:
        """Everything in ``lang``; KeyError for a language without content."""
        return self.views[lang]


def resolve(sources: Sources, as_of: date) -> Catalogue:
    """The catalogue of sources that ``check`` found free of errors."""
    views = {lang: _view(sources, lang, as_of) for lang in sources.languages}
    chinese = views[sources.languages[0]]
    versions = (*chinese.services.values(), *chinese.regional.values())
    found = {(service.id, service.region): tuple(figures(service)) for service in versions}
    return Catalogue(
        as_of,
        {
            lang: replace(
                view,
                figures=found,
                schemes=schemes.filled(view),
                original=None if view is chinese else chinese,
            )
            for lang, view in views.items()
        },
    )


def sample(catalogue: Catalogue) -> Catalogue:
    """The catalogue as if its hub had no publisher and no address: all that is made of it is marked as a sample."""
    views = {
        lang: replace(view, hub=replace(view.hub, publisher=None, base_url=None))
        for lang, view in catalogue.views.items()
    }
    chinese = views[catalogue.languages[0]]
    return replace(
        catalogue,
        views={lang: view if view is chinese else replace(view, original=chinese) for lang, view in views.items()},
    )


def _view(sources: Sources, lang: str, as_of: date) -> View:
    regions = network.regions(sources, lang)
    category_order = list(_list(sources, "category", "categories", lang, Category))
    standard = services.standard(sources, lang)
    ordered = sorted(standard.values(), key=lambda s: (category_order.index(s.category), s.id))
    return View(
        lang=lang,
        as_of=as_of,
        hub=_hub(sources, lang),
        groups=_list(sources, "group", "groups", lang, Group),
        categories=_list(sources, "category", "categories", lang, Category),
        life_events=_list(sources, "life-event", "life-events", lang, LifeEvent),
        departments=_list(sources, "department", "departments", lang, Department),
        appeals=_list(sources, "appeal", "appeals", lang, Appeal),
        windows=_list(sources, "window", "windows", lang, Window),
        hotlines=_list(sources, "hotline", "hotlines", lang, Hotline),
        terms=_list(sources, "term", "glossary", lang, Term),
        schemes=_list(sources, "scheme", "schemes", lang, Scheme),
        systems=_list(sources, "system", "systems", lang, System),
        policies={id_: _policy(sources, id_, lang) for id_ in sources.of("policy")},
        services={service.id: service for service in ordered},
        regional=services.regional(sources, lang, regions, as_of),
        regions=regions,
        networks=network.networks(sources, lang),
        places=network.places(sources, lang, regions),
        profiles=files.records(sources, "profile", lang, Profile),
        marks={profile: mark.png for profile, mark in sources.marks.items()},
        points=files.records(sources, "point", lang, Point),
        pairs=files.records(sources, "pair", lang, Pair),
        routings=files.records(sources, "routing", lang, Routing),
        forms=files.records(sources, "form", lang, Form),
        ledgers=ledgers.ledgers(sources, lang),
        wall_rules=files.records(sources, "wall-rule", lang, WallRule),
        targets=files.records(sources, "target", lang, Target),
        partners=files.records(sources, "partner", lang, Partner),
        brands=files.records(sources, "brand", lang, Brand),
        courses=files.records(sources, "course", lang, Course),
        rates=files.records(sources, "rate", lang, Rate),
        calendars={int(year): record for year, record in files.records(sources, "calendar", lang, Calendar).items()},
        notices=files.records(sources, "notice", lang, Notice),
    )


def _list(sources: Sources, kind: Kind, key: str, lang: str, record: type[Record]) -> dict[str, Record]:
    document = sources.of(kind).get(key)
    if document is None:
        return {}
    translation = None if lang == "zh" else sources.of(kind, lang).get(key)
    words: Mapping[str, Any] = translation.data if translation else {}
    found = {}
    for item in document.data:
        data, _ = translate.overlay(kind, item, words.get(item["id"]))
        found[item["id"]] = msgspec.convert(data, record)
    return found


def _hub(sources: Sources, lang: str) -> Hub:
    translation = None if lang == "zh" else sources.of("hub", lang).get("hub")
    data, _ = translate.overlay("hub", sources.of("hub")["hub"].data, translation.data if translation else None)
    return msgspec.convert(data, Hub)


def _policy(sources: Sources, id_: str, lang: str) -> Policy:
    document = sources.of("policy")[id_]
    data: dict[str, Any] = {**document.data, "text": document.body, "lang": lang}
    if lang != "zh":
        translation = sources.of("policy", lang).get(id_)
        status, of = translate.standing(data["revisions"], translation.data if translation else None)
        overlaid, fallbacks = translate.overlay("policy", document.data, translation.data if translation else None)
        text = translation.body if translation else document.body
        latest = data["revisions"][-1]["id"]
        data |= {**overlaid, "text": text, "translation": translate.translation_record(status, of, latest, fallbacks)}
    return msgspec.convert(data, Policy)
