"""Which files there are under ``content/``, and what each is by where it lies."""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..model.finding import Finding
from .problems import files
from .sources import Kind

Format = Literal["yaml", "markdown", "table", "image"]

MOST_FILES = 50_000
MOST_BYTES = 2_000_000
DEEPEST_FOLDER = 2

_ID = r"(?P<key>[a-z0-9]+(?:-[a-z0-9]+)*)"
_LANG = r"(?:\.(?P<lang>[a-z]{2,3}(?:-[A-Za-z]{2,8})?))?"
_REGION = r"(?P<region>[1-9][0-9]{5,11})"

# Where each kind of file lies: the one table that says so.
_PATTERNS: tuple[tuple[str, Kind, Format], ...] = (
    (rf"(?P<key>hub){_LANG}\.yaml", "hub", "yaml"),
    (rf"(?P<key>groups){_LANG}\.yaml", "group", "yaml"),
    (rf"(?P<key>categories){_LANG}\.yaml", "category", "yaml"),
    (rf"(?P<key>life-events){_LANG}\.yaml", "life-event", "yaml"),
    (rf"(?P<key>departments){_LANG}\.yaml", "department", "yaml"),
    (rf"(?P<key>appeals){_LANG}\.yaml", "appeal", "yaml"),
    (rf"(?P<key>windows){_LANG}\.yaml", "window", "yaml"),
    (rf"(?P<key>hotlines){_LANG}\.yaml", "hotline", "yaml"),
    (rf"(?P<key>glossary){_LANG}\.yaml", "term", "yaml"),
    (rf"(?P<key>schemes){_LANG}\.yaml", "scheme", "yaml"),
    (rf"(?P<key>systems){_LANG}\.yaml", "system", "yaml"),
    (rf"services/[a-z0-9-]+/{_ID}{_LANG}\.yaml", "service", "yaml"),
    (rf"local/{_REGION}/{_ID}{_LANG}\.yaml", "local", "yaml"),
    (rf"policies/{_ID}/(?P<lang>zh|[a-z]{{2,3}}(?:-[A-Za-z]{{2,8}})?)\.md", "policy", "markdown"),
    (rf"network/{_ID}{_LANG}\.yaml", "network", "yaml"),
    (rf"network/{_ID}{_LANG}\.csv", "division", "table"),
    (rf"network/profiles/{_ID}{_LANG}\.yaml", "profile", "yaml"),
    (rf"network/marks/{_ID}\.png", "mark", "image"),
    (rf"network/points/{_ID}{_LANG}\.yaml", "point", "yaml"),
    (rf"network/pairs/{_ID}{_LANG}\.yaml", "pair", "yaml"),
    (rf"network/routing/(?P<key>[1-9][0-9]{{5,11}}){_LANG}\.yaml", "routing", "yaml"),
    (rf"forms/{_ID}{_LANG}\.yaml", "form", "yaml"),
    (rf"ledgers/{_ID}{_LANG}\.yaml", "ledger", "yaml"),
    (rf"wall/{_ID}{_LANG}\.yaml", "wall-rule", "yaml"),
    (rf"targets/{_ID}{_LANG}\.yaml", "target", "yaml"),
    (rf"partners/{_ID}{_LANG}\.yaml", "partner", "yaml"),
    (rf"brands/{_ID}{_LANG}\.yaml", "brand", "yaml"),
    (rf"courses/{_ID}{_LANG}\.yaml", "course", "yaml"),
    (rf"rates/{_ID}{_LANG}\.yaml", "rate", "yaml"),
    (rf"calendars/(?P<key>[12][0-9]{{3}}){_LANG}\.yaml", "calendar", "yaml"),
    (rf"notices/{_ID}{_LANG}\.yaml", "notice", "yaml"),
    (rf"network/places/(?P<key>[1-9][0-9]{{5,11}}){_LANG}\.yaml", "place", "yaml"),
)
_TABLE = tuple((re.compile(pattern), kind, form) for pattern, kind, form in _PATTERNS)
LISTS: frozenset[Kind] = frozenset(
    ("group", "category", "life-event", "department", "appeal", "window", "hotline", "term", "scheme", "system")
)
_SOURCE_LANGUAGE = "zh"


def globs() -> Iterator[tuple[str, Kind]]:
    """Where each kind of YAML file lies, as a glob below the project; translations, ``*.en.yaml``, match it too."""
    for pattern, kind, form in _PATTERNS:
        if form == "yaml":
            named = pattern.replace(_LANG, "").replace(_ID, "*").replace(_REGION, "*").replace("[a-z0-9-]+", "*")
            any_key = re.sub(r"\(\?P<key>\[[^)]*\)", "*", named)
            yield "content/" + re.sub(r"\(\?P<key>([a-z-]+)\)", r"\1", any_key).replace("\\", ""), kind


@dataclass(frozen=True, slots=True)
class Place:
    """What a content file is, by its path: ``path`` is relative to the project."""

    path: str
    kind: Kind
    format: Format
    key: str
    lang: str | None
    region: str | None


def classify(path: str) -> Place | None:
    """What the file at ``content/...`` is, or None where no content belongs."""
    inside = path.removeprefix("content/")
    for pattern, kind, form in _TABLE:
        match = pattern.fullmatch(inside)
        if match:
            found = match.groupdict()
            lang = found.get("lang")
            if lang == _SOURCE_LANGUAGE:
                if form != "markdown":
                    return None
                lang = None
            return Place(path, kind, form, found["key"], lang, found.get("region"))
    return None


def walk(content: Path) -> Iterator[Place | Finding]:
    """Every content file in the order of paths, and a finding for each thing that can't be one."""
    if content.is_symlink():
        yield files.symlink("content")
    elif not content.is_dir():
        yield files.no_content("content")
    else:
        found = sorted(_entries(content, "content", 0), key=lambda entry: entry.path)
        if len(found) > MOST_FILES:
            yield files.too_many("content", len(found), MOST_FILES)
        yield from found[:MOST_FILES]


def _entries(folder: Path, path: str, depth: int) -> Iterator[Place | Finding]:
    if depth > DEEPEST_FOLDER:
        yield files.too_deep(path, DEEPEST_FOLDER)
        return
    try:
        entries = list(os.scandir(folder))
    except OSError:
        yield files.unreadable(path)
        return
    for entry in entries:
        name = entry.name.encode("utf-8", "replace").decode("utf-8")
        inner = f"{path}/{name}"
        if name.startswith(".") or name == "README.md":
            continue
        if entry.is_symlink():
            yield files.symlink(inner)
        elif entry.is_dir():
            yield from _entries(folder / entry.name, inner, depth + 1)
        else:
            place = classify(inner) if entry.is_file() else None
            yield place or files.unknown_file(inner, _better_name(path, name))


def meant(path: str) -> Place | None:
    """What the file at ``path`` is, or was probably meant to be if only its name is wrong."""
    folder, _, name = path.rpartition("/")
    better = _better_name(folder, name)
    return classify(path) or (classify(f"{folder}/{better}") if better else None)


def _better_name(folder: str, name: str) -> str | None:
    """The name that a file was probably meant to have."""
    better = re.sub(r"[ _]+", "-", unicodedata.normalize("NFKC", name).lower())
    better = re.sub(r"[-.]*\(\d+\)(?=\.)", "", better)  # the second copy that a browser or Windows saves
    stem = re.sub(r"(?:\.(?:yaml|yml|md|markdown|csv|txt|docx?|xlsx?|bak))+$", "", better)
    endings = (".csv", ".yaml", ".md") if re.search(r"\.(csv|xlsx?)\b", better) else (".yaml", ".md", ".csv")
    names = (better, *(f"{stem}{ending}" for ending in endings))
    return next((n for n in names if n != name and classify(f"{folder}/{n}")), None)


def read(root: Path, place: Place) -> bytes | Finding:
    """The bytes of a file, or why they can't be had."""
    try:
        with (root / place.path).open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError:
        return files.unreadable(place.path)
    return files.too_big(place.path, MOST_BYTES) if len(raw) > MOST_BYTES else raw
