"""Whatever is done to the content, checking ends with findings; and what passes can be resolved."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tongchuang.catalogue import resolve
from tongchuang.check import check
from tongchuang.load import Document, Sources, load
from tongchuang.load.documents import parse
from tongchuang.load.walk import classify
from tongchuang.project import Project

ROOT = Path(__file__).resolve().parents[2]
LONG = ("content/services", "content/policies", "content/forms", "content/ledgers", "content/wall", "content/targets",
        "content/network/routing", "content/network/profiles", "content/calendars", "content/notices",
        "content/partners", "content/brands", "content/courses", "content/rates", "content/network/points", "content/local")  # fmt: skip
KEPT = (
    "content/local/441602",
    "profiles/heyuan",
    "wall/heyuan-",
    "residence-hukou/residence-permit-apply",
    "residence-permit-regulations",
    "administrative-litigation-law",
    "administrative-review-law",
    "heyuan-2011",
)
AS_OF = date(2026, 11, 21)
PIECES = st.sampled_from(
    ["", "\n", "- ", ": ", "  ", "null", "true", "7", "[]", "{}", "[a]", "{a: b}", '"', "'", "x", "甲", "\t", "\x00",
     "---\n", "<script>", "&a ", "*a", "|", "id: x", "when: {a: [b]}", "- id: x\n", "base: r1\n", "1" * 30]
)  # fmt: skip
LOCAL = (
    "base: r1\ntime:\n  promised: {value: 3, unit: calendar-days}\nmaterials:\n  id-card: {copies: 0}\n"
    "fee: {free: true}\nvisits: {count: 0}\nfaq:\n  where: {q: 在哪里？, a: 在一楼。}\n"
    'local_basis: [{policy: residence-permit-regulations, article: "1"}]\n'
)
SYSTEMS = """
- id: reporting
  policy: heyuan-2011
  name: 报告
  summary: 每年报一次。
  measures: [heyuan-2011/m-4-3]
  note: 只写文件摘要。
  served_by:
    services: [residence-permit-apply]
    windows: [win-petition]
    rules: [R606]
    api: ["{lang}/places/index.json"]
""".encode()
PLACE = 'code: "441602"\nsource: 本局\nconfirmed_on: "2026-01-05"\nname: 源城区中心\nwindows: []\n'


@cache
def small() -> tuple[dict[str, bytes], Sources]:
    """The real content with short tables, to be spoilt; and what of it each spoilt file is checked among.

    That is the lists, one service with what it cites, the network, a local version and a place.
    """
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / "content").rglob("*.*")}
    files = {path: raw for path, raw in files.items() if classify(path)}
    for path, raw in files.items():
        if path.endswith(".csv"):
            lines = raw.splitlines()
            short = [*lines[:30], *(line for line in lines[30:] if line.startswith((b"440000,", b"441600,")))]
            files[path] = b"\n".join(short) + b"\n"
        elif path.endswith(".md"):
            files[path] = re.sub(rb"\n +services:.*", b"", raw)
        elif path == "content/network/profiles/heyuan.yaml":
            files[path] = re.sub(rb"\nprocesses:(?:\n +- .*)+", b"", raw)
        elif path == "content/life-events.yaml":
            without = re.sub(rb"\n  card:(?:\n    .*)+", b"", raw)
            files[path] = re.sub(rb"\n +services:(?:\s*\[[^]]*\]|(?:\n +- .*)+)", b"", without)
        elif path == "content/appeals.yaml":
            files[path] = re.sub(rb"\n  services:(?:\n    - .*)+", b"", raw)
        elif path == "content/schemes.yaml":
            files[path] = re.sub(rb"policy: .*", b"policy: heyuan-2011", raw)
    files["content/local/441602/residence-permit-apply.yaml"] = LOCAL.encode()
    files["content/systems.yaml"] = SYSTEMS
    files["content/systems.en.yaml"] = (
        b"reporting: {name: Reports, summary: A report each year., note: In the digest.}\n"
    )
    files["content/network/places/441602.yaml"] = PLACE.encode()
    around = [path for path in sorted(files) if not path.startswith(LONG) or any(name in path for name in KEPT)]
    documents = [document for path in around if (document := read(path, files[path])[0])]
    return files, Sources(tuple(documents))


def read(path: str, raw: bytes) -> tuple[Document | None, Sources]:
    place = classify(path)
    assert place
    document, found = parse(place, raw)
    return document, Sources((), tuple(found))


def test_the_content_to_be_spoilt_is_sound() -> None:
    found = check(small()[1], AS_OF)
    assert [finding for finding in found if finding.severity == "error"] == []


def spoil(text: str, line_number: int, column: int, how: str, piece: str) -> str:
    """``text`` with one line of it changed."""
    lines = text.split("\n")
    number = line_number % len(lines)
    line = lines[number]
    start = column % (len(line) + 1)
    match how:
        case "insert":
            lines[number] = line[:start] + piece + line[start:]
        case "cut":
            lines[number] = line[:start]
        case "value":
            lines[number] = line.split(":")[0] + ": " + piece
        case "drop":
            del lines[number]
        case "double":
            lines.insert(number, line)
        case "indent":
            lines[number] = "  " + line
    return "\n".join(lines)


def with_spoilt(file: int, changes: list[tuple[int, int, str, str]]) -> Sources:
    """The sound content around one file that was changed in these ways."""
    files, sources = small()
    path = sorted(files)[file % len(files)]
    text = files[path].decode()
    for change in changes:
        text = spoil(text, *change)
    document, spoilt = read(path, text.encode())
    kept = [other for other in sources.documents if other.path != path]
    documents = sorted([*kept, *([document] if document else [])], key=lambda other: other.path)
    return replace(spoilt, documents=tuple(documents))


NUMBER = st.integers(0, 10_000)
CHANGE = st.tuples(NUMBER, NUMBER, st.sampled_from(["insert", "cut", "value", "drop", "double", "indent"]), PIECES)


@settings(max_examples=200, deadline=None)
@given(file=NUMBER, changes=st.lists(CHANGE, min_size=1, max_size=3))
def test_no_change_of_the_content_makes_an_exception(file: int, changes: list[tuple[int, int, str, str]]) -> None:
    changed = with_spoilt(file, changes)
    found = check(changed, AS_OF)
    assert all(finding.line >= 1 and finding.column >= 1 for finding in found)
    if not any(finding.severity == "error" for finding in found):
        resolve(changed, AS_OF)


def test_the_real_content_has_no_errors(sources: Sources) -> None:
    assert [finding for finding in check(sources, AS_OF) if finding.severity == "error"] == []


def test_an_empty_project_is_told_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    found = check(load(Project(tmp_path)), AS_OF)
    assert {finding.code for finding in found} == {"R106"}
    assert len(found) == 11
