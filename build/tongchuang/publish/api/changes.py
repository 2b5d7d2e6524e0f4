"""The feed of changes: every revision of every record, newest first.

A JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), which feed readers take; what they don't know, the
record, the revision and the fields it changed, stands under ``_tongchuang``.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ...catalogue import View
from ...model.common import Revision

# Dates of revisions are days in China.
_MIDNIGHT = "T00:00:00+08:00"
_VERSION = "https://jsonfeed.org/version/1.1"


def feed(
    view: View,
    collections: tuple[tuple[str, str, str], ...],
    links: Callable[[str, str, str], Mapping[str, Any]],
    addresses: Mapping[str, str],
) -> dict[str, Any]:
    """The feed of one language; ``links(collection, kind, id)`` are those of a record.

    Within a day the order is that of the collections and ids, the later revision of a record first.
    """
    items = [
        item for collection, kind, attribute in collections for item in _items(view, collection, kind, attribute, links)
    ]
    items.sort(key=lambda item: str(item["date_published"]), reverse=True)
    return {
        "version": _VERSION,
        "title": view.hub.name,
        "home_page_url": addresses["home"],
        "feed_url": addresses["feed"],
        "language": view.lang,
        "items": items,
    }


def _items(
    view: View,
    collection: str,
    kind: str,
    attribute: str,
    links: Callable[[str, str, str], Mapping[str, Any]],
) -> Iterator[dict[str, Any]]:
    for id_, record in getattr(view, attribute).items():
        revisions: tuple[Revision, ...] = getattr(record, "revisions", ())
        for revision in reversed(revisions):
            to = links(collection, kind, str(id_))
            yield {
                "id": f"{kind}/{id_}#{revision.id}",
                "url": to["page"],
                "title": getattr(record, "name", None) or record.title,
                "content_text": revision.zh if view.lang == "zh" else revision.en,
                "date_published": revision.date + _MIDNIGHT,
                "_tongchuang": {
                    "kind": kind,
                    "id": id_,
                    "revision": revision.id,
                    "change": revision.kind,
                    "fields": revision.fields,
                    "withdrawn": record.withdrawn is not None,
                    "links": to,
                },
            }
