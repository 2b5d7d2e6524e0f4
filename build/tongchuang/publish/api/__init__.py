"""The JSON API: the records of the catalogue as static files under ``api/v1/``.

``api/v1/index.json`` names the collections; ``api/v1/<lang>/<collection>/index.json`` lists ids, names and
links; ``api/v1/<lang>/<collection>/<id>.json`` is the whole record. Field names are those of the schemas.
Links are paths from the root of the release, or whole addresses once the hub has a base address.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from ...catalogue import Catalogue, View
from ...model.place import Place
from ...model.service import Service
from ..address import address
from ..artifact import Artifact

VERSION = "v1"
ROOT = f"api/{VERSION}"
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
    ("places", "place", "places"),
)


def publish(catalogue: Catalogue) -> Iterator[Artifact]:
    """Every file of the API."""
    yield _file(f"{ROOT}/index.json", _index(catalogue))
    for lang in catalogue.languages:
        view = catalogue.view(lang)
        for collection, kind, attribute in COLLECTIONS:
            records: Mapping[str, Any] = getattr(view, attribute)
            yield from _collection(catalogue, view, collection, kind, records)
        for (region, _), service in view.regional.items():
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
        "counts": {collection: len(getattr(view, attribute)) for collection, _, attribute in COLLECTIONS},
        "collections": {
            lang: {
                collection: _link(catalogue, f"{ROOT}/{lang}/{collection}/index.json") for collection, *_ in COLLECTIONS
            }
            for lang in catalogue.languages
        },
    }


def _collection(
    catalogue: Catalogue, view: View, collection: str, kind: str, records: Mapping[str, Any]
) -> Iterator[Artifact]:
    entries = []
    for id_, record in records.items():
        links = _links(catalogue, view.lang, collection, kind, id_)
        name = getattr(record, "name", None) or record.title
        entries.append({"id": id_, "name": name, "links": links})
        yield _file(_path(view.lang, collection, id_), {**_record(view, record), "links": links})
    listing = {"lang": view.lang, "count": len(entries), "items": entries}
    yield _file(f"{ROOT}/{view.lang}/{collection}/index.json", listing)


def _record(view: View, record: Any) -> dict[str, Any]:
    built: dict[str, Any] = msgspec.to_builtins(record)
    if isinstance(record, Place):
        built["confirmed"] = record.confirmed_on is not None
        built["services"] = [{"id": service.id, "region": service.region} for service in view.services_at(record)]
    if isinstance(record, Service):
        built["versions"] = sorted(region for region, id_ in view.regional if id_ == record.id)
    return built


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
