"""The dictionary of places where many have one name: 新村 three hundred times, in six counties."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.model.place import Place, Region, Tier
from tongchuang.publish.search import places
from tongchuang.publish.search.place_reader import SHOWN, find_places
from tongchuang.publish.words import words

COUNTIES = ("清河县", "东山县", "长安区", "阳明县", "石门县", "大同区")


def _divisions() -> Iterator[tuple[str, Tier, str]]:
    yield "990000", "province", "云岭省"
    yield "990100", "city", "白水市"
    for county, name in enumerate(COUNTIES, 1):
        yield f"9901{county:02}", "county", name
        yield f"9901{county:02}001", "township", "新村镇"
        for village in range(1, 51):
            yield f"9901{county:02}001{village:03}", "village", "新村"
        yield f"9901{county:02}001099", "village", f"{name[0]}岗村"
    yield "990106002", "township", "南岭乡"
    yield "990106002001", "village", "新村"


def _with(view: View) -> View:
    regions = {"100000": view.regions["100000"]}
    for code, tier, name in _divisions():
        above = {"province": "100000", "city": "990000", "county": "990100", "township": code[:6], "village": code[:9]}
        regions[code] = Region(code, tier, name, name, above[tier], (*regions[above[tier]].chain, code))
    found = {c: Place(c, "station", r.short, r, ()) for c, r in regions.items() if r.tier in ("township", "village")}
    return replace(view, regions=regions, places=found)


@pytest.fixture(scope="module")
def dictionary(catalogue: Catalogue) -> dict[str, Any]:
    view = _with(catalogue.view("zh"))
    return places.files(view, view, words("zh"))


def _found(dictionary: dict[str, Any], *runs: str) -> list[str]:
    return [row[1] for row in find_places(runs, lambda file: dictionary.get(file, {}))]


def test_a_name_of_hundreds_shows_the_first_fifty_of_those_called_just_so(dictionary: dict[str, Any]):
    found = _found(dictionary, "新村")
    assert len(found) == SHOWN
    assert found[: len(COUNTIES)] == [f"9901{county:02}001" for county in range(1, 7)]


@pytest.mark.parametrize(
    "runs", [("大同区", "新村"), ("大同", "新村"), ("大同新村",), ("新村", "大同区"), ("datong", "xincun")]
)
def test_the_county_named_with_it_finds_the_others(dictionary: dict[str, Any], runs: tuple[str, ...]):
    found = _found(dictionary, *runs)
    assert len(found) == SHOWN
    assert {code[:6] for code in found} == {"990106"}


@pytest.mark.parametrize("name", ["大岗村", "大岗", "dagang", "dgc"])
def test_what_lies_in_a_county_is_found_by_name_pinyin_and_initials(dictionary: dict[str, Any], name: str):
    assert _found(dictionary, "大同区", name) == ["990106001099"]


def test_a_township_is_found_in_its_city_and_a_village_in_its_township(dictionary: dict[str, Any]):
    assert _found(dictionary, "白水", "新村镇")[0] == "990101001"
    assert _found(dictionary, "新村镇", "东岗村") == ["990102001099"]
    assert _found(dictionary, "南岭乡", "新村") == ["990106002001"]


def test_a_county_is_found_in_its_province(dictionary: dict[str, Any]):
    assert _found(dictionary, "云岭", "石门") == ["990105"]


def test_no_region_is_inside_itself(dictionary: dict[str, Any]):
    assert _found(dictionary, "南岭乡", "南岭乡") == []


def test_a_beginning_that_hundreds_share_shows_a_few(dictionary: dict[str, Any]):
    assert len(_found(dictionary, "新")) == 10


def test_no_file_holds_more_than_a_phone_loads_in_a_moment(dictionary: dict[str, Any]):
    held = {name: len(file["keys"]) for name, file in dictionary.items() if name.startswith("p/")}
    assert max(held.values()) <= 130, held
