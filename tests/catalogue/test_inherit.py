"""One rule a field: what a place may change, and what it may not."""

from typing import Any

import pytest
from tongchuang.catalogue.inherit import eases, merge, not_longer


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
    return [(problem.pointer, problem.breach) for problem in merge(standard(), {"base": "r1", **local}).problems]


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
        "base": "r1",
        "window": "win-b",
        "keywords": ["办居住证", "办证"],
        "time": {"promised": {"value": 3, "unit": "calendar-days"}},
        "materials": {"id-card": {"waived": True, "copies": 0}},
        "steps": {"apply": {"where": "一楼大厅"}},
        "fee": {"free": True},
        "remedies": {"review": {"body": "市人民政府"}},
        "faq": {"parking": {"q": "能停车吗？", "a": "能。"}},
    }
    merged = merge(standard(), local)
    assert merged.problems == []
    assert merged.data["window"] == "win-b"
    assert merged.data["keywords"] == ["办证", "办居住证"]
    assert merged.data["time"]["promised"] == {"value": 3, "unit": "calendar-days"}
    assert merged.data["materials"][0]["waived"] is True
    assert merged.data["faq"][0]["id"] == "parking"
    assert merged.changes[("steps", 0, "where")] == ("steps", "apply", "where")
    assert standard()["materials"][0]["copies"] == 1


@pytest.mark.parametrize(
    ("mine", "limit", "expected"),
    [
        ((5, "working-days"), (5, "working-days"), True),
        ((6, "working-days"), (5, "working-days"), False),
        ((5, "calendar-days"), (5, "working-days"), True),
        ((5, "working-days"), (5, "calendar-days"), False),
        ((4, "working-days"), (5, "calendar-days"), False),
        ((30, "minutes"), (1, "working-days"), True),
        ((1, "months"), (30, "calendar-days"), False),
        ((1, "months"), (31, "calendar-days"), True),
        ((28, "calendar-days"), (1, "months"), True),
        ((30, "calendar-days"), (1, "months"), False),
        (("5", "working-days"), (5, "working-days"), False),
        ((True, "working-days"), (5, "working-days"), False),
    ],
)
def test_a_time_counts_as_shorter_only_if_it_can_never_end_later(
    mine: tuple[Any, str], limit: tuple[Any, str], expected: bool
) -> None:
    def record(pair: tuple[Any, str]) -> dict[str, Any]:
        return {"value": pair[0], "unit": pair[1]}

    assert not_longer(record(mine), record(limit)) is expected


def test_a_promise_where_the_standard_makes_none_is_measured_by_the_statutory_time() -> None:
    parent = {"statutory": {"value": 15, "unit": "calendar-days"}}
    assert eases("promised", None, {"value": 10, "unit": "calendar-days"}, parent)
    assert not eases("promised", None, {"value": 16, "unit": "calendar-days"}, parent)
