import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.project import Project
from tongchuang.publish.search import buckets
from tongchuang.publish.search.reader import Reader
from tongchuang.publish.site import assets

from .conftest import Query

CLIENT_SIZE = sum(len(gzip.compress(assets.files()[name])) for name in ("search.js", "lookup.js"))
PUBLISH = """
import hashlib, sys
from datetime import date
from pathlib import Path
from tongchuang.catalogue import resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish.search import publish
made = publish(resolve(load(Project(Path(sys.argv[1]))), date.fromisoformat(sys.argv[2])))
print(*(f"{a.path} {hashlib.sha256(a.data).hexdigest()}" for a in made), sep="\\n")
"""


def test_the_same_content_makes_the_same_bytes_in_another_process(
    catalogue: Catalogue, files: dict[str, bytes], project: Project
):
    command = [sys.executable, "-c", PUBLISH, str(project.root), catalogue.as_of.isoformat()]
    environment = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": str(project.root / "build")}
    made = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.split()
    assert dict(zip(made[::2], made[1::2], strict=True)) == {
        path: hashlib.sha256(data).hexdigest() for path, data in files.items()
    }


def test_the_index_in_force_is_named_and_its_files_are_told(files: dict[str, bytes]):
    current = json.loads(files["search/current.json"])
    for lang, about in current["languages"].items():
        root = f"search/{current['hash']}/{lang}/"
        made = {path.removeprefix(root).removesuffix(".json") for path in files if path.startswith(root)}
        numbered = {f"{folder}/{number}" for folder in about["files"] for number in range(4096)}
        assert {name for name in numbered if buckets.exists(about["files"], name)} == {
            name for name in made if "/" in name and "-" not in name
        }
        assert {name for name in made if "/" not in name} == {f for f, told in about["files"].items() if not told}


def test_files_of_places_below_the_first_character_are_told_by_the_first(files: dict[str, bytes]):
    places = {path.removesuffix(".json"): json.loads(data) for path, data in files.items() if "/p/" in path}
    told = {name for path, node in places.items() if "-" not in path for name in _split(path, node["split"])}
    assert told == {path for path in places if "-" in path and "/in-" not in path}


def _split(path: str, split: Any) -> Iterator[str]:
    parts, below = split or (0, {})
    for part in range(parts):
        yield f"{path}-{part}"
        yield from _split(f"{path}-{part}", below.get(str(part)))


def test_terms_lead_to_documents_with_squares(files: dict[str, bytes]):
    table = next(json.loads(data) for path, data in files.items() if re.search("/zh/c/", path))
    for entries in table.values():
        for rest, postings in buckets.read(entries).items():
            assert postings, rest
            assert {impact for _, impact in postings} <= {
                buckets.impact_of(level) for level in range(len(buckets.LEVELS))
            }


def test_entries_are_read_as_they_were_written():
    entries = {"": {0: 15, 23: 15, 24: 0, 9_999: 0}, "住": {52: 3, 53: 3}, "_证": {7: 9}, "=0zz": {310: 12}}
    impacts = {
        rest: [(number, buckets.impact_of(level)) for number, level in found.items()] for rest, found in entries.items()
    }
    assert buckets.read(buckets.written(entries)) == impacts
    assert buckets.read(buckets.written({"he": {}})) == {"he": []}


def test_a_file_of_terms_is_small_on_the_wire(files: dict[str, bytes]):
    sizes = [len(gzip.compress(data)) for path, data in files.items() if re.search("/(c|k|w|s|v|d)/", path)]
    assert max(sizes) < 4_000


def test_a_first_answer_is_cheap(files: dict[str, bytes], queries: list[Query]):
    """What a phone that has nothing yet loads for its first query, the scripts included."""
    sizes = {path: len(gzip.compress(data)) for path, data in files.items()}
    always = CLIENT_SIZE + sum(size for path, size in sizes.items() if path.endswith((".js", "/current.json")))
    loaded = sorted(
        always + sum(sizes[path] for path in _loaded(files, query) if not path.endswith("current.json"))
        for query in queries
    )
    assert loaded[len(loaded) // 2] <= 15 * 1024
    assert loaded[int(len(loaded) * 0.95)] <= 24 * 1024


def _loaded(files: dict[str, bytes], query: Query) -> set[str]:
    paths = set()

    def read(path: str) -> bytes:
        paths.add(f"search/{path}")
        return files[f"search/{path}"]

    Reader(read).search(query.text, query.lang, 10)
    return paths


def test_the_whole_index_without_places_stays_below_400_kilobytes(files: dict[str, bytes]):
    sizes = [len(gzip.compress(data)) for path, data in files.items() if not re.search("/[pr]/|[.]js$", path)]
    assert sum(sizes) < 400_000


def test_the_scripts_are_small_on_the_wire(files: dict[str, bytes]):
    scripts = [data for path, data in files.items() if path.endswith(".js")]
    assert len(scripts) == 2
    assert CLIENT_SIZE + sum(len(gzip.compress(data)) for data in scripts) <= 6 * 1024


def test_the_reader_lies_beside_its_index_so_that_no_browser_has_one_without_the_other(files: dict[str, bytes]):
    current = json.loads(files["search/current.json"])["hash"]
    assert b"import.meta.url" in files[f"search/{current}/reader.js"]
    assert {path for path in files if current not in path} == {"search/current.json", "search/reader.js"}


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "\0",
        "((((" * 2000,
        "NOT " * 500,
        "😀🤖",
        "工" * 1_000_000,
        "\ud800",
        "a" * 1_000_000,
        "__proto__",
        "%s{}$",
    ],
)
def test_a_hostile_query_is_answered(reader: Reader, query: str):
    assert isinstance(reader.search(query, "zh", 10), list)


@pytest.mark.parametrize("query", ["qwxzqwxz", "番茄炒蛋", "怎么", "我们的"])
def test_nothing_is_found_for_what_is_no_slip_of_anything(reader: Reader, query: str):
    assert reader.search(query, "zh", 10) == []


def test_equal_scores_keep_the_order_of_documents_and_places_the_order_of_tiers(reader: Reader):
    places = [found.id for found in reader.search("和平", "zh", 10) if found.kind == "place"]
    assert places == sorted(places, key=lambda code: (len(code), code))
    assert len(places[0]) == 6


def test_a_place_is_found_below_the_region_named_before_or_after_it(reader: Reader):
    for query in ("和平 阳明", "和平阳明", "阳明镇 和平县", "heping yangming"):
        assert reader.search(query, "zh", 1)[0].id == "441624100", query


def test_a_place_comes_after_a_service_that_is_well_found(reader: Reader):
    assert [found.kind for found in reader.search("jzz", "zh", 10)].index("place") > 0


def test_a_region_without_places_is_found_and_leads_to_its_page(reader: Reader):
    for query in ("余姚", "宁波余姚", "yuyao"):
        found = reader.search(query, "zh", 1)[0]
        assert (found.kind, found.title, found.line) == ("region", "余姚市", "宁波市 浙江省"), query
        assert found.url == "zh/regions/330281/"


def test_a_place_that_nobody_confirmed_says_so(reader: Reader):
    assert "尚未核实" in reader.search("阳明镇", "zh", 1)[0].line


def test_what_one_language_lacks_is_found_in_the_other(reader: Reader):
    found = reader.search("居住证", "en", 1)[0]
    assert (found.id, found.lang, found.url) == ("residence-permit-apply", "zh", "zh/services/residence-permit-apply/")


def test_a_service_shows_time_fee_and_window_at_a_glance(reader: Reader):
    line = reader.search("拖欠工资投诉", "zh", 1)[0].line
    assert line.startswith("时限60个工作日 · 免费 · ")


def test_a_service_says_in_a_sentence_what_it_is_for(reader: Reader):
    assert reader.search("拖欠工资投诉", "zh", 1)[0].summary == "干了活没拿到工钱，或者没给够，来这里反映，不收钱。"


def test_a_form_is_found_by_its_name(reader: Reader):
    first = reader.search("欠薪投诉登记表", "zh", 1)[0]
    assert (first.kind, first.id) == ("form", "wage-complaint")


def test_the_words_of_a_stage_find_its_life_event(reader: Reader):
    found = [(found.kind, found.id) for found in reader.search("先把凭据留住", "zh", 10)]
    assert ("life-event", "boss-wont-pay") in found[:3]
