"""The which-door board: one number, and a door for every kind of appeal."""

import re
from dataclasses import replace

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.print import PrintError
from tongchuang.publish.print.compose import Composer, Order
from tongchuang.publish.print.document import Subject
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.layout import layout

from .conftest import OFFICE, STATION, bare, pages, published, text

COUNTY, HUNAN = "441602", "430000"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_of_appeal_has_a_row_with_its_departments_and_numbers(catalogue: Catalogue, make, lang):
    view = catalogue.view(lang)
    found = text(make(catalogue, "door", COUNTY, "A3", lang).data)
    for appeal in view.appeals.values():
        assert bare(appeal.name) in found
        assert bare(appeal.keywords[0]) in found
        for department in appeal.departments:
            assert bare(view.departments[department].name) in found
        assert all(number in found for number in appeal.hotlines)
    assert all(number in found for number in ("0762-12345", "110", "119", "120"))


def test_every_number_says_whose_it_is_and_every_paper_whose_it_is_if_not_of_the_first_department(
    catalogue: Catalogue, make
):
    view = catalogue.view("zh")
    found = text(make(catalogue, "door", COUNTY, "A3").data)
    for appeal in view.appeals.values():
        own = [line for line in view.hotlines.values() if line.number in appeal.hotlines and line.number != "12345"]
        assert all(f"{line.number}{line.short}" in found for line in own)
    injury = view.services["work-injury-recognition"]
    assert f"{bare(injury.name)}→{bare(view.departments[injury.departments.lead].name)}" in found


def test_a_region_with_a_routing_shows_what_its_document_says(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    routing = view.routings[HUNAN]
    found = text(make(catalogue, "door", HUNAN, "A4").data)
    assert bare(routing.note) in found
    assert bare(view.policies[routing.policy].short) in found
    for route in routing.routes:
        assert all(bare(view.services[id_].name) in found for id_ in route.services)


def test_a_routing_may_name_the_window(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    first, *others = view.routings[HUNAN].routes
    routing = replace(view.routings[HUNAN], routes=(replace(first, window="win-petition"), *others))
    named = replace(catalogue, views={**catalogue.views, "zh": replace(view, routings={HUNAN: routing})})
    assert view.windows["win-petition"].short in text(make(named, "door", HUNAN).data)


def test_a_place_has_its_own_name_and_windows_on_the_board(catalogue: Catalogue, make):
    found = text(make(catalogue, "door", COUNTY, "A4", place=OFFICE).data)
    assert catalogue.view("zh").places[OFFICE].name in found
    assert catalogue.view("zh").windows["win-employment"].short in found


@pytest.mark.parametrize("size", documents()["door"].sizes)
def test_a_place_with_windows_can_have_every_size(catalogue: Catalogue, make, size):
    assert bare(catalogue.view("zh").places[OFFICE].name) in text(make(catalogue, "door", OFFICE, size).data)


@pytest.mark.parametrize("size", ["A4", "A4-large"])
def test_where_a_hall_has_no_window_for_a_kind_its_number_is_written_in(catalogue: Catalogue, size):
    def blanks(region: str) -> int:
        [job] = Composer(catalogue).jobs([Order(documents()["door"], Subject("region", region), size, "zh")])
        return layout(job).html.count('class="number-blank"')

    kinds = len(catalogue.view("zh").appeals)
    assert (blanks(STATION), blanks(HUNAN)) == (kinds, 0)
    assert 0 < blanks(OFFICE) < kinds


def test_the_code_of_a_hub_that_is_published_takes_the_place_kept_for_one(catalogue: Catalogue, make):
    kept = bare(documents()["door"].words("zh")("print.door.code"))
    assert kept in text(make(catalogue, "door", COUNTY).data)
    assert kept not in text(make(published(catalogue), "door", COUNTY, "A4", "both").data)


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_only_a_board_with_a_code_says_to_scan_and_every_one_names_its_edition(catalogue: Catalogue, make, lang):
    hub = published(catalogue)
    words = documents()["door"].words("en" if lang == "en" else "zh")
    known, unknown = (text(make(hub, "door", code, "A4", lang).data) for code in (COUNTY, OFFICE))
    assert bare(words("print.door.scan")) in known
    assert bare(words("print.door.scan")) not in unknown
    assert all(re.search(rf"{bare(words('print.edition'))}\w*r\d-", found) for found in (known, unknown))


def test_there_is_a_line_for_the_day_it_was_put_up(catalogue: Catalogue, make):
    assert "挂出日期" in pages(make(catalogue, "door", COUNTY, "A3").data)[0]


def test_one_language_fits_one_sheet_and_two_go_on_under_the_same_name(catalogue: Catalogue, make):
    assert make(catalogue, "door", COUNTY, "A4").step.endswith("pages 1")
    found = pages(make(catalogue, "door", COUNTY, "A4", "both").data)
    assert len(found) == 2
    assert all(catalogue.view("zh").places[COUNTY].name in page for page in found)


def test_the_longest_name_of_a_place_has_room_on_every_sheet(catalogue: Catalogue, make):
    place = max(catalogue.view("en").places.values(), key=lambda place: len(place.name))
    found = pages(make(catalogue, "door", place.code, "A2", "both").data)
    assert len(found) == 2
    assert all(bare(place.name) in page for page in found)


def test_an_appeal_too_long_for_the_board_is_named(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    long = replace(view.appeals["appeal-skills"], name="很长" * 450)
    spoilt = replace(catalogue, views={**catalogue.views, "zh": replace(view, appeals={**view.appeals, long.id: long})})
    with pytest.raises(PrintError) as raised:
        make(spoilt, "door", COUNTY, "A4")
    assert raised.value.document == "door"
    assert raised.value.field


def test_defaults_are_the_county_of_the_hub_and_regions_with_a_routing(catalogue: Catalogue):
    assert [subject.of for subject in documents()["door"].defaults(catalogue.view("zh"))] == [COUNTY, HUNAN]
