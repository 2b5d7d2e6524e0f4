"""The feed of changes, and what the API says of things withdrawn."""

import json
from dataclasses import replace
from typing import Any

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.model.common import Revision
from tongchuang.publish import api

TOWNSHIP = "441602099"
ID = "job-matching"


def read(catalogue: Catalogue) -> dict[str, Any]:
    """The files of a catalogue with few places, by path."""
    views = {}
    for lang, view in catalogue.views.items():
        places = {code: place for code, place in view.places.items() if code.startswith("4416020")}
        views[lang] = replace(view, places=places)
    made = api.publish(replace(catalogue, views=views))
    return {artifact.path: json.loads(artifact.data) for artifact in made}


@pytest.fixture(scope="module")
def files(tombstones: Catalogue) -> dict[str, Any]:
    """The API after a service was revised twice in a day, and a place once."""
    revisions = (
        Revision("r8", "2099-01-02", "functional", "改了时限", "New time limit", ("time",)),
        Revision("r9", "2099-01-02", "editorial", "改了字", "Worded anew", ("summary",)),
    )
    views = {}
    for lang, view in tombstones.views.items():
        service = replace(view.services[ID], revisions=(*view.services[ID].revisions, *revisions))
        place = replace(view.places["441602001"], revisions=(replace(revisions[0], date="2099-01-01"),))
        views[lang] = replace(view, services={**view.services, ID: service}, places={**view.places, place.code: place})
    return read(replace(tombstones, views=views))


def test_every_revision_stands_in_the_feed_newest_first(files: dict[str, Any], tombstones: Catalogue) -> None:
    items = files["api/v1/zh/changes.json"]["items"]
    assert [item["id"] for item in items[:3]] == [f"service/{ID}#r9", f"service/{ID}#r8", "place/441602001#r8"]
    dates = [item["date_published"] for item in items]
    assert dates == sorted(dates, reverse=True)
    view = tombstones.view("zh")
    records = [*view.services.values(), *view.policies.values()]
    assert {f"{r.id}#{revision.id}" for r in records for revision in r.revisions} <= {
        item["id"].partition("/")[2] for item in items
    }
    assert len({item["id"] for item in items}) == len(items)


def test_an_entry_says_what_changed_in_its_language_and_links_to_the_record(files: dict[str, Any]) -> None:
    zh, en = (files[f"api/v1/{lang}/changes.json"]["items"][1] for lang in ("zh", "en"))
    assert (zh["content_text"], en["content_text"]) == ("改了时限", "New time limit")
    assert en["date_published"] == "2099-01-02T00:00:00+08:00"
    assert en["url"] == f"en/services/{ID}/"
    own = en["_tongchuang"]
    assert (own["kind"], own["id"], own["revision"], own["change"]) == ("service", ID, "r8", "functional")
    assert own["fields"] == ["time"]
    assert own["links"]["self"] in files


def test_the_feed_is_a_json_feed_that_the_index_names(files: dict[str, Any]) -> None:
    for lang in ("zh", "en"):
        path = files["api/v1/index.json"]["changes"][lang]
        feed = files[path]
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert (feed["feed_url"], feed["language"], feed["home_page_url"]) == (path, lang, f"{lang}/")
        assert feed["title"]


def test_what_was_withdrawn_stays_in_the_api_and_is_not_counted(files: dict[str, Any], tombstones: Catalogue) -> None:
    counts = files["api/v1/index.json"]["counts"]
    assert counts["services"] == len(tombstones.view("zh").services) - 1
    for collection, id_ in (("services", "residence-permit-apply"), ("policies", "criminal-law"), ("places", TOWNSHIP)):
        record = files[f"api/v1/zh/{collection}/{id_}.json"]
        assert record["withdrawn"]["date"] == "2026-10-01"
        listed = {item["id"]: item for item in files[f"api/v1/zh/{collection}/index.json"]["items"]}
        assert listed[id_]["withdrawn"] == "2026-10-01"
        assert sum("withdrawn" in item for item in listed.values()) == counts_missing(listed, counts[collection])
    assert files[f"api/v1/en/places/{TOWNSHIP}.json"]["services"] == []


def counts_missing(listed: dict[str, Any], counted: int) -> int:
    return len(listed) - counted
