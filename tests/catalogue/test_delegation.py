"""What the law leaves to one tier: Jilin City's two settlement regimes, and Ningbo's points.

The figures are those of the documents of 2015 and 2011 that the two cities issued; here they are examples.
"""

from datetime import date

import pytest
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.catalogue.provenance import trace
from tongchuang.check import check
from tongchuang.load import load
from tongchuang.model.finding import Finding
from tongchuang.project import Project

from .conftest import Write

DAY = date(2026, 11, 21)
JILIN = """base: r1
delegated:
  questions:
    - id: where
      ask: 户口想落到哪里？
      options: [{id: city-proper, label: 吉林市市区}, {id: county-or-town, label: 五个县（市）城区或建制镇}]
    - id: contract
      ask: 你签合同了吗？
      options: [{id: signed, label: 签了}, {id: unsigned, label: 没签}]
  conditions:
    - {id: home, text: 有合法稳定住所，租房也算。, when: {where: [county-or-town]}}
    - {id: home-city, text: 有合法稳定住所，租房要满两年。, when: {where: [city-proper]}}
    - {id: job-city, text: 有合法稳定职业。, when: {where: [city-proper]}}
    - {id: insured-city, text: 同时参加养老、医疗、失业保险两年以上。, when: {where: [city-proper]}}
"""
NINGBO = """base: r1
delegated:
  conditions:
    - {id: points, text: 积分达到当年公布的分数。}
  materials:
    - {id: id-card, name: 身份证, required: true, copies: 1}
    - {id: points-sheet, name: 积分核定单, required: true, copies: 1}
"""


def errors(small: Project) -> list[Finding]:
    return [finding for finding in check(load(small), DAY) if finding.severity == "error"]


def codes(small: Project) -> list[tuple[str, str, int]]:
    return [(finding.code, finding.path.split("/")[2], finding.line) for finding in errors(small)]


def resolved(small: Project) -> Catalogue:
    assert errors(small) == []
    return resolve(load(small), DAY)


def test_jilin_city_sets_one_list_of_conditions_for_the_city_and_one_for_its_counties(
    small: Project, write: Write
) -> None:
    write("local/220200/settlement.yaml", JILIN)
    view = resolved(small).view("zh")
    for place in ("220200", "220202", "220281"):
        conditions = view.service("settlement", place).conditions
        by_answer = {
            answer: [c.id for c in conditions if answer in c.when["where"]]
            for answer in ("city-proper", "county-or-town")
        }
        assert by_answer == {
            "city-proper": ["home-city", "job-city", "insured-city"],
            "county-or-town": ["home"],
        }
    assert [c.id for c in view.service("settlement", "330200").conditions] == ["stable-home"]


def test_a_county_may_not_change_what_its_city_set(small: Project, write: Write) -> None:
    write("local/220200/settlement.yaml", JILIN)
    write(
        "local/220281/settlement.yaml", "base: r1\ndelegated:\n  conditions:\n    - {id: home, text: 要在本地买房。}\n"
    )
    assert codes(small) == [("R205", "220281", 3)]
    write("local/220281/settlement.yaml", "base: r1\nconditions:\n  home: {text: 要在本地买房。}\n")
    assert codes(small) == [("S102", "220281", 2)]


@pytest.mark.parametrize(("region", "field"), [("330000", "conditions"), ("330212", "conditions"), ("330200", "fee")])
def test_only_the_tier_and_the_fields_that_the_item_names_are_free(
    small: Project, write: Write, region: str, field: str
) -> None:
    value = "{free: true}" if field == "fee" else "[{id: points, text: 积分达标。}]"
    write(f"local/{region}/settlement.yaml", f"base: r1\ndelegated:\n  {field}: {value}\n")
    assert codes(small) == [("R205", region, 3)]


def test_ningbo_asks_for_points_and_a_district_may_only_lighten_that(small: Project, write: Write) -> None:
    write("local/330200/settlement.yaml", NINGBO)
    write("local/330212/settlement.yaml", "base: r1\nmaterials:\n  points-sheet: {waived: true}\n")
    view = resolved(small).view("zh")
    district = view.service("settlement", "330212")
    assert [(m.id, m.waived) for m in district.materials] == [("id-card", False), ("points-sheet", True)]
    assert [c.id for c in district.conditions] == ["points"]
    assert district.differences == ("conditions", "materials", "materials.points-sheet.waived")
    write("local/330212/settlement.yaml", "base: r1\nmaterials:\n  points-sheet: {copies: 2}\n")
    assert codes(small) == [("R202", "330212", 3)]
    write("local/330212/settlement.yaml", "base: r1\nmaterials:\n  contract-paper: {waived: true}\n")
    assert codes(small) == [("R201", "330212", 3)]


def test_an_answer_that_the_city_took_away_is_found(small: Project, write: Write) -> None:
    write("local/220200/settlement.yaml", JILIN.replace("id: contract", "id: signed-contract"))
    assert codes(small) == [("R208", "220200", 2)]


def test_a_city_may_not_ask_for_longer_than_it_already_promised(small: Project, write: Write) -> None:
    item = (small.content / "services/wages/settlement.yaml").read_text(encoding="utf-8")
    write("services/wages/settlement.yaml", item.replace("questions], tier", "time.statutory], tier"))
    write(
        "local/330200/settlement.yaml",
        "base: r1\ndelegated:\n  time:\n    statutory: {value: 20, unit: working-days}\n",
    )
    assert ("R205", "330200", 4) in codes(small)


def test_a_delegated_field_names_the_line_and_the_rule_it_was_set_by(small: Project, write: Write) -> None:
    write("local/330200/settlement.yaml", NINGBO)
    origins = {o.field: o for o in trace(load(small), resolved(small), "settlement", "330212")}
    sheet = origins["materials.points-sheet.name"]
    assert (sheet.rule, sheet.path, sheet.line) == ("delegated", "content/local/330200/settlement.yaml", 7)
    assert origins["name"].path == "content/services/wages/settlement.yaml"


def test_english_words_of_what_a_city_set_stand_in_its_own_translation(small: Project, write: Write) -> None:
    write("local/330200/settlement.yaml", NINGBO)
    write("local/330200/settlement.en.yaml", "conditions:\n  points: {text: Enough points.}\n")
    view = resolved(small).view("en")
    assert view.service("settlement", "330212").conditions[0].text == "Enough points."
    assert "materials.points-sheet.name" in view.service("settlement", "330212").translation.fallbacks
    write("local/330200/settlement.en.yaml", "conditions:\n  stable-home: {text: A home.}\n")
    assert [code for code, *_ in codes(small)] == ["R504"]
