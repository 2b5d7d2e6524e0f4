"""Every record of a version of the content as data, by what makes it the same record in another version."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ... import schemas
from ...catalogue.revisions import BODY
from ...load.sources import Document, Kind, Sources
from ...load.walk import LISTS


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A record by kind, id and, of a local version, region; ``lang`` is empty but for a translation's words."""

    kind: Kind
    id: str
    region: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What a file, an entry of a list or a row of a table says, and the file's path."""

    path: str
    data: Mapping[str, Any]


def records(sources: Sources) -> Mapping[Key, Record]:
    """All records of ``sources``, which are free of errors of form."""
    return {key: record for document in sources.documents for key, record in _of(document)}


def _of(document: Document) -> Iterator[tuple[Key, Record]]:
    lang = document.lang or ""
    if document.kind == "division":
        for row in document.data:
            yield Key("region", row["code"], lang=lang), Record(document.path, row)
    elif document.kind in LISTS:
        entries = document.data.items() if lang else ((entry["id"], entry) for entry in document.data)
        for id_, entry in entries:
            yield Key(document.kind, id_, lang=lang), Record(document.path, entry)
    else:
        data = document.data
        if document.kind == "policy":
            lines = [line.rstrip() for line in document.body.split("\n")]
            data = {**data, BODY: "\n".join(lines).strip()}
        yield Key(document.kind, document.key, document.region or "", lang), Record(document.path, data)


def schema_of(key: Key) -> schemas.Node:
    """The schema of a record's data; one without properties for a row of a table, which has none."""
    if key.kind == "region":
        return {}
    if key.kind == "local":
        return schemas.local_words_schema() if key.lang else schemas.local_schema()
    return schemas.translation_schema(key.kind) if key.lang else schemas.schema(key.kind)
