"""The value of a rate for a region and a day, with those that follow."""

import pytest
from tongchuang.catalogue.rates import Applicable, Change, applicable, ends
from tongchuang.model.common import Citation
from tongchuang.model.dated import Rate, RateValue
from tongchuang.model.place import Region

COUNTRY = Region("100000", "country", "全国", "全国", None, ("100000",))
PROVINCE = Region("440000", "province", "广东省", "广东省", "100000", ("100000", "440000"))
CITY = Region("441600", "city", "河源市", "河源市", "440000", ("100000", "440000", "441600"))


def value(id: str, region: Region, starts: str, ends: str | None = None) -> RateValue:
    return RateValue(id, region.code, starts, "100.00", (Citation("wage-rules", "1"),), ends)


OLD = value("old", PROVINCE, "2025-01-01", "2026-02-28")
NEW = value("new", PROVINCE, "2026-03-01")
NEXT = value("next", PROVINCE, "2027-01-01")
OWN = value("own", CITY, "2026-07-01", "2026-12-31")
RATE = Rate("minimum-wage", "最低工资标准", "yuan-a-month", (NEXT, OLD, OWN, NEW), ())


@pytest.mark.parametrize(
    ("region", "day", "current"),
    [
        (PROVINCE, "2024-12-31", None),
        (PROVINCE, "2025-01-01", OLD),
        (PROVINCE, "2026-02-28", OLD),
        (PROVINCE, "2026-03-01", NEW),
        (PROVINCE, "2026-12-31", NEW),
        (PROVINCE, "2027-01-01", NEXT),
        (CITY, "2026-06-30", NEW),
        (CITY, "2026-07-01", OWN),
        (CITY, "2027-01-01", NEXT),
        (COUNTRY, "2026-07-01", None),
    ],
)
def test_the_nearest_region_with_a_value_in_force_decides(region: Region, day: str, current: RateValue | None) -> None:
    assert applicable(RATE, region, day).current == current


def test_what_follows_comes_with_its_day_in_order() -> None:
    assert applicable(RATE, PROVINCE, "2025-06-01") == Applicable(
        OLD, (Change("2026-03-01", NEW), Change("2027-01-01", NEXT))
    )
    assert applicable(RATE, CITY, "2026-06-30") == Applicable(
        NEW, (Change("2026-07-01", OWN), Change("2027-01-01", NEXT))
    )
    assert applicable(RATE, PROVINCE, "2027-01-01").upcoming == ()


def test_a_region_that_loses_its_own_value_falls_back_to_the_one_above_from_the_day_after() -> None:
    rate = Rate("allowance", "补贴", "yuan", (NEW, OWN), ())
    assert applicable(rate, CITY, "2026-08-01") == Applicable(OWN, (Change("2027-01-01", NEW),))


def test_a_value_of_the_region_above_does_not_follow_where_the_own_one_goes_on() -> None:
    rate = Rate("allowance", "补贴", "yuan", (NEXT, value("own", CITY, "2026-01-01")), ())
    assert applicable(rate, CITY, "2026-08-01").upcoming == ()


def test_an_old_figure_is_never_taken_for_the_current_one() -> None:
    rate = Rate("allowance", "补贴", "yuan", (OLD, NEXT), ())
    assert applicable(rate, PROVINCE, "2026-03-01") == Applicable(None, (Change("2027-01-01", NEXT),))


def test_a_value_without_an_end_ends_the_day_before_the_next_of_its_region() -> None:
    assert [ends(RATE, value) for value in (OLD, NEW, NEXT, OWN)] == ["2026-02-28", "2026-12-31", None, "2026-12-31"]
