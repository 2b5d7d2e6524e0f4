"""What loading yields: every content file as plain data, with the way back to its lines."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from ..model.finding import Finding

# Keys and list indexes from the top of a document to a value in it.
Pointer = tuple[str | int, ...]

Kind = Literal[
    "hub",
    "group",
    "category",
    "life-event",
    "department",
    "appeal",
    "window",
    "hotline",
    "term",
    "scheme",
    "system",
    "service",
    "local",
    "policy",
    "network",
    "division",
    "region",
    "place",
    "profile",
    "mark",
    "point",
    "pair",
    "routing",
    "form",
    "ledger",
    "wall-rule",
    "target",
    "partner",
    "brand",
    "course",
    "rate",
    "calendar",
    "notice",
]


@dataclass(frozen=True)
class Document:
    """One content file.

    ``path`` is relative to the project (``content/...``), ``kind`` follows from where the file lies.
    ``lang`` is None for the Chinese original and the language tag for a translation of it; ``key``
    names the record that a file stands for (a service's, policy's or place's id, the stem of a list or
    table), ``region`` the region of a local version. ``data`` is plain dicts, lists, text, whole numbers,
    booleans and None; a table is a list of rows (dicts of text). ``body`` is the Markdown after the
    front matter of a policy.
    """

    path: str
    kind: Kind
    key: str
    data: Any
    lang: str | None = None
    region: str | None = None
    body: str = ""
    locate: Callable[[Pointer], tuple[int, int]] = field(default=lambda pointer: (1, 1), repr=False, compare=False)

    def position(self, pointer: Pointer) -> tuple[int, int]:
        """Line and column (from 1) of the key or list entry at ``pointer``, or of its nearest parent.

        Body text is addressed by ``("body", line)`` counted from 0 within the body.
        """
        return self.locate(pointer)


@dataclass(frozen=True, slots=True)
class Mark:
    """The artwork of a region's mark, a PNG as its owner supplied it; ``path`` is relative to the project."""

    path: str
    png: bytes = field(repr=False)


@dataclass(frozen=True)
class Sources:
    """All documents of a project, in the order of their paths, what loading found wrong, and the marks by profile."""

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...] = ()
    marks: Mapping[str, Mark] = field(default_factory=dict)

    def of(self, kind: Kind, lang: str | None = None) -> Mapping[str, Document]:
        """Documents of one kind and language by key (local versions: use ``local``)."""
        return self._by_kind.get((kind, lang), {})

    @cached_property
    def _by_kind(self) -> Mapping[tuple[Kind, str | None], Mapping[str, Document]]:
        found: dict[tuple[Kind, str | None], dict[str, Document]] = {}
        for document in self.documents:
            found.setdefault((document.kind, document.lang), {})[document.key] = document
        return found

    def local(self, lang: str | None = None) -> Mapping[tuple[str, str], Document]:
        """Local versions by (region, service id)."""
        return self._local.get(lang, {})

    @cached_property
    def _local(self) -> Mapping[str | None, Mapping[tuple[str, str], Document]]:
        found: dict[str | None, dict[tuple[str, str], Document]] = {}
        for document in self.documents:
            if document.kind == "local":
                found.setdefault(document.lang, {})[document.region or "", document.key] = document
        return found

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The Chinese original and every language that has a translation file."""
        return ("zh", *sorted({d.lang for d in self.documents if d.lang}))
