"""The API has the coverage of the networks."""

import json
from typing import Any

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.catalogue.coverage import coverage
from tongchuang.publish import api
from tongchuang.publish.api.coverage import report as made


@pytest.fixture(scope="module")
def report(model_county: Catalogue) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(made(model_county)))
    return found


def test_the_index_leads_to_it(catalogue: Catalogue) -> None:
    files = {artifact.path: artifact.data for artifact in api.publish(catalogue)}
    found = json.loads(files[json.loads(files["api/v1/index.json"])["coverage"]])
    assert set(found) == {"networks", "regions", "targets"}
    assert {entry["id"] for entry in found["targets"]} == set(catalogue.view("zh").targets)


def test_a_region_tells_listed_and_confirmed_apart_with_its_name_in_every_language(report: dict[str, Any]) -> None:
    [county] = [entry for entry in report["regions"] if entry["region"] == "990101"]
    assert county["name"] == {"zh": "示范县", "en": "Model County"}
    assert (county["tier"], county["parent"], county["network"]) == ("county", "990100", "demo")
    assert county["counts"][1] == {
        "level": "office", "listed": 2, "confirmed": 1, "windows": 1, "phone": 1, "hours": 1
    }  # fmt: skip


def test_a_network_says_where_its_list_comes_from_and_of_which_day(report: dict[str, Any]) -> None:
    [network] = [entry for entry in report["networks"] if entry["id"] == "heyuan"]
    assert (network["region"], network["policy"], network["source_date"]) == ("441600", "heyuan-2011", "2023-06-30")
    assert set(network["source"]) == {"zh", "en"}


def test_a_target_has_both_counts_with_their_days(report: dict[str, Any]) -> None:
    [target] = [entry for entry in report["targets"] if entry["id"] == "heyuan-townships"]
    assert (target["value"], target["by"], target["historical"]) == (100, "2012-09-30", True)
    assert (target["of"], target["base"], target["stated_on"]) == (["offices"], 100, "2011-11-21")
    assert target["reached"] == {
        "listed": 101, "listed_on": "2023-06-30", "confirmed": 0, "percent": 0.0, "met": False
    }  # fmt: skip
    assert (target["differs"], target["not_computed"]) == (True, None)
    assert set(target["name"]) == {"zh", "en"}


def test_the_measure_tells_what_is_counted_where_the_target_does_not(report: dict[str, Any]) -> None:
    [target] = [entry for entry in report["targets"] if entry["id"] == "demo-stations"]
    assert (target["of"], target["reached"]["confirmed"]) == (["stations"], 1)


def test_a_target_that_cannot_be_computed_says_why_and_keeps_its_figure(report: dict[str, Any]) -> None:
    [target] = [entry for entry in report["targets"] if entry["id"] == "ningbo-union-members"]
    assert (target["value"], target["by"], target["policy"]) == (80, "2015-12-31", "ningbo-2011")
    assert (target["reached"], target["not_computed"]) == (None, "not-places")


def test_it_holds_what_the_catalogue_computes(report: dict[str, Any], model_county: Catalogue) -> None:
    found = coverage(model_county.view("zh"))
    assert len(report["regions"]) == len(found.regions)
    assert [entry["id"] for entry in report["targets"]] == [one.target.id for one in found.targets]
