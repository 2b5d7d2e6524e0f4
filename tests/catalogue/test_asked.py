"""What is asked of a place is what its region, its level, its kind of town and its workers make of the profile."""

from dataclasses import replace

import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.catalogue.asked import Asked, asked
from tongchuang.model.place import NotOffered, Place
from tongchuang.model.profile import Minimum

COUNTY, TOWN, STREET, VILLAGE = "990101", "990101001", "990101002", "990101001001"


@pytest.fixture(scope="module")
def view(model_county: Catalogue) -> View:
    return model_county.view("zh")


def of(view: View, place: Place) -> dict[str, Asked]:
    return {one.id: one for one in asked(view, place)}


@pytest.mark.parametrize(("workers", "least"), [(0, 0), (1, 1), (500, 1), (501, 2), (1000, 2), (1001, 3)])
def test_a_part_of_five_hundred_workers_counts_as_five_hundred(workers: int, least: int) -> None:
    assert Minimum("assistants", "协管员", 1, "persons", per_workers=500).least(workers) == least
    assert Minimum("assistants", "协管员", 2, "persons", per_workers=500).least(workers) == 2 * least


def test_without_the_number_of_workers_nothing_is_known(view: View) -> None:
    place = replace(view.places[TOWN], workers=None)
    found = of(view, place)["assistants"]
    assert (found.least, found.has, found.met) == (None, 2, None)


def test_a_key_town_and_another_are_asked_for_their_own_number_of_staff(view: View) -> None:
    town = view.places[TOWN]
    assert {id_ for id_ in of(view, town) if "staff" in id_} == {"office-staff-key-town"}
    assert {id_ for id_ in of(view, replace(town, key_town=False)) if "staff" in id_} == {"office-staff"}


def test_a_place_is_asked_for_what_its_own_level_must_have_and_what_goes_by_workers(view: View) -> None:
    assert set(of(view, view.places[COUNTY])) == {"centre-premises", "assistants"}
    assert set(of(view, view.places[VILLAGE])) == {"station-staff", "assistants", "demo-pledges"}


def test_what_is_for_the_region_or_for_each_park_is_asked_of_no_place(catalogue: Catalogue) -> None:
    minimums = catalogue.view("zh").profiles["hunan"].minimums
    assert minimums
    assert not any(
        m.asked_of(level, key) for m in minimums for level in ("centre", "office", "station") for key in (True, False)
    )  # type: ignore[arg-type]
    assert not Minimum("stations", "站", 9, "places").asked_of("station", False)


def test_windows_are_counted_from_those_that_the_place_names(view: View) -> None:
    town = view.places[TOWN]
    assert of(view, town)["office-windows"].has == len(town.windows) == 7
    assert of(view, replace(town, own_windows=False))["office-windows"].has is None


def test_a_wall_text_asks_for_all_its_items(view: View) -> None:
    town = view.places[TOWN]
    all_of, some = of(view, town)["demo-pledges"], of(view, replace(town, follows={"demo-pledges": ("once",)}))
    assert (all_of.unit, all_of.least, all_of.has, all_of.met) == ("items", 2, 2, True)
    assert some["demo-pledges"].met is False
    assert of(view, replace(town, follows={}))["demo-pledges"].has is None


def test_nothing_is_called_met_or_lacking_where_nothing_was_reported(view: View) -> None:
    found = asked(view, view.places[STREET])
    assert found
    assert {one.met for one in found} == {None}


def test_heyuan_asks_a_key_town_for_five_and_each_for_its_seven_rules(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    office = view.places["441602001"]
    assert of(view, replace(office, key_town=True))["office-staff-key-town"].least == 5
    assert of(view, office)["office-staff"].least == 3
    assert of(view, office)["heyuan-internal-rules"].least == 7


def test_what_is_withdrawn_is_asked_for_nothing(view: View) -> None:
    assert asked(view, view.places["990101001003"]) == ()


def test_who_names_no_windows_is_listed_with_services_of_every_group(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    for code in ("441600", "441602001", "441602001003"):
        offered = {view.categories[service.category].group for service in view.services_at(view.places[code])}
        assert offered == set(view.groups), code


def test_a_group_of_which_a_place_has_nothing_is_not_in_its_list(view: View) -> None:
    place = view.places[COUNTY]
    assert [group.id for group in place.not_offered] == ["party-league-community"]
    listed = {view.categories[service.category].group for service in view.services_at(place)}
    assert listed == set(view.groups) - {"party-league-community"}
    everything = replace(place, not_offered=(), own_windows=False)
    assert len(view.services_at(everything)) > len(view.services_at(place))
    assert NotOffered("party-league-community", place.not_offered[0].why) == place.not_offered[0]


def test_the_reason_is_in_the_readers_language(model_county: Catalogue) -> None:
    zh, en = (model_county.view(lang).places[COUNTY].not_offered[0] for lang in ("zh", "en"))
    assert zh.id == en.id
    assert "演示党群中心" in zh.why
    assert "Party centre" in en.why


def test_a_place_in_anothers_hall_is_hosted(model_county: Catalogue) -> None:
    premises = {code: model_county.view("zh").places[code].premises for code in (COUNTY, TOWN, STREET)}
    assert premises == {COUNTY: "own", TOWN: "hosted", STREET: None}
