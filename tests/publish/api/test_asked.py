"""What is asked of a place, beside what it has."""

import json

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish import api


@pytest.fixture(scope="module")
def files(model_county: Catalogue) -> dict[str, bytes]:
    return {artifact.path: artifact.data for artifact in api.publish(model_county)}


def test_a_confirmed_place_says_what_is_asked_and_what_it_has(files: dict[str, bytes]) -> None:
    place = json.loads(files["api/v1/en/places/990101001.json"])
    asked = {one["id"]: one for one in place["asked"]}
    assert (place["premises"], place["key_town"], place["workers"]) == ("hosted", True, 501)
    assert asked["assistants"] == {
        "id": "assistants",
        "what": "Assistants (demonstration data)",
        "unit": "persons",
        "each": 1,
        "least": 2,
        "has": 2,
        "per_workers": 500,
        "basis": [{"policy": "demo-rules", "article": "3"}],
        "met": True,
    }
    assert asked["demo-pledges"]["unit"] == "items"


def test_a_listed_place_leaves_it_to_its_profile(files: dict[str, bytes]) -> None:
    assert json.loads(files["api/v1/en/places/990101002.json"])["asked"] == []
    minimums = json.loads(files["api/v1/en/profiles/demo.json"])["minimums"]
    assert "assistants" in {minimum["id"] for minimum in minimums}


def test_a_place_offers_no_service_of_a_group_that_it_has_nothing_of(files: dict[str, bytes]) -> None:
    place = json.loads(files["api/v1/zh/places/990101.json"])
    assert [group["id"] for group in place["not_offered"]] == ["party-league-community"]
    assert "union-joining" not in {service["id"] for service in place["services"]}
    assert place["services"]
