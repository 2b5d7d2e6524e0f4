"""From a project's files to its sources; whatever is wrong with a file is a finding, never an exception."""

from ..model.finding import Finding
from ..project import Project
from . import markdown, table, yaml
from .problems.yaml import wrong_shape
from .sources import Document, Sources
from .text import decode
from .walk import LISTS, Place, read, walk


def load(project: Project) -> Sources:
    """Every content file of a project; one bad file does not stop the others."""
    documents: list[Document] = []
    findings: list[Finding] = []
    for entry in walk(project.content):
        if isinstance(entry, Finding):
            findings.append(entry)
            continue
        raw = read(project.root, entry)
        if isinstance(raw, Finding):
            findings.append(raw)
            continue
        document, problems = parse(entry, raw)
        findings.extend(problems)
        if document is not None:
            documents.append(document)
    return Sources(tuple(documents), tuple(findings))


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
