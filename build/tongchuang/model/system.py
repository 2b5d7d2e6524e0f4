"""What the source documents set up, and what of the hub serves it."""

from dataclasses import dataclass

from .common import Withdrawn


@dataclass(frozen=True, slots=True)
class ServedBy:
    """What serves a system: records by id, and the hub's own parts.

    ``demo`` are files below ``tests/demo/content/`` that show what the hub itself has no facts for, ``fields`` kinds of
    content or dotted paths in them (``point.kind``), ``rules`` codes of findings, ``pages`` addresses below a language's
    folder, ``papers`` printed documents, ``api`` files below ``api/v1/`` with ``{lang}`` for the language, ``tables``
    those of ``export/``, ``commands`` those of the command line, ``guides`` documents of ``docs/``.
    """

    services: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    appeals: tuple[str, ...] = ()
    windows: tuple[str, ...] = ()
    hotlines: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    routings: tuple[str, ...] = ()
    wall_rules: tuple[str, ...] = ()
    ledgers: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()
    demo: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    api: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class System:
    """One system of a source document.

    ``measures`` say where it stands in there (``policy/measure``); ``note`` what the hub does not hold, or how the
    system is served.
    """

    id: str
    policy: str
    name: str
    summary: str
    measures: tuple[str, ...] = ()
    served_by: ServedBy = ServedBy()
    note: str | None = None
    withdrawn: Withdrawn | None = None
