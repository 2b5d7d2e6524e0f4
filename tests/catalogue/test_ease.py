"""What counts as asking no more of the worker, and every way of cheating that somebody thought of."""

from typing import Any

import pytest
from tongchuang.catalogue.ease import eases, not_longer

TEN = {"value": 10, "unit": "working-days"}
CARD = {"id": "card", "name": "工本费", "yuan": "20.00"}
CHARGED = {"free": False, "items": [CARD, {"id": "post", "name": "邮寄费", "yuan": "12.00", "waiver": "残疾人"}]}


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
        ((1, "years"), (12, "months"), True),
        ((1, "years"), (11, "months"), False),
        ((1, "weeks"), (1, "months"), False),
        ((1, "calendar-days"), (1, "weeks"), False),
        (("5", "working-days"), (5, "working-days"), False),
        ((True, "working-days"), (5, "working-days"), False),
        ((None, "working-days"), (5, "working-days"), False),
        ((4.5, "working-days"), (5, "working-days"), False),
    ],
)
def test_a_time_counts_as_shorter_only_if_it_can_never_end_later(
    mine: tuple[Any, str], limit: tuple[Any, str], expected: bool
) -> None:
    assert (
        not_longer(dict(zip(("value", "unit"), mine, strict=True)), {"value": limit[0], "unit": limit[1]}) is expected
    )


@pytest.mark.parametrize(
    ("standard", "local", "expected"),
    [
        (TEN, {"value": 10, "unit": "working-days"}, True),
        (TEN, {"value": 240, "unit": "minutes"}, True),
        (TEN, {"value": 0, "unit": "working-days"}, False),
        (TEN, {"value": -3, "unit": "working-days"}, False),
        (TEN, {"value": "3", "unit": "working-days"}, False),
        (TEN, {"unit": "working-days"}, False),
        (TEN, {"value": 3}, False),
        (TEN, {}, False),
        (TEN, 3, False),
        (TEN, "3个工作日", False),
        (TEN, [3, "working-days"], False),
        (TEN, None, False),
        (TEN, {"value": 1, "unit": "working-days", "counted_from": "领导签字之日"}, False),
        ({**TEN, "counted_from": "受理之日"}, {"value": 9, "unit": "working-days"}, True),
        ({**TEN, "counted_from": "受理之日"}, {"value": 9, "unit": "working-days", "counted_from": "受理之日"}, True),
        ({**TEN, "counted_from": "受理之日"}, {"value": 9, "unit": "working-days", "counted_from": "补正之日"}, False),
        (None, {"value": 15, "unit": "calendar-days"}, True),
        (None, {"value": 16, "unit": "calendar-days"}, False),
    ],
)
def test_a_promise_is_a_number_of_days_from_the_same_start(standard: Any, local: Any, expected: bool) -> None:
    assert eases("promised", standard, local, {"statutory": {"value": 15, "unit": "calendar-days"}}) is expected


@pytest.mark.parametrize("field", ["copies", "count", "originals"])
@pytest.mark.parametrize(
    ("standard", "local", "expected"),
    [
        (2, 2, True),
        (2, 0, True),
        (2, 3, False),
        (2, -1, False),
        (2, "1", False),
        (2, None, False),
        (2, True, False),
        (2, 1.0, False),
        (2, [1], False),
        (None, 0, True),
        (None, 1, False),
    ],
)
def test_a_count_is_a_whole_number_from_nothing_up(field: str, standard: Any, local: Any, expected: bool) -> None:
    assert eases(field, standard, local, {}) is expected


@pytest.mark.parametrize(("standard", "local"), [(True, False), (None, False), (None, 1), (None, "true"), (True, None)])
def test_what_is_waived_stays_waived_and_only_true_waives(standard: Any, local: Any) -> None:
    assert eases("waived", None, True, {})
    assert not eases("waived", standard, local, {})


POST = CHARGED["items"][1]  # type: ignore[index]


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ({"free": True}, True),
        ({"free": True, "items": []}, True),
        ({"free": True, "items": [CARD]}, False),
        (CHARGED, True),
        ({"free": False, "items": [CARD]}, True),
        ({"free": False, "items": [{**CARD, "yuan": "19.99"}]}, True),
        ({"free": False, "items": [{**CARD, "yuan": "20.01"}]}, False),
        ({"free": False, "items": [{**CARD, "yuan": "-5.00"}]}, False),
        ({"free": False, "items": [{**CARD, "yuan": 5}]}, False),
        ({"free": False, "items": [{**CARD, "yuan": "NaN"}]}, False),
        ({"free": False, "items": [{**CARD, "yuan": "二十"}]}, False),
        ({"free": False, "items": [{**CARD, "yuan": "1e1"}]}, False),
        ({"free": False, "items": [{"id": "card", "name": "工本费"}]}, False),
        ({"free": False, "items": [{**CARD, "name": "加急费"}]}, False),
        ({"free": False, "items": [CARD, CARD]}, False),
        ({"free": False, "items": [CARD, {"id": "urgent", "name": "加急费", "yuan": "0"}]}, False),
        ({"free": False, "items": [{k: v for k, v in POST.items() if k != "waiver"}]}, False),
        ({"free": False, "items": [{"id": "post", "name": "邮寄费", "yuan": "0"}]}, True),
        ({"free": False, "items": []}, False),
        ({"free": False}, False),
        ({"free": False, "items": {"card": CARD}}, False),
        ({"free": False, "items": ["card"]}, False),
        ({"free": 0, "items": [CARD]}, False),
        ({}, False),
        ("免费", False),
        (True, False),
        (None, False),
    ],
)
def test_a_fee_has_the_same_charges_and_none_is_dearer(local: Any, expected: bool) -> None:
    assert eases("fee", CHARGED, local, {}) is expected


def test_a_free_service_stays_free_and_a_charge_by_rule_is_not_given_a_price() -> None:
    assert not eases("fee", {"free": True}, {"free": False, "items": [CARD]}, {})
    assert not eases("fee", None, {"free": False, "items": []}, {})
    by_rule = {"free": False, "items": [{"id": "card", "name": "工本费"}]}
    assert not eases("fee", by_rule, {"free": False, "items": [CARD]}, {})
    assert eases("fee", by_rule, by_rule, {})
