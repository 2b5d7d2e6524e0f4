"""Records of a file each, in every language."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue, View, resolve
from tongchuang.load import load
from tongchuang.project import Project

SHARED = Path(__file__).parents[1] / "check" / "shared" / "content"
KINDS = ("not-paid", "hurt")
APPEALS = "".join(
    f"- id: {kind}\n  n: {n}\n  name: 诉求{n}\n  summary: 说一说。\n  departments: [labour-inspection]\n"
    for n, kind in enumerate(KINDS, start=1)
)
ROUTING = """region: "{region}"
policy: wage-rules
routes:
  - {{id: not-paid, departments: [{department}], note: 先打电话。}}
  - {{id: hurt, departments: [labour-inspection]}}
"""


@pytest.fixture
def two_regions(tmp_path: Path) -> View:
    """The shared small project with a city that routes appeals, and one of its counties that does it its own way."""
    for file in SHARED.rglob("*.*"):
        copy = tmp_path / "content" / file.relative_to(SHARED)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    folder = tmp_path / "content" / "network" / "routing"
    folder.mkdir()
    (folder / "441600.yaml").write_text(ROUTING.format(region="441600", department="labour-inspection"), "utf-8")
    (folder / "441602.yaml").write_text(ROUTING.format(region="441602", department="union"), "utf-8")
    (folder / "441602.en.yaml").write_text("routes:\n  not-paid: {note: Call first.}\n", "utf-8")
    (tmp_path / "content" / "appeals.yaml").write_text(APPEALS, "utf-8")
    return resolve(load(Project(tmp_path)), date(2026, 11, 21)).view("en")


def test_one_appeal_goes_to_different_departments_in_two_regions(two_regions: View) -> None:
    routed = {region: routing.routes[0].departments for region, routing in two_regions.routings.items()}
    assert routed == {"441600": ("labour-inspection",), "441602": ("union",)}


def test_words_without_a_translation_stay_chinese(two_regions: View) -> None:
    assert two_regions.routings["441602"].routes[0].note == "Call first."
    assert two_regions.routings["441600"].routes[0].note == "先打电话。"


def test_all_thirteen_appeals_of_hunan_reach_a_department(catalogue: Catalogue) -> None:
    for lang in catalogue.languages:
        view = catalogue.view(lang)
        routes = view.routings["430000"].routes
        assert [route.id for route in routes] == list(view.appeals)
        assert len(routes) == 13
        assert all(department in view.departments for route in routes for department in route.departments)


def test_the_nine_rules_and_five_pledges_of_heyuan_are_there(catalogue: Catalogue) -> None:
    texts = catalogue.view("zh").wall_rules
    assert len(texts["heyuan-internal-rules"].items) == 7
    assert len(texts["heyuan-supervision-rules"].items) == 2
    assert [item.percent for item in texts["heyuan-pledges"].items] == [100] * 5


def test_township_and_village_do_different_things_with_a_registration(catalogue: Catalogue) -> None:
    texts = catalogue.view("zh").wall_rules
    township = {item.id: item.text for item in texts["heyuan-township-duties"].items}
    village = {item.id: item.text for item in texts["heyuan-village-duties"].items}
    assert "审核" in township["registration"]
    assert "收就业和失业登记的申请" in village["registration"]
    assert "card" in township
    assert "card" not in village


def test_calendars_are_known_by_their_year(catalogue: Catalogue) -> None:
    for year, calendar in catalogue.view("en").calendars.items():
        assert calendar.year == year


def test_a_paper_has_its_words_in_each_language(catalogue: Catalogue) -> None:
    assert catalogue.view("zh").forms["wage-complaint"].fields[0].label == "你叫什么"
    assert catalogue.view("en").forms["wage-complaint"].fields[0].label == "Your name"
    assert catalogue.view("en").ledgers["visitor-ledger"].columns[0].label == "No."


def test_a_column_given_by_its_id_is_the_shared_one_in_each_language(catalogue: Catalogue) -> None:
    for lang in catalogue.languages:
        ledgers = catalogue.view(lang).ledgers
        shared = {column.id: column for column in ledgers["shared-fields"].columns}
        [result] = [column for column in ledgers["insurance-ledger"].columns if column.id == "result"]
        assert result == replace(shared["result"], required=True)


def test_no_ledger_has_a_column_for_a_name_or_an_identity_number(catalogue: Catalogue) -> None:
    ids = {column.id for ledger in catalogue.view("zh").ledgers.values() for column in ledger.columns}
    assert not ids & {"name", "phone", "identity", "id-card", "address"}
