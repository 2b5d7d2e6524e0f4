"""The API holds the same records as the catalogue, found by following its links from the index."""

import json
from typing import Any

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish import api


@pytest.fixture(scope="module")
def files(catalogue: Catalogue) -> dict[str, bytes]:
    return {artifact.path: artifact.data for artifact in api.publish(catalogue)}


def read(files: dict[str, bytes], path: str) -> Any:
    return json.loads(files[path])


def test_everything_is_reached_from_the_index_and_nothing_else_exists(files: dict[str, bytes]) -> None:
    index = read(files, "api/v1/index.json")
    reached = {"api/v1/index.json", index["sourcing"], index["coverage"], *index["changes"].values()}
    for collections in index["collections"].values():
        for listing_path in collections.values():
            reached.add(listing_path)
            listing = read(files, listing_path)
            assert listing["count"] == len(listing["items"])
            records = {item["links"]["self"] for item in listing["items"]}
            for path in records:
                versions = read(files, path).get("versions", ())
                reached |= {f"{path.removesuffix('.json')}/{region}.json" for region in versions}
            reached |= records
    assert reached == set(files)


def test_the_index_counts_what_there_is(files: dict[str, bytes], catalogue: Catalogue) -> None:
    index = read(files, "api/v1/index.json")
    assert index["counts"]["places"] == 1560
    assert index["counts"]["services"] == len(catalogue.view("zh").services)
    assert index["sample"] is True


def test_only_the_index_tells_the_day(files: dict[str, bytes], catalogue: Catalogue) -> None:
    day = catalogue.as_of.isoformat()
    assert read(files, "api/v1/index.json")["as_of"] == day
    assert not any(b'"as_of"' in data for path, data in files.items() if path != "api/v1/index.json")


def test_a_record_links_to_itself_its_page_and_its_languages(files: dict[str, bytes]) -> None:
    service = read(files, "api/v1/en/services/labour-arbitration.json")
    assert service["time"]["statutory"]["unit"] in ("calendar-days", "working-days")
    assert service["links"] == {
        "self": "api/v1/en/services/labour-arbitration.json",
        "page": "en/services/labour-arbitration/",
        "languages": {
            "zh": "api/v1/zh/services/labour-arbitration.json",
            "en": "api/v1/en/services/labour-arbitration.json",
        },
    }


def test_a_place_says_whether_it_is_confirmed_and_what_it_handles(files: dict[str, bytes]) -> None:
    place = read(files, "api/v1/zh/places/441602001003.json")
    assert place["confirmed"] is False
    assert place["phone"] is None
    assert (place["hours"], place["hours_text"]) == (None, None)
    assert {"id": "job-matching", "region": None} in place["services"]


def test_a_life_event_is_a_way_in_stages(files: dict[str, bytes], catalogue: Catalogue) -> None:
    event = read(files, "api/v1/en/life-events/dispute-or-fired.json")
    assert [stage["id"] for stage in event["stages"]][:2] == ["no-signature", "report"]
    assert set(event["stages"][0]) == {"id", "name", "text", "services", "hotlines"}
    assert event["stages"][0]["hotlines"] == ["12348"]
    assert event["more_services"] == ["petition-reception"]


def test_the_same_catalogue_gives_the_same_bytes(files: dict[str, bytes], catalogue: Catalogue) -> None:
    assert {artifact.path: artifact.data for artifact in api.publish(catalogue)} == files


def test_a_region_says_whether_places_are_listed_and_what_holds_there(files: dict[str, bytes]) -> None:
    county = read(files, "api/v1/zh/regions/430121.json")
    assert (county["place"], county["profile"], county["routing"]) == (None, "hunan", "430000")
    assert county["chain"] == ["100000", "430000", "430100", "430121"]
    assert read(files, "api/v1/zh/regions/441602.json")["place"] == "441602"
    assert "api/v1/zh/regions/441602001.json" not in files


def test_points_hours_courses_pairs_and_notices_say_what_they_are(model_county: Catalogue) -> None:
    files = {artifact.path: artifact.data for artifact in api.publish(model_county)}
    village = read(files, "api/v1/en/places/990101001001.json")
    assert village["hours"]["weekly"][0] == {
        "days": [2, 5],
        "opens": "09:00",
        "closes": "11:30",
        "by_appointment": False,
    }
    assert village["hours_text"] == "Tuesday and Friday 9:00–11:30"
    van = read(files, "api/v1/en/points/demo-mobile.json")
    assert [(visit["date"], visit["services"]) for visit in van["visits"]][1] == ("2027-01-10", [])
    assert read(files, "api/v1/zh/points/demo-training.json")["listing"] == {
        "status": "approved",
        "since": "2026-03-01",
    }
    course = read(files, "api/v1/en/courses/demo-welding.json")
    assert (course["kind"], course["provider"], course["fee"]["free"]) == ("targeted", "demo-vocational", False)
    assert read(files, "api/v1/zh/notices/demo-flood.json")["kind"] == "urgent"
    for path in ("routing/990100", "regions/990101", "regions/980100"):
        assert read(files, f"api/v1/zh/{path}.json")["pairs"] == ["demo-pair-of-regions"], path
    assert read(files, "api/v1/zh/regions/441602.json")["pairs"] == []
    local = read(files, "api/v1/zh/services/demo-points-settlement/990101.json")
    assert local["provider"] == "bought"
    assert [channel["mini_programme"] for channel in local["channels"]] == [None, "示范县办事（演示数据）"]
