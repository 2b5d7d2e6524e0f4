"""Exceptions override a locked field for a time, and everybody can see that they do."""

from datetime import date
from typing import Any

import msgspec
import pytest
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.catalogue.inherit import merge
from tongchuang.catalogue.provenance import trace
from tongchuang.check import check
from tongchuang.load import load
from tongchuang.model.common import Citation, Duration
from tongchuang.project import Project
from tongchuang.publish import api
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.pages import all_pages

from .conftest import Write

DAY = date(2026, 11, 21)
CITY, COUNTY = "441600", "441602"
FLOOD = """base: r1
exceptions:
  - id: flood
    set:
      materials:
        id-card: {required: false}
      time:
        statutory: {value: 90, unit: working-days, basis: [{policy: wage-rules, article: "12"}]}
    reason: 水灾后补办证件的人多
    basis: [{policy: wage-rules, article: "10"}]
    approved_by: 市人社局法规科
    until: "2027-06-30"
"""
FLOOD_IN_ENGLISH = "exceptions:\n  flood: {reason: Many lost their papers, approved_by: The legal section}\n"


def resolved(small: Project, day: date = DAY) -> Catalogue:
    sources = load(small)
    assert [finding for finding in check(sources, day) if finding.severity == "error"] == []
    return resolve(sources, day)


def test_an_exception_holds_where_it_was_made_and_below_and_says_why(small: Project, write: Write) -> None:
    write("local/441600/report-wages.yaml", FLOOD)
    view = resolved(small).view("zh")
    service = view.service("report-wages", COUNTY)
    assert service.materials[0].required is False
    assert service.time.statutory == Duration(90, "working-days", None, (Citation("wage-rules", "12"),))
    [exception] = service.exceptions
    assert (exception.id, exception.region, exception.until) == ("flood", CITY, "2027-06-30")
    assert exception.fields == (
        "materials.id-card.required",
        "time.statutory",
    )
    assert set(exception.fields) <= set(service.differences)
    assert view.service("report-wages").exceptions == ()


@pytest.mark.parametrize(("day", "holds"), [(date(2027, 6, 30), True), (date(2027, 7, 1), False)])
def test_an_exception_ends_with_its_last_day(small: Project, write: Write, day: date, holds: bool) -> None:
    write("local/441600/report-wages.yaml", FLOOD)
    service = resolved(small, day).view("zh").service("report-wages", CITY)
    assert bool(service.exceptions) is holds
    assert service.materials[0].required is not holds
    assert ("R206" in [finding.code for finding in check(load(small), day)]) is not holds


def test_the_line_behind_an_exception_is_that_of_the_local_file(small: Project, write: Write) -> None:
    write("local/441600/report-wages.yaml", FLOOD)
    origins = {o.field: o for o in trace(load(small), resolved(small), "report-wages", COUNTY)}
    required, unit = origins["materials.id-card.required"], origins["time.statutory.unit"]
    assert (required.rule, required.path, required.line) == (
        "exception",
        "content/local/441600/report-wages.yaml",
        6,
    )
    assert (unit.rule, unit.line) == ("exception", 8)
    assert origins["materials.id-card.name"].rule == "locked"


def test_an_exception_is_translated_or_said_to_be_in_chinese(small: Project, write: Write) -> None:
    write("local/441600/report-wages.yaml", FLOOD)
    service = resolved(small).view("en").service("report-wages", CITY)
    assert {"exceptions.flood.reason", "exceptions.flood.approved_by"} <= set(service.translation.fallbacks)
    write("local/441600/report-wages.en.yaml", FLOOD_IN_ENGLISH)
    service = resolved(small).view("en").service("report-wages", CITY)
    assert service.exceptions[0].reason == "Many lost their papers"
    assert not any(path.startswith("exceptions") for path in service.translation.fallbacks)
    write("local/441600/report-wages.en.yaml", FLOOD_IN_ENGLISH.replace("flood", "food"))
    assert "R504" in [finding.code for finding in check(load(small), DAY)]


def test_an_exception_is_published_on_the_page_and_in_the_api(small: Project, write: Write) -> None:
    write("local/441600/report-wages.yaml", FLOOD)
    catalogue = resolved(small)
    pages = {page.address: page for page in all_pages(catalogue, "zh")}
    drawing = Drawing(catalogue.view("zh"))
    body = str(drawing.body(pages[f"services/report-wages/{CITY}/"]))
    for words in ("本地差异", "改了：申请材料、办结时限", "水灾后补办证件的人多", "市人社局法规科", "2027年6月30日"):
        assert words in body
    assert "本地差异" not in str(drawing.body(pages["services/report-wages/"]))
    files = {artifact.path: artifact.data for artifact in api.publish(catalogue)}
    record = msgspec.json.decode(files[f"api/v1/zh/services/report-wages/{CITY}.json"])
    assert record["exceptions"][0]["approved_by"] == "市人社局法规科"


STANDARD: dict[str, Any] = {
    "id": "permit",
    "codes": [{"scheme": "basic", "value": "1"}],
    "name": "居住证申领",
    "window": "win-a",
    "materials": [
        {"id": "id-card", "name": "身份证", "required": True, "originals": 1, "copies": 1},
        {"id": "photo", "name": "照片", "required": False, "when": {"first": ["yes"]}},
    ],
    "time": {"promised": {"value": 10, "unit": "working-days"}},
    "visits": {"count": 1, "reason": "拍照"},
}


def breaches(values: dict[str, Any]) -> list[tuple[tuple[Any, ...], str]]:
    exceptions = [{"id": "x", "set": values, "until": "2026-12-31"}]
    merged = merge(STANDARD, {"base": "r1", "exceptions": exceptions}, COUNTY, DAY)
    assert {**merged.data, "conditions": 0} == {**STANDARD, "conditions": 0} or not merged.problems
    return [(problem.pointer[3:], problem.breach) for problem in merged.problems]


@pytest.mark.parametrize(
    ("values", "pointer", "breach"),
    [
        ({"id": "other"}, ("id",), "fixed"),
        ({"codes": [{"scheme": "basic", "value": "2"}]}, ("codes",), "fixed"),
        ({"name": "别的"}, ("name",), "fixed"),
        ({"revisions": {"r1": {"zh": "改"}}}, ("revisions",), "fixed"),
        ({"window": "win-b"}, ("window",), "fixed"),
        ({"time": {"promised": {"value": 20, "unit": "working-days"}}}, ("time", "promised"), "fixed"),
        ({"visits": {"count": 9}}, ("visits",), "fixed"),
        ({"materials": {"book": {"name": "户口簿", "required": True}}}, ("materials", "book"), "added"),
        ({"materials": [{"id": "book", "name": "户口簿"}]}, ("materials",), "fixed"),
        ({"materials": {"id-card": {"name": "身份证和户口簿"}}}, ("materials", "id-card", "name"), "fixed"),
        ({"materials": {"id-card": {"copies": 2}}}, ("materials", "id-card", "copies"), "fixed"),
        ({"materials": {"id-card": {"originals": 2}}}, ("materials", "id-card", "originals"), "harder"),
        ({"materials": {"photo": {"required": True}}}, ("materials", "photo", "required"), "harder"),
        ({"materials": {"photo": {"when": {"first": ["no"]}}}}, ("materials", "photo", "when"), "fixed"),
        ({"conditions": {"age": {"text": "满18岁"}}}, ("conditions", "age"), "added"),
        ({"nonsense": 1}, ("nonsense",), "fixed"),
    ],
)
def test_an_exception_may_not_ask_for_more_nor_change_what_a_service_is(
    values: dict[str, Any], pointer: tuple[Any, ...], breach: str
) -> None:
    assert breaches(values) == [(pointer, breach)]
