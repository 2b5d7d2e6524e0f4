"""What ``docs/search.md`` says, by the vectors that every reader passes: this project's two, and others' (mini-programs)."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from tongchuang.project import Project
from tongchuang.publish.minified import minified
from tongchuang.publish.search import analysis, buckets, place_reader
from tongchuang.publish.search import reader as reading
from tongchuang.publish.search.reader import Reader

from ..conftest import written
from .test_browser import browser_page as browser_page

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
SOURCES = Path(reading.__file__).parent
ALL = """async (queries) => {
  const { open } = await import("/hub/search/reader.js");
  const searcher = await open(new URL("/hub/", location.href));
  const found = [];
  for (const { query, lang, limit } of queries) found.push(await searcher.search(query, lang, limit));
  return found;
}"""


def _step(name: str, arguments: list[Any]) -> Any:
    step = next(getattr(module, name) for module in (analysis, buckets, place_reader, reading) if hasattr(module, name))
    if name == "exists":
        return step({"x": arguments[0]}, f"x/{arguments[1]}")
    return json.loads(json.dumps(step(*arguments)))


@pytest.mark.parametrize("name", VECTORS["steps"])
def test_each_step_of_a_query_gives_what_the_vectors_say(name: str):
    for *arguments, expected in VECTORS["steps"][name]:
        assert _step(name, arguments) == expected, arguments


@pytest.mark.parametrize("asked", VECTORS["queries"], ids=lambda asked: f"{asked['lang']} {asked['query']}")
def test_the_hub_s_reader_finds_what_the_vectors_say(asked: dict[str, Any]):
    reader = Reader(lambda path: json.dumps(VECTORS["index"][path]).encode())
    found = reader.search(asked["query"], asked["lang"], asked["limit"])
    assert [{field: getattr(result, field) for field in result.__slots__} for result in found] == asked["found"]


def test_the_browser_s_reader_finds_what_the_vectors_say(
    browser_page: Page, serve: Callable[[Path], str], tmp_path: Path
):
    files = {f"search/{path}": json.dumps(content).encode() for path, content in VECTORS["index"].items()}
    for path, script in (("search/small/reader.js", "reader.js"), ("search/reader.js", "current.js")):
        files[path] = minified((SOURCES / script).read_text(encoding="utf-8"), ".js").encode()
    files["index.html"] = b"<!doctype html><title>vectors</title>"
    browser_page.goto(f"{serve(written(files, tmp_path / 'hub').parent)}hub/")
    for asked, found in zip(VECTORS["queries"], browser_page.evaluate(ALL, VECTORS["queries"]), strict=True):
        assert [{"summary": "", **result} for result in found] == asked["found"], asked["query"]


def test_the_vectors_try_every_kind_of_file():
    """One that is in no vector could be read wrongly, and no other reader's author would know."""
    kinds = {path.split("/")[2] for path in VECTORS["index"] if path.startswith("small/zh/")}
    read: set[str] = set()

    def noted(path: str) -> bytes:
        read.add(path)
        return json.dumps(VECTORS["index"][path]).encode()

    reader = Reader(noted)
    for asked in VECTORS["queries"]:
        reader.search(asked["query"], asked["lang"], asked["limit"])
    assert {path.split("/")[2] for path in read if path.startswith("small/zh/")} == kinds - {"v"}


@pytest.mark.parametrize("page", ["search.md", "search.zh.md"])
def test_the_numbers_of_the_specification_are_those_of_the_code(page: str, project: Project):
    text = (project.root / "docs" / page).read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `([A-Z_]+)` \| `(.+?)` \|", text, re.MULTILINE))
    assert told
    for name, value in told.items():
        module = next(module for module in (reading, analysis, buckets, place_reader) if hasattr(module, name))
        assert value.replace("\\|", "|") == str(getattr(module, name)), name
