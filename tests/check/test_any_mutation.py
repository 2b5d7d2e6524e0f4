"""Content spoilt in any way an editor can spoil it never makes a traceback, from loading to publishing.

``make fuzz`` (TONGCHUANG_FUZZ=5000) tries more, and anew each time; ``make test`` tries a few.
"""

import os
import random
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.check import check
from tongchuang.load import Document, Sources
from tongchuang.load.documents import parse
from tongchuang.load.walk import classify
from tongchuang.publish import api
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.pages import all_pages

from .test_any_content import AS_OF, small

EXAMPLES = int(os.environ.get("TONGCHUANG_FUZZ", "60"))
DEMO = Path(__file__).resolve().parents[1] / "demo"
SCALARS = (
    None, True, False, 0, -1, 1, 3, 10**17, "", " ", "x", "r1", "r2", "演", "甲" * 400, "2026-02-30", "2026-11-21",
    "9999-12-31", "0001-01-01", "12345", "990101", "990101001001", "100000", "441602", "demo-rules", "id-card",
    "\u202e", "e\u0301", "🈯", "<b>", "{{ x }}", "{name}", "{county}", "a/../b", "https://a.example/?x=1", "\n", "- a",
    "0.00", "1.5", "١٢", "calendar-days", "review", [], {}, [[]], [{}], {"id": "x"}, [{"id": "x"}, {"id": "x"}],
)  # fmt: skip


@cache
def base() -> tuple[dict[str, bytes], dict[str, Document]]:
    """A sound project with every kind of content, small: what ``test_any_content`` spoils, and the model county."""
    files, sources = small()
    kept = {document.path for document in sources.documents}
    raw = {path: text for path, text in files.items() if path in kept}
    real = re.compile(
        "|".join(rf"\b{Path(path).stem}\b" for path in files if "/services/" in path and path not in kept)
    )
    for file in (DEMO / "content").rglob("*.*"):
        if file.suffix != ".png":
            lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
            raw[file.relative_to(DEMO).as_posix()] = "".join(at_home(line, real) for line in lines).encode()
    profile = "content/network/profiles/demo.yaml"
    raw[profile] = re.sub(rb"\nartwork:(?:\n  .*)+", b"", raw[profile])
    documents = {path: document for path, text in raw.items() if (document := read(path, text)[0])}
    return raw, documents


def at_home(line: str, real: re.Pattern[str]) -> str:
    """A line of the model county with its own services in place of the real ones that are not there."""
    own = iter(("demo-points-settlement", "demo-training-voucher"))
    return real.sub(lambda _: next(own), line) if "[" in line else line


def read(path: str, raw: bytes) -> tuple[Document | None, Sources]:
    place = classify(path)
    assert place
    document, found = parse(place, raw)
    return document, Sources((), tuple(found))


def holders(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every (list or mapping, index or key) in a value."""
    if isinstance(value, dict | list):
        for key, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
            yield value, key
            yield from holders(inner)


def mutate(data: Any, other: Any, chance: random.Random) -> None:
    """Change one place of ``data``, perhaps with something of another document."""
    places = list(holders(data))
    if not places:
        return
    holder, key = chance.choice(places)
    match chance.choice(("delete", "double", "rename", "value", "value", "swap", "graft", "noise", "number")):
        case "delete":
            del holder[key]
        case "double" if isinstance(holder, list):
            holder.insert(key, deepcopy(holder[key]))
        case "rename" if isinstance(holder, dict):
            holder[chance.choice([*holder, "id", "when", "名称", f"{key}x"])] = holder.pop(key)
        case "swap":
            there, where = chance.choice(places)
            holder[key], there[where] = deepcopy(there[where]), deepcopy(holder[key])
        case "graft":
            if found := list(holders(other)):
                there, where = chance.choice(found)
                holder[key] = deepcopy(there[where])
        case "noise" if isinstance(holder[key], str):
            at = chance.randrange(len(holder[key]) + 1)
            holder[key] = holder[key][:at] + str(chance.choice(SCALARS)) + holder[key][at:]
        case "number" if isinstance(holder[key], int):
            holder[key] += chance.choice((-1, 1, 1000))
        case _:
            holder[key] = deepcopy(chance.choice(SCALARS))


def spoilt(path: str, chance: random.Random) -> bytes:
    """The file at ``path``, changed once or a few times."""
    files, documents = base()
    document, text = documents[path], files[path].decode()
    if path.endswith(".csv") or chance.random() < 0.15:
        return spoilt_lines(text, chance).encode("utf-8", "surrogatepass")
    data = deepcopy(document.data)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        mutate(data, documents[chance.choice(sorted(documents))].data, chance)
    written = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
    if not path.endswith(".md"):
        return written.encode("utf-8", "surrogatepass")
    body = spoilt_lines(document.body, chance) if chance.random() < 0.3 else document.body
    return f"---\n{written}---\n{body}".encode("utf-8", "surrogatepass")


def spoilt_lines(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    cells = lines[at].split(",")
    match chance.choice(("drop", "double", "cut", "swap", "cell", "cell", "noise")):
        case "drop":
            del lines[at]
        case "double":
            lines.insert(at, lines[at])
        case "cut":
            return text[: chance.randrange(len(text) + 1)]
        case "swap":
            there = chance.randrange(len(lines))
            lines[at], lines[there] = lines[there], lines[at]
        case "cell":
            cells[chance.randrange(len(cells))] = str(chance.choice(SCALARS))
            lines[at] = ",".join(cells)
        case "noise":
            start = chance.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:start] + str(chance.choice(SCALARS)) + lines[at][start:]
    return "\n".join(lines)


def publish(catalogue: Catalogue, key: str, chance: random.Random) -> None:
    """The API, and the pages of the record that was changed with a few others."""
    for artifact in api.publish(catalogue):
        assert artifact.data
    for lang in catalogue.languages:
        drawing = Drawing(catalogue.view(lang))
        pages = list(all_pages(catalogue, lang))
        mine = [page for page in pages if key in page.address.split("/")]
        for page in [*mine, *chance.sample(pages, 3)]:
            assert drawing.body(page)


def test_the_content_to_be_spoilt_is_sound() -> None:
    _, documents = base()
    found = check(Sources(tuple(documents[path] for path in sorted(documents))), AS_OF)
    assert [finding for finding in found if finding.severity == "error"] == []


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="TONGCHUANG_FUZZ" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(chance=st.randoms(use_true_random=True))
def test_spoilt_content_ends_in_findings_or_is_published(chance: random.Random) -> None:
    _, documents = base()
    path = chance.choice(sorted(documents))
    document, found = read(path, spoilt(path, chance))
    others = [other for other in documents.values() if other.path != path]
    mixed = sorted([*others, *([document] if document else [])], key=lambda other: other.path)
    sources = replace(found, documents=tuple(mixed))
    findings = check(sources, AS_OF)
    assert all(finding.line >= 1 and finding.column >= 1 for finding in findings)
    if not any(finding.severity == "error" for finding in findings):
        publish(resolve(sources, AS_OF), classify(path).key, chance)  # type: ignore[union-attr]
