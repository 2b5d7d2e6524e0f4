"""What follows from revisions: what changed since, and what has fallen behind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.catalogue.revisions import (
    changed_fields,
    changes_between,
    changes_since,
    difference,
    stale_fields,
    stale_local_versions,
)
from tongchuang.load import Document, Sources

DAY = date(2026, 11, 21)
ID = "residence-permit-apply"
LATER = (
    {"id": "r8", "date": "2026-11-10", "kind": "functional", "fields": ["time", "fee"], "zh": "改", "en": "Changed"},
    {"id": "r9", "date": "2026-11-11", "kind": "editorial", "fields": ["summary", "fee"], "zh": "改字", "en": "Worded"},
)


@pytest.fixture(scope="module")
def later(sources: Sources) -> Catalogue:
    """The real content after two revisions of a service that has a local version made before them."""

    def revised(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "revisions": [*data["revisions"], *LATER]}

    documents = [
        replace(d, data=revised(d.data)) if (d.kind, d.key, d.lang) == ("service", ID, None) else d
        for d in sources.documents
        if d.kind != "local"
    ]
    first = sources.of("service")[ID].data["revisions"][-1]["id"]
    local = {"base": first, "window": "rights"}
    versions = [
        Document(f"content/local/441602/{ID}.yaml", "local", ID, local, region="441602"),
        Document(f"content/local/441621/{ID}.yaml", "local", ID, {**local, "base": "r8"}, region="441621"),
    ]
    return resolve(Sources((*documents, *versions)), DAY)


def test_changes_since_a_revision_are_those_after_it(later: Catalogue) -> None:
    service = later.view("zh").services[ID]
    assert [revision.id for revision in changes_since(service, "r8")] == ["r9"]
    assert changes_since(service, "r9") == ()
    assert [revision.id for revision in changes_since(service, service.revisions[-3].id)] == ["r8", "r9"]


def test_a_revision_that_the_record_never_had_is_an_error(later: Catalogue) -> None:
    with pytest.raises(KeyError):
        changes_since(later.view("zh").services[ID], "r7777")


def test_fields_are_named_once_in_the_order_of_change(later: Catalogue) -> None:
    revisions = later.view("zh").services[ID].revisions[-2:]
    assert changed_fields(revisions) == ("time", "fee", "summary")
    assert changed_fields(revisions, "functional") == ("time", "fee")


def test_a_translation_has_missed_the_fields_changed_in_substance(later: Catalogue, catalogue: Catalogue) -> None:
    assert stale_fields(later.view("en").services[ID]) == ("time", "fee")
    assert stale_fields(later.view("zh").services[ID]) == ()
    assert stale_fields(catalogue.view("en").services[ID]) == ()


def test_a_local_version_is_stale_by_what_changed_in_substance_since_its_base(later: Catalogue) -> None:
    assert stale_local_versions(later.view("zh")) == {("441602", ID): ("time", "fee")}


def test_what_changed_between_two_catalogues_is_the_revisions_that_one_did_not_have(
    later: Catalogue, catalogue: Catalogue
) -> None:
    [change] = changes_between(catalogue, later)
    assert (change.kind, change.id, change.fields) == ("service", ID, ("time", "fee", "summary"))
    assert change.before == catalogue.view("zh").services[ID].revision
    assert list(changes_between(later, later)) == []


def test_a_record_that_is_new_has_no_revision_before(catalogue: Catalogue) -> None:
    zh = catalogue.view("zh")
    without = {id_: service for id_, service in zh.services.items() if id_ != ID}
    before = replace(catalogue, views={**catalogue.views, "zh": replace(zh, services=without)})
    [change] = changes_between(before, catalogue)
    assert (change.id, change.before, change.revisions) == (ID, None, zh.services[ID].revisions)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ({"fee": {"free": True}}, {"fee": {"free": True}}, {}),
        ({"fee": {"free": True}}, {"fee": {"free": False}}, {"fee": False}),
        ({"fee": {"free": True}}, {"fee": {"free": True, "note": "n"}}, {"fee": True}),
        ({"name": "a"}, {"name": "b"}, {"name": True}),
        ({"steps": [{"id": "a", "note": "x"}]}, {"steps": [{"id": "a", "note": "y"}]}, {"steps": True}),
        ({"steps": [{"id": "a"}, {"id": "b"}]}, {"steps": [{"id": "b"}, {"id": "a"}]}, {"steps": False}),
        ({"steps": [{"id": "a"}]}, {"steps": [{"id": "a"}, {"id": "b", "note": "x"}]}, {"steps": False}),
        ({"levels": ["office"]}, {"levels": ["office", "station"]}, {"levels": False}),
        ({}, {"withdrawn": {"date": "2026-01-01"}}, {"withdrawn": False}),
        ({"review": {"by": "a"}, "revisions": [1]}, {"review": {"by": "b"}, "revisions": [2]}, {}),
        ({"questions": [{"id": "a"}]}, {"questions": [{"id": "a", "sensitive": "health"}]}, {}),
    ],
)
def test_fields_that_differ_are_told_apart_by_wording_and_substance(
    before: dict[str, Any], after: dict[str, Any], found: dict[str, bool]
) -> None:
    assert difference(before, after) == found


def test_only_the_newest_base_counts_for_a_local_version(later: Catalogue) -> None:
    bases: Callable[[str], str | None] = lambda region: later.view("zh").regional[region, ID].base  # noqa: E731
    assert (bases("441621"), later.view("zh").services[ID].base) == ("r8", None)
