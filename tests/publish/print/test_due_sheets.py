"""Which sheets on the walls of a place are to be replaced, and why."""

from dataclasses import replace
from pathlib import Path

from tongchuang.catalogue import Catalogue
from tongchuang.model.service import Service
from tongchuang.publish.print.due import since, since_day
from tongchuang.publish.print.due_list import pdf

from .conftest import OFFICE, STATION, bare, pages, text

SERVICE = "job-matching"


def revised(catalogue: Catalogue) -> Catalogue:
    """The catalogue after a service was renamed, with a revision that says so."""
    views = {}
    for lang, view in catalogue.views.items():
        service = view.services[SERVICE]
        new = replace(service.revisions[-1], id="r99", date="2030-01-01", fields=("name",))
        changed = replace(service, name="找活干", revisions=(*service.revisions, new))
        views[lang] = replace(view, services={**view.services, SERVICE: changed})
    return replace(catalogue, views=views)


def test_since_a_day_the_sheets_that_show_a_revised_record_are_named_with_the_record(catalogue: Catalogue):
    found = {one.document.name: one for one in since_day(revised(catalogue), "2029-12-31", [OFFICE], "zh")}
    assert "board" in found
    assert found["board"].why.keys() == {("service", SERVICE)}
    assert not list(since_day(catalogue, "2029-12-31", [OFFICE], "zh"))


def test_since_another_catalogue_the_editions_then_and_now_tell(catalogue: Catalogue):
    found = {one.document.name: one for one in since(catalogue, revised(catalogue), [OFFICE], "zh")}
    board = found["board"]
    assert board.was
    assert board.was != board.edition
    assert [revision.id for revision in board.why["service", SERVICE]] == ["r99"]
    assert not list(since(catalogue, catalogue, [OFFICE], "zh"))


def test_the_list_says_what_is_new_and_on_which_paper_each_sheet_is(catalogue: Catalogue, fonts: Path):
    def listed(hub: Catalogue) -> str:
        found = since_day(hub, "2029-12-31", [OFFICE], "zh")
        process = [one for one in found if one.document.name == "process"]
        return text(pdf(hub, fonts, process, "2029-12-31", "zh"))

    later = revised(catalogue)
    assert "自己打印：A4/A4大字；用A3打印机或者送图文店：A3；送图文店：A2" in listed(later)
    assert "新的一张" not in listed(later)
    views = {
        lang: replace(view, services={**view.services, SERVICE: _first_written(view.services[SERVICE])})
        for lang, view in later.views.items()
    }
    assert "新的一张" in listed(replace(later, views=views))


def test_every_page_says_whose_list_it_is_and_an_unknown_edition_is_left_blank(catalogue: Catalogue, fonts: Path):
    found = list(since_day(catalogue, "2000-01-01", [OFFICE], "zh"))
    read = pages(pdf(catalogue, fonts, found, "2000-01-01", "zh"))
    assert len(read) > 1
    for page in read:
        assert bare(catalogue.view("zh").places[OFFICE].name) in page
        assert "版本r" in page
    assert "墙上的版本”空着的" in read[0]
    elsewhere = [replace(one, was="r0-abcd") for one in since_day(catalogue, "2000-01-01", [STATION], "zh")]
    assert "空着的" not in text(pdf(catalogue, fonts, elsewhere, "2000-01-01", "zh"))


def test_a_plate_is_replaced_by_its_name_as_it_bears_no_edition(model_county: Catalogue, fonts: Path):
    found = [one for one in since_day(model_county, "2000-01-01", ["990101001"], "zh") if one.document.about == "place"]
    (plate,) = (one for one in found if one.document.name == "plate")
    read = text(pdf(model_county, fonts, found, "2000-01-01", "zh"))
    assert plate.edition not in read
    assert "牌匾上没有版本号" in read
    without = since_day(model_county, "2000-01-01", [STATION], "zh")
    assert "牌匾" not in text(pdf(model_county, fonts, without, "2000-01-01", "zh"))


def test_nothing_but_sheets_of_the_site_comes_down(catalogue: Catalogue, fonts: Path):
    found = list(since_day(catalogue, "2000-01-01", [STATION], "zh"))
    assert "消防的、别的单位的，不要动" in text(pdf(catalogue, fonts, found, "2000-01-01", "zh"))


def _first_written(service: Service) -> Service:
    return replace(service, revisions=service.revisions[-1:])
