"""One rule a field: what a place may change, and what it may not."""

from datetime import date
from typing import Any

import pytest
from tongchuang.catalogue.inherit import merge
from tongchuang.catalogue.merged import Merged

CITY, COUNTY = "441600", "441602"


def laid_over(standard: dict[str, Any], local: dict[str, Any], region: str = COUNTY) -> Merged:
    return merge(standard, {"base": "r1", **local}, region, date(2026, 11, 21))


def standard() -> dict[str, Any]:
    return {
        "id": "permit",
        "name": "居住证申领",
        "keywords": ["办证"],
        "window": "win-a",
        "materials": [{"id": "id-card", "name": "身份证", "required": True, "copies": 1}],
        "steps": [{"id": "apply", "name": "申请", "text": "到窗口", "who": "worker"}],
        "time": {"statutory": {"value": 15, "unit": "working-days"}, "promised": {"value": 10, "unit": "working-days"}},
        "fee": {"free": False, "items": [{"id": "card", "name": "工本费", "yuan": "20.00"}]},
        "visits": {"count": 1},
        "remedies": [{"id": "review", "kind": "review", "text": "复议"}],
        "faq": [],
    }


def breaches(local: dict[str, Any]) -> list[tuple[tuple[Any, ...], str]]:
    return [(problem.pointer, problem.breach) for problem in laid_over(standard(), local).problems]


@pytest.mark.parametrize(
    ("local", "pointer", "breach"),
    [
        ({"name": "别的名字"}, ("name",), "locked"),
        ({"time": {"statutory": {"value": 5, "unit": "working-days"}}}, ("time", "statutory", "value"), "locked"),
        ({"time": {"promised": {"value": 11, "unit": "working-days"}}}, ("time", "promised"), "harder"),
        ({"materials": {"photo": {"copies": 2}}}, ("materials", "photo"), "added"),
        ({"materials": [{"id": "photo", "name": "照片"}]}, ("materials", 0), "added"),
        ({"materials": {"id-card": {"copies": 2}}}, ("materials", "id-card", "copies"), "harder"),
        ({"materials": {"id-card": {"waived": False}}}, ("materials", "id-card", "waived"), "harder"),
        ({"materials": {"id-card": {"name": "护照"}}}, ("materials", "id-card", "name"), "locked"),
        ({"visits": {"count": 2}}, ("visits", "count"), "harder"),
        ({"fee": {"free": False, "items": [{"id": "card", "yuan": "21.00"}]}}, ("fee",), "harder"),
        ({"fee": {"free": False, "items": [{"id": "extra", "yuan": "1.00"}]}}, ("fee",), "harder"),
        ({"steps": {"apply": {"text": "去别处"}}}, ("steps", "apply", "text"), "locked"),
        ({"nonsense": 1}, ("nonsense",), "unknown"),
    ],
)
def test_a_change_that_would_make_windows_differ_is_refused(
    local: dict[str, Any], pointer: tuple[Any, ...], breach: str
) -> None:
    assert breaches(local) == [(pointer, breach)]


def test_what_a_place_may_set_is_set_and_traced() -> None:
    local = {
        "window": "win-b",
        "keywords": ["办居住证", "办证"],
        "time": {"promised": {"value": 3, "unit": "calendar-days"}},
        "materials": {"id-card": {"waived": True, "copies": 0}},
        "steps": {"apply": {"where": "一楼大厅"}},
        "fee": {"free": True},
        "remedies": {"review": {"body": "市人民政府"}},
        "faq": {"parking": {"q": "能停车吗？", "a": "能。"}},
    }
    merged = laid_over(standard(), local)
    assert merged.problems == []
    assert merged.data["window"] == "win-b"
    assert merged.data["keywords"] == ["办证", "办居住证"]
    assert merged.data["time"]["promised"] == {"value": 3, "unit": "calendar-days"}
    assert merged.data["materials"][0]["waived"] is True
    assert merged.data["faq"][0]["id"] == "parking"
    assert merged.changes[("steps", 0, "where")] == ("steps", "apply", "where")
    assert standard()["materials"][0]["copies"] == 1


def test_a_region_takes_back_nothing_that_the_region_above_has_given() -> None:
    city = laid_over(
        standard(),
        {
            "materials": {"id-card": {"waived": True, "copies": 0}},
            "time": {"promised": {"value": 3, "unit": "working-days"}},
            "visits": {"count": 0},
            "fee": {"free": True},
        },
        CITY,
    )
    assert city.problems == []
    back = {
        "materials": {"id-card": {"waived": False, "copies": 1}},
        "time": {"promised": {"value": 10, "unit": "working-days"}},
        "visits": {"count": 1},
        "fee": standard()["fee"],
    }
    county = laid_over(city.data, back)
    assert {problem.breach for problem in county.problems} == {"harder"}
    assert len(county.problems) == 5
    assert county.data == city.data


def test_what_the_standard_says_is_added_to_and_not_rewritten() -> None:
    base = {**standard(), "faq": [{"id": "free", "q": "要钱吗？", "a": "不要。"}]}
    merged = laid_over(base, {"faq": {"free": {"q": "要钱吗？", "a": "要。"}}, "keywords": "办证大厅"})
    assert [(p.pointer, p.breach) for p in merged.problems] == [
        (("faq", "free", "a"), "locked"),
        (("keywords",), "locked"),
    ]
    assert merged.data == base


def test_a_promise_made_shorter_is_counted_from_the_same_day() -> None:
    base = standard()
    base["time"]["promised"]["counted_from"] = "受理之日"
    merged = laid_over(base, {"time": {"promised": {"value": 3, "unit": "working-days"}}})
    assert merged.data["time"]["promised"] == {"value": 3, "unit": "working-days", "counted_from": "受理之日"}
