"""The model county shows each feature; the hub itself knows nothing of it."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from tongchuang.catalogue import Catalogue, View, resolve
from tongchuang.catalogue.status import status
from tongchuang.check import check
from tongchuang.load import Sources, load
from tongchuang.model.common import Duration
from tongchuang.model.dated import NoticeKind
from tongchuang.model.point import PointKind
from tongchuang.project import Project
from tongchuang.publish import api

DAY = date(2026, 11, 21)
DEMO = Path(__file__).resolve().parents[1] / "demo"
ITEM = "demo-points-settlement"
VILLAGE, COUNTY, CITY = "990101001001", "990101", "990100"


@pytest.fixture(scope="module")
def together(project: Project) -> Sources:
    return load(replace(project, overlay=DEMO))


@pytest.fixture(scope="module")
def demo(together: Sources) -> Catalogue:
    return resolve(together, DAY)


@pytest.fixture(scope="module")
def zh(demo: Catalogue) -> View:
    return demo.view("zh")


def test_only_the_stale_translation_is_found(together: Sources) -> None:
    assert [(f.code, Path(f.path).stem) for f in check(together, DAY)] == [("R501", "demo-training-voucher.en")]


def test_nothing_of_it_is_in_the_hub(catalogue: Catalogue, demo: Catalogue) -> None:
    assert [a.path for a in api.publish(catalogue) if "演示" in a.data.decode() or "/99" in a.path] == []
    assert [a.path for a in api.publish(demo) if "演示" in a.data.decode()]


def test_the_hubs_own_records_stay_as_they_are(catalogue: Catalogue, demo: Catalogue) -> None:
    real, with_demo = catalogue.view("zh"), demo.view("zh")
    for field in ("services", "places", "policies", "networks", "regional"):
        mine, theirs = getattr(real, field), getattr(with_demo, field)
        assert {key: theirs[key] for key in mine} == mine, field


def test_everything_in_it_says_that_it_is_made_up(zh: View, catalogue: Catalogue) -> None:
    real = catalogue.view("zh")
    for field in (
        "services",
        "policies",
        "places",
        "points",
        "pairs",
        "partners",
        "brands",
        "courses",
        "rates",
        "notices",
    ):
        mine, known = getattr(zh, field), getattr(real, field)
        added = [record for key, record in mine.items() if key not in known]
        assert added, field
        for record in added:
            assert "演示数据" in getattr(record, "name", "") + getattr(record, "title", ""), record


def test_no_code_and_no_number_is_real() -> None:
    for file in {*(DEMO / "content").rglob("*.*")} - {*(DEMO / "content").rglob("*.png")}:
        text = file.read_text(encoding="utf-8")
        assert re.findall(r'phone: "(?!000-000000\d")', text) == [], file
        words = re.sub(r"sha256: \w+", "", text.replace("100000", ""))
        codes = re.findall(r"(?<!\d)(?:\d{6}|\d{9}|\d{12})(?!\d)", words)
        assert all(code.startswith(("98", "99")) for code in codes), file


def test_what_has_been_confirmed_stands_there_and_the_rest_is_listed(zh: View) -> None:
    for code in (COUNTY, "990101001", VILLAGE):
        place = zh.places[code]
        assert place.confirmed_on
        assert place.address
        assert place.hours
        assert place.phone
        assert place.windows
    assert zh.places["990101002"].confirmed_on is None
    assert zh.places[VILLAGE].name == "示范村农民工服务站（演示数据）"
    assert zh.places["990101001003"].withdrawn


def test_each_rule_of_inheritance_is_used(zh: View) -> None:
    standard, city, here = zh.service(ITEM), zh.service(ITEM, CITY), zh.service(ITEM, VILLAGE)
    # delegated: the city sets it, and the county can't
    assert [condition.id for condition in city.conditions] == ["sixty-points"]
    assert (standard.time.statutory.value, city.time.statutory.value) == (20, 15)  # type: ignore[union-attr]
    # ease
    assert here.time.promised == Duration(5, "working-days", "受理之日")
    assert (here.visits.count, here.fee.free) == (1, True)
    assert [material.waived for material in here.materials] == [False, True]
    # append
    assert set(here.keywords) > set(standard.keywords)
    assert [entry.id for entry in here.faq] == ["parking"]
    assert here.local_basis
    # local
    assert (here.window, here.implementation_code) == ("win-petition", "990101-DEMO-1")
    assert here.channels[0].address
    assert here.steps[0].where
    # locked
    assert (here.name, here.basis, here.result) == (standard.name, standard.basis, standard.result)


def test_the_exception_holds_until_its_day(zh: View, together: Sources) -> None:
    here = zh.service(ITEM, COUNTY)
    assert here.audience == ("worker", "family")
    assert [exception.id for exception in here.exceptions] == ["flood"]
    last = date.fromisoformat(here.exceptions[0].until)
    assert resolve(together, last).view("zh").service(ITEM, COUNTY).audience == ("worker", "family")
    after = resolve(together, last + timedelta(days=1)).view("zh").service(ITEM, COUNTY)
    assert after.audience == ("worker",)
    assert after.exceptions == ()


def test_bodies_for_remedies_are_those_of_the_county(zh: View) -> None:
    bodies = {remedy.id: remedy.body for remedy in zh.service(ITEM, VILLAGE).remedies}
    assert bodies == {"review": "示范县人民政府（演示数据）", "sue": "示范县人民法院（演示数据）"}


def test_the_other_features_are_there(demo: Catalogue) -> None:
    zh, en = demo.view("zh"), demo.view("en")
    assert zh.services["demo-old-card"].withdrawn
    assert en.services["demo-training-voucher"].translation.status == "stale"
    assert en.services["demo-training-voucher"].materials[0].name == "身份证（演示数据）"
    assert status(zh.policies["demo-new-rules"], DAY.isoformat()) == "upcoming"
    assert {point.kind for point in zh.points.values() if point.id.startswith("demo-")} == set(get_args(PointKind))
    assert {point.listing.status for point in zh.points.values() if point.listing} == {"approved", "removed"}
    assert [stop.weekday for stop in zh.points["demo-mobile"].timetable] == [1, 4]
    assert [visit.date for visit in zh.points["demo-mobile"].visits] == ["2026-12-06", "2027-01-10"]
    assert len(zh.routings[CITY].routes) == 13
    assert zh.partners["demo-association"].reviews
    assert {course.kind for course in zh.courses.values()} == {"special", "targeted", "lifelong"}
    assert len(zh.rates["demo-minimum-wage"].values) == 2
    assert zh.notices["demo-closure"].region == COUNTY
    assert {notice.kind for notice in zh.notices.values()} == set(get_args(NoticeKind))


def test_a_file_that_the_project_has_too_is_a_finding(tmp_path: Path) -> None:
    for folder in ("project", "more"):
        file = tmp_path / folder / "content" / "hub.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(f"name: {folder}\n", encoding="utf-8")
    sources = load(Project(tmp_path / "project", tmp_path / "more"))
    assert [(f.path, f.code) for f in sources.findings] == [("content/hub.yaml", "L108")]
    assert [document.data["name"] for document in sources.documents] == ["project"]


def test_a_build_with_it_goes_elsewhere(project: Project) -> None:
    assert project.dist.name == "dist"
    assert replace(project, overlay=DEMO).dist == project.root / "dist-demo"


def test_its_records_can_be_written_as_json(demo: Catalogue) -> None:
    for lang in demo.languages:
        assert msgspec.json.encode(demo.view(lang).services)
