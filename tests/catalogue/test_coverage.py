"""Coverage keeps what is listed and what is confirmed apart, and leaves no target out."""

from dataclasses import replace

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.catalogue.coverage import Count, Reached, RegionCoverage, TargetCoverage, coverage
from tongchuang.catalogue.network import committee_of
from tongchuang.model.network import Target
from tongchuang.model.policy import PolicyDates

CITY, COUNTY, TOWN, STREET, VILLAGE = "990100", "990101", "990101001", "990101002", "990101001001"
DAY = "2026-11-21"


@pytest.fixture(scope="module")
def view(model_county: Catalogue) -> View:
    return model_county.view("zh")


def region(view: View, code: str) -> RegionCoverage:
    [found] = [found for found in coverage(view).regions if found.region == code]
    return found


def judged(view: View, target: Target) -> TargetCoverage:
    [found] = coverage(replace(view, targets={target.id: target})).targets
    return found


def aim(**fields: object) -> Target:
    target = Target("aim", "aim", CITY, "demo-rules", "percent", 100, "2027-12-31", ("stations",))
    return replace(target, **fields)  # type: ignore[arg-type]


def test_a_region_counts_itself_and_all_below_it(view: View) -> None:
    assert [(count.level, count.listed, count.confirmed) for count in region(view, CITY).counts] == [
        ("centre", 2, 1), ("office", 2, 1), ("station", 3, 1)
    ]  # fmt: skip
    assert region(view, TOWN) == RegionCoverage(
        TOWN, "township", COUNTY, "demo", (Count("office", 1, 1, 1, 1, 1), Count("station", 2, 1, 1, 1, 1))
    )
    assert region(view, STREET).counts == (Count("office", 1, 0, 0, 0, 0), Count("station", 1, 0, 0, 0, 0))


def test_every_region_of_a_network_above_the_villages_stands_there(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    inside = {code for code, r in view.regions.items() if "441600" in r.chain and r.tier != "village"}
    assert {found.region for found in coverage(view).regions} == inside
    assert len(inside) == 1 + 6 + 101


def test_nothing_of_heyuan_is_confirmed_and_everything_is_listed(catalogue: Catalogue) -> None:
    counts = region(catalogue.view("zh"), "441600").counts
    assert [count.listed for count in counts] == [7, 101, 1452]
    assert {(c.confirmed, c.windows, c.phone, c.hours) for c in counts} == {(0, 0, 0, 0)}


def test_windows_phone_and_hours_are_known_only_from_the_file_of_the_place_itself(view: View) -> None:
    place = replace(view.places[TOWN], own_windows=False, phone=None)
    assert place.windows
    office = region(replace(view, places={**view.places, TOWN: place}), TOWN).counts[0]
    assert (office.confirmed, office.windows, office.phone, office.hours) == (1, 0, 0, 1)
    assert view.places[TOWN].own_windows
    assert not view.places[STREET].own_windows
    assert view.places[STREET].windows


def test_what_was_merged_is_counted_no_more(tombstones: Catalogue, catalogue: Catalogue) -> None:
    assert "441602099" in tombstones.view("zh").regions
    assert coverage(tombstones.view("zh")).regions == coverage(catalogue.view("zh")).regions


def test_only_what_is_confirmed_counts_towards_a_percentage(view: View) -> None:
    found = judged(view, aim())
    assert found.reached == Reached(listed=3, listed_on=DAY, confirmed=1, percent=33.3, met=False)
    assert judged(view, aim(value=33)).reached.met  # type: ignore[union-attr]
    assert not judged(view, aim(value=34)).reached.met  # type: ignore[union-attr]


def test_a_percentage_is_rounded_down(view: View) -> None:
    places = {**view.places, "990101001002": replace(view.places["990101001002"], confirmed_on=DAY)}
    found = judged(replace(view, places=places), aim(value=67))
    assert found.reached == Reached(3, DAY, 2, 66.6, False)


def test_a_number_is_reached_by_as_many_confirmed_places(view: View) -> None:
    for measure, of in (("offices", ()), ("places", ("offices",))):
        assert judged(view, aim(measure=measure, of=of, value=1)).reached == Reached(2, DAY, 1, 50.0, True)
        assert judged(view, aim(measure=measure, of=of, value=2)).reached == Reached(2, DAY, 1, 50.0, False)


def test_a_target_counts_the_kinds_of_places_that_it_names_in_its_own_region(view: View) -> None:
    def listed(**fields: object) -> int:
        reached = judged(view, aim(**fields)).reached
        assert reached
        return reached.listed

    assert listed(of=("village-stations",)) == 1
    assert listed(of=("community-stations",)) == 2
    assert listed(of=("stations", "village-stations")) == 3
    assert listed(of=("centres", "offices")) == 4
    assert listed(of=("centres", "offices"), region=STREET) == 1


def test_where_nothing_is_listed_there_is_no_percentage_and_nothing_is_met(view: View) -> None:
    assert judged(view, aim(of=("centres",), region=TOWN, value=0)).reached == Reached(0, DAY, 0, None, False)


def test_what_is_no_kind_of_place_is_not_computed(view: View) -> None:
    for measure in ("percent", "places", "persons", "square-metres", "yuan", "other"):
        found = judged(view, aim(measure=measure, of=()))
        assert (found.reached, found.not_computed) == (None, "not-places")


def test_a_region_that_no_table_covers_wholly_is_not_computed(view: View) -> None:
    for code in ("330200", "440000", "100000"):
        found = judged(view, aim(region=code))
        assert (found.reached, found.not_computed) == (None, "no-table")


def test_the_count_of_the_document_and_that_of_the_table_stand_side_by_side(catalogue: Catalogue) -> None:
    found = {f.target.id: f for f in coverage(catalogue.view("zh")).targets}
    pairs = {
        id: (found[id].target.base, found[id].reached.listed, found[id].differs)  # type: ignore[union-attr]
        for id in ("heyuan-townships", "heyuan-villages", "heyuan-communities")
    }
    assert pairs == {
        "heyuan-townships": (100, 101, True),
        "heyuan-villages": (1251, 1251, False),
        "heyuan-communities": (170, 201, True),
    }
    one = found["heyuan-townships"]
    assert one.reached
    assert (one.stated_on, one.reached.listed_on, one.target.historical) == ("2011-11-21", "2023-06-30", True)


def test_a_document_without_a_count_contradicts_nothing(view: View) -> None:
    assert not judged(view, aim()).differs
    assert not judged(view, aim(base=3)).differs
    assert judged(view, aim(base=4)).differs
    assert not judged(view, aim(base=4, region="330200")).differs


def test_a_document_is_of_the_day_when_it_was_signed_else_of_the_first_that_is_known(view: View) -> None:
    def stated_on(**dates: str) -> str | None:
        policy = replace(view.policies["demo-rules"], dates=PolicyDates(**dates))
        return judged(replace(view, policies={**view.policies, policy.id: policy}), aim()).stated_on

    assert stated_on(signed="2020-01-01", published="2020-02-01") == "2020-01-01"
    assert stated_on(published="2020-02-01", effective="2020-03-01") == "2020-02-01"
    assert stated_on() is None


def test_no_target_is_left_out_and_the_numbers_are_the_same_in_every_language(model_county: Catalogue) -> None:
    zh, en = (coverage(model_county.view(lang)) for lang in ("zh", "en"))
    assert {found.target.id for found in zh.targets} == set(model_county.view("zh").targets)
    assert all((found.reached is None) == (found.not_computed is not None) for found in zh.targets)
    assert zh.regions == en.regions
    assert [(f.target.id, f.reached) for f in zh.targets] == [(f.target.id, f.reached) for f in en.targets]


@pytest.mark.parametrize(
    ("name", "committee"),
    [
        ("示范镇示范村村民委员会", "villagers"),
        ("某某村委会", "villagers"),
        ("公园社区居民委员会", "residents"),
        ("某村居民委员会", "residents"),
        ("某某居委会", "residents"),
        ("某某开发区", None),
    ],
)
def test_a_village_is_told_from_a_community_by_its_official_name(name: str, committee: str | None) -> None:
    assert committee_of(name) == committee
