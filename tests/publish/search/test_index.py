import gzip
import hashlib
import json
import os
import re
import subprocess
import sys

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.project import Project
from tongchuang.publish.search.reader import Reader

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


def test_the_index_in_force_is_named_and_its_files_are_listed(files: dict[str, bytes]):
    current = json.loads(files["search/current.json"])
    for lang, about in current["languages"].items():
        root = f"search/{current['hash']}/{lang}/"
        listed = {
            f"{root}{folder}/{name}.json" if name else f"{root}{folder}.json"
            for folder, names in about["files"].items()
            for name in names.split(" ")
        }
        assert listed == {path for path in files if path.startswith(root)}


def test_terms_lead_to_documents_with_whole_numbers(files: dict[str, bytes]):
    table = next(json.loads(data) for path, data in files.items() if re.search("/zh/c/", path))
    term, flat = next((term, flat) for term, flat in table.items() if term)
    assert len(flat) >= 2, term
    assert all(isinstance(number, int) for number in flat)


def test_a_file_of_terms_is_small_on_the_wire(files: dict[str, bytes]):
    sizes = [len(gzip.compress(data)) for path, data in files.items() if re.search("/(c|w|s|v|d)/", path)]
    assert max(sizes) < 4_000


def test_the_scripts_are_small_on_the_wire(files: dict[str, bytes]):
    assert sum(len(gzip.compress(files[f"search/{name}"])) for name in ("client.js", "reader.js")) <= 6 * 1024


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


def test_nothing_is_found_for_nonsense(reader: Reader):
    assert reader.search("qwxzqwxz", "zh", 10) == []


def test_equal_scores_keep_the_order_of_documents_and_places_the_order_of_tiers(reader: Reader):
    places = [found.id for found in reader.search("和平", "zh", 10) if found.kind == "place"]
    assert places == sorted(places, key=lambda code: (len(code), code))
    assert len(places[0]) == 6


def test_a_place_is_found_below_the_region_named_before_or_after_it(reader: Reader):
    for query in ("和平 阳明", "和平阳明", "阳明镇 和平县", "heping yangming"):
        assert reader.search(query, "zh", 1)[0].id == "441624100", query


def test_a_place_comes_after_a_service_that_is_well_found(reader: Reader):
    assert [found.kind for found in reader.search("jzz", "zh", 10)].index("place") > 0


def test_a_place_that_nobody_confirmed_says_so(reader: Reader):
    assert "尚未核实" in reader.search("阳明镇", "zh", 1)[0].line


def test_what_one_language_lacks_is_found_in_the_other(reader: Reader):
    found = reader.search("居住证", "en", 1)[0]
    assert (found.id, found.lang, found.url) == ("residence-permit-apply", "zh", "zh/services/residence-permit-apply/")


def test_a_service_shows_time_fee_and_window_at_a_glance(reader: Reader):
    line = reader.search("拖欠工资投诉", "zh", 1)[0].line
    assert line.startswith("时限60个工作日 · 免费 · ")


def test_a_form_is_found_by_its_name(reader: Reader):
    first = reader.search("欠薪投诉登记表", "zh", 1)[0]
    assert (first.kind, first.id) == ("form", "wage-complaint")


def test_the_words_of_a_stage_find_its_life_event(reader: Reader):
    found = [(found.kind, found.id) for found in reader.search("先把凭据留住", "zh", 10)]
    assert ("life-event", "boss-wont-pay") in found[1:]
