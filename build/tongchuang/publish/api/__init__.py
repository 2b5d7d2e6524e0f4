"""The JSON API: the records of the catalogue as static files under ``api/v1/``.

``api/v1/index.json`` names the collections; ``api/v1/<lang>/<collection>/index.json`` lists ids, names and
links; ``api/v1/<lang>/<collection>/<id>.json`` is the whole record, ``api/v1/<lang>/changes.json`` the feed of
changes, ``api/v1/sourcing.json`` the sourcing report, ``api/v1/coverage.json`` the coverage of the networks. What was
withdrawn stays, and is not counted. Field names are those of the schemas.
Links are paths from the root of the release, or whole addresses once the hub has a base address.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from ...catalogue import Catalogue, View
from ...catalogue.asked import Asked, asked
from ...catalogue.bodies import nearest
from ...model.dated import Calendar
from ...model.network import Routing
from ...model.place import Place, Region
from ...model.profile import Profile
from ...model.service import Service
from ...model.taxonomy import LifeEvent
from ..address import address
from ..artifact import Artifact
from ..words import words
from . import changes, coverage, sourcing

VERSION = "v1"
ROOT = f"api/{VERSION}"
_SOURCING = f"{ROOT}/sourcing.json"
_COVERAGE = f"{ROOT}/coverage.json"
# Each collection: its folder, the kind that addresses its pages, and the attribute of a view that holds it.
COLLECTIONS = (
    ("groups", "group", "groups"),
    ("categories", "category", "categories"),
    ("life-events", "life-event", "life_events"),
    ("services", "service", "services"),
    ("policies", "policy", "policies"),
    ("departments", "department", "departments"),
    ("appeals", "appeal", "appeals"),
    ("windows", "window", "windows"),
    ("hotlines", "hotline", "hotlines"),
    ("terms", "term", "terms"),
    ("schemes", "scheme", "schemes"),
    ("regions", "region", "areas"),
    ("places", "place", "places"),
    ("profiles", "profile", "profiles"),
    ("points", "point", "points"),
    ("pairs", "pair", "pairs"),
    ("routing", "routing", "routings"),
    ("forms", "form", "forms"),
    ("ledgers", "ledger", "ledgers"),
    ("wall", "wall-rule", "wall_rules"),
    ("targets", "target", "targets"),
    ("partners", "partner", "partners"),
    ("brands", "brand", "brands"),
    ("courses", "course", "courses"),
    ("rates", "rate", "rates"),
    ("calendars", "calendar", "calendars"),
    ("notices", "notice", "notices"),
)


def publish(catalogue: Catalogue) -> Iterator[Artifact]:
    """Every file of the API."""
    yield _file(f"{ROOT}/index.json", _index(catalogue))
    yield _file(_SOURCING, sourcing.report(catalogue))
    yield _file(_COVERAGE, coverage.report(catalogue))
    for lang in catalogue.languages:
        view = catalogue.view(lang)
        for collection, kind, attribute in COLLECTIONS:
            records: Mapping[Any, Any] = getattr(view, attribute)
            yield from _collection(catalogue, view, collection, kind, records)
        yield _file(_changes(lang), _feed(catalogue, view))
        for region, id_ in view.regional:
            service = view.service(id_, region)
            links = _links(catalogue, lang, "services", "service", service.id, region)
            yield _file(_path(lang, "services", service.id, region), {**_record(view, service), "links": links})


def _index(catalogue: Catalogue) -> dict[str, Any]:
    view = catalogue.view(catalogue.languages[0])
    return {
        "api": VERSION,
        "name": view.hub.name,
        "publisher": view.hub.publisher,
        "base_url": view.hub.base_url,
        "sample": view.hub.sample,
        "as_of": catalogue.as_of.isoformat(),
        "languages": list(catalogue.languages),
        "counts": {collection: _current(getattr(view, attribute)) for collection, _, attribute in COLLECTIONS},
        "collections": {
            lang: {
                collection: _link(catalogue, f"{ROOT}/{lang}/{collection}/index.json") for collection, *_ in COLLECTIONS
            }
            for lang in catalogue.languages
        },
        "changes": {lang: _link(catalogue, _changes(lang)) for lang in catalogue.languages},
        "sourcing": _link(catalogue, _SOURCING),
        "coverage": _link(catalogue, _COVERAGE),
    }


def _current(records: Mapping[Any, Any]) -> int:
    """How many records there are that have not been withdrawn."""
    return sum(not getattr(record, "withdrawn", None) for record in records.values())


def _changes(lang: str) -> str:
    return f"{ROOT}/{lang}/changes.json"


def _feed(catalogue: Catalogue, view: View) -> dict[str, Any]:
    def links(collection: str, kind: str, id: str) -> dict[str, Any]:
        return _links(catalogue, view.lang, collection, kind, id)

    addresses = {"home": _link(catalogue, f"{view.lang}/"), "feed": _link(catalogue, _changes(view.lang))}
    return changes.feed(view, COLLECTIONS, links, addresses)


def _collection(
    catalogue: Catalogue, view: View, collection: str, kind: str, records: Mapping[Any, Any]
) -> Iterator[Artifact]:
    entries = []
    for key, record in records.items():
        id_ = str(key)
        links = _links(catalogue, view.lang, collection, kind, id_)
        name = _name(view, record)
        entry = {"id": id_, "name": name, "links": links}
        if withdrawn := getattr(record, "withdrawn", None):
            entry["withdrawn"] = withdrawn.date
        entries.append(entry)
        yield _file(_path(view.lang, collection, id_), {**_record(view, record), "links": links})
    listing = {"lang": view.lang, "count": len(entries), "items": entries}
    yield _file(f"{ROOT}/{view.lang}/{collection}/index.json", listing)


def _name(view: View, record: Any) -> str:
    """What a record is called; a routing or profile by its region, a calendar by the notice it comes from."""
    if isinstance(record, Routing | Profile):
        return view.regions[record.region].short
    titled = record.notice if isinstance(record, Calendar) else record
    found: str = getattr(titled, "name", None) or titled.title
    return found


def _record(view: View, record: Any) -> dict[str, Any]:
    built: dict[str, Any] = msgspec.to_builtins(record)
    if isinstance(record, Region):
        profile, routing = view.profile_at(record.code), nearest(record, view.routings)
        built["place"] = record.code if record.code in view.places else None
        built["profile"] = profile.id if profile else None
        built["routing"] = routing.region if routing else None
        built["services"] = [{"id": service.id, "region": service.region} for service in view.local_at(record.code)]
        built["pairs"] = [pair.id for pair in view.pairs_at(record.code)]
    if isinstance(record, Routing):
        built["pairs"] = [pair.id for pair in view.pairs_at(record.region)]
    if isinstance(record, Place):
        built["confirmed"] = record.confirmed_on is not None
        built["hours_text"] = words(view.lang).hours(record.hours) if record.hours else None
        built["bodies"] = view.bodies(record.code)
        # What is asked of a place that has reported nothing stands in its profile.
        built["asked"] = [_asked(one) for one in asked(view, record)] if record.confirmed_on else []
        built["services"] = [{"id": service.id, "region": service.region} for service in view.services_at(record)]
    if isinstance(record, Service):
        built["versions"] = sorted(region for region, id_ in view.regional if id_ == record.id)
    if isinstance(record, LifeEvent):
        built["more_services"] = [service.id for service in view.more_of_event(record)]
    return built


def _asked(one: Asked) -> dict[str, Any]:
    return {**msgspec.to_builtins(one), "met": one.met}


def _links(
    catalogue: Catalogue, lang: str, collection: str, kind: str, id: str, region: str | None = None
) -> dict[str, Any]:
    page = address(kind, id, region)
    return {
        "self": _link(catalogue, _path(lang, collection, id, region)),
        "page": _link(catalogue, f"{lang}/{page}"),
        "languages": {other: _link(catalogue, _path(other, collection, id, region)) for other in catalogue.languages},
    }


def _path(lang: str, collection: str, id: str, region: str | None = None) -> str:
    return f"{ROOT}/{lang}/{collection}/{id}{f'/{region}' if region else ''}.json"


def _link(catalogue: Catalogue, path: str) -> str:
    base = catalogue.view(catalogue.languages[0]).hub.base_url
    return f"{base}/{path}" if base else path


def _file(path: str, content: Mapping[str, Any] | Iterable[Any]) -> Artifact:
    return Artifact(path, msgspec.json.encode(content) + b"\n")
