"""From a project's files to its sources; whatever is wrong with a file is a finding, never an exception."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ..model.finding import Finding
from ..project import Project
from . import markdown, table, yaml
from .problems.files import in_two_places, not_a_png
from .problems.yaml import wrong_shape
from .sources import Document, Mark, Sources
from .text import decode
from .walk import LISTS, Place, read, walk

# From what a file is and its bytes: the document, and what is wrong with it.
Parse = Callable[[Place, bytes], tuple[Document | None, list[Finding]]]
_PNG = b"\x89PNG\r\n\x1a\n"  # ISO/IEC 15948, 5.2


def parse(place: Place, raw: bytes) -> tuple[Document | None, list[Finding]]:
    """The document that ``raw`` holds, None if it can't be understood, and what is wrong with it."""
    text, findings = decode(place.path, raw)
    if text is None:
        return None, findings
    match place.format:
        case "yaml":
            parsed = yaml.parse(place.path, text)
            body = ""
        case "markdown":
            parsed, body = markdown.parse(place.path, text)
        case "table":
            parsed = table.parse(place.path, text)
            body = ""
    findings.extend(parsed.findings)
    if not parsed.whole:
        return None, findings
    if place.format != "table":
        shape: type = list if place.kind in LISTS and place.lang is None else dict
        if not isinstance(parsed.data, shape):
            findings.append(wrong_shape(place.path, shape is list, parsed.data is None))
            return None, findings
    document = Document(place.path, place.kind, place.key, parsed.data, place.lang, place.region, body, parsed.locate)
    return document, findings


def load(project: Project, parse: Parse = parse) -> Sources:
    """Every content file of a project; one bad file does not stop the others.

    Who loads again and again may give a ``parse`` that remembers.
    """
    files = entries(project)
    raw = ((entry, entry if isinstance(entry, Finding) else read(root, entry)) for root, entry in files)
    return gathered(raw, parse)


def gathered(files: Iterable[tuple[Place | Finding, bytes | Finding]], parse: Parse = parse) -> Sources:
    """The sources that the bytes of files are; a finding stands for a file that can't be one, or can't be read."""
    documents: list[Document] = []
    findings: list[Finding] = []
    marks: dict[str, Mark] = {}
    for entry, raw in files:
        if isinstance(entry, Finding):
            findings.append(entry)
        elif isinstance(raw, Finding):
            findings.append(raw)
        elif entry.format != "image":
            document, problems = parse(entry, raw)
            findings.extend(problems)
            if document is not None:
                documents.append(document)
        elif raw.startswith(_PNG):
            marks[entry.key] = Mark(entry.path, raw)
        else:
            findings.append(not_a_png(entry.path))
    return Sources(tuple(documents), tuple(findings), marks)


def entries(project: Project) -> Iterator[tuple[Path, Place | Finding]]:
    """Each file with the folder that its path is relative to, those of the overlay among the project's own."""
    own = [(project.root, entry) for entry in walk(project.content)]
    if project.overlay is None:
        yield from own
        return
    paths = {entry.path for _, entry in own}
    added = [
        (project.overlay, in_two_places(entry.path, project.overlay.name) if entry.path in paths else entry)
        for entry in walk(project.overlay / "content")
    ]
    yield from sorted([*own, *added], key=lambda found: found[1].path)
