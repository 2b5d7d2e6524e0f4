"""The nearest service point of each kind that people need nearby, for the region they chose."""

from dataclasses import replace

import pytest
from tongchuang import schemas
from tongchuang.catalogue import Catalogue, View
from tongchuang.model.point import Listing

VILLAGE, COUNTY, HEYUAN_VILLAGE = "990101002001", "990101", "441602001003"


@pytest.fixture
def view(model_county: Catalogue) -> View:
    return model_county.view("zh")


def kinds(view: View, region: str) -> dict[str, str]:
    return {point.kind: point.id for point in view.points_at(region)}


def test_a_village_has_the_panel_that_serves_its_county(view: View) -> None:
    assert view.points["demo-tribunal"].serves == COUNTY
    assert kinds(view, VILLAGE)["dispatched-tribunal"] == "demo-tribunal"
    assert "dispatched-tribunal" not in kinds(view, HEYUAN_VILLAGE)


def test_one_that_serves_the_township_is_nearer_than_one_of_the_county(view: View) -> None:
    near = replace(view.points["demo-tribunal"], id="near", region="990101001", serves=VILLAGE[:9])
    assert kinds(replace(view, points={"near": near, **view.points}), VILLAGE)["dispatched-tribunal"] == "near"
    assert kinds(replace(view, points={**view.points, "near": near}), VILLAGE)["dispatched-tribunal"] == "near"


def test_a_kind_that_no_category_looks_for_is_not_brought_from_above(view: View) -> None:
    assert "monitoring-point" not in view.nearby
    assert "monitoring-point" in kinds(view, COUNTY)
    assert "monitoring-point" not in kinds(view, VILLAGE)


def test_nobody_is_sent_to_a_provider_struck_off_its_list(view: View) -> None:
    provider = view.points["demo-training"]
    assert kinds(view, VILLAGE)["training-provider"] == provider.id
    struck = replace(provider, listing=Listing("removed", "2026-01-01"))
    assert "training-provider" not in kinds(replace(view, points={**view.points, provider.id: struck}), VILLAGE)


def test_categories_look_for_kinds_that_points_can_have() -> None:
    wanted = schemas.properties(schemas.schema("category"))["points"]["items"]["enum"]
    assert set(wanted) <= set(schemas.properties(schemas.schema("point"))["kind"]["enum"])
