"""What belongs on a place's walls, each sheet with its edition."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.project import Project
from tongchuang.publish.print.compose import Composer, Order
from tongchuang.publish.print.document import Document, Facts, Subject
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.documents.walls.document import sheets
from tongchuang.publish.print.edition import edition

from .conftest import OFFICE, STATION, bare, pages, published, text, with_place

CONFIRMED = "990101001"


def test_every_sheet_of_the_place_stands_on_its_list_with_the_edition_that_it_bears(catalogue: Catalogue, make) -> None:
    found = text(make(catalogue, "walls", OFFICE).data)
    view, composer = catalogue.view("zh"), Composer(catalogue)
    listed = list(sheets(view, view.places[OFFICE]))
    assert {document.name for document, _ in listed} >= {"board", "sign", "process", "wall"}
    for document, subject in listed:
        assert composer.edition(document, subject, "zh") in found


def test_the_edition_of_a_bilingual_sheet_is_put_together_as_the_list_shows_it(catalogue: Catalogue, make) -> None:
    found = text(make(catalogue, "walls", OFFICE, lang="both").data)
    view, composer = catalogue.view("zh"), Composer(catalogue)
    for document, subject in sheets(view, view.places[OFFICE]):
        assert composer.edition(document, subject, "both") in found


def test_the_six_windows_have_a_sign_each_and_a_place_without_windows_has_its_own(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    signs = {code: [s for d, s in sheets(view, view.places[code]) if d.name == "sign"] for code in (OFFICE, STATION)}
    assert [sign.window for sign in signs[OFFICE]] == list(view.places[OFFICE].windows)
    assert [sign.window for sign in signs[STATION]] == [None]


def test_a_place_that_nobody_confirmed_gets_no_plate(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    place = view.places[OFFICE]
    assert not list(documents()["plate"].hangs(view, place))
    assert list(documents()["plate"].hangs(view, replace(place, confirmed_on="2026-11-01")))


def test_a_card_of_one_region_hangs_in_that_region_only(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    card = documents()["card"]
    (common, *_) = card.hangs(view, view.places[OFFICE])
    for region, hangs in (("330200", False), ("441600", True)):
        texts = {**view.wall_rules, common.of: replace(view.wall_rules[common.of], region=region)}
        assert (common in card.hangs(replace(view, wall_rules=texts), view.places[OFFICE])) is hangs


def test_what_is_about_the_place_itself_comes_first(model_county: Catalogue) -> None:
    view = model_county.view("zh")
    about = [document.about == "place" for document, _ in sheets(view, view.places[CONFIRMED])]
    assert about == sorted(about, reverse=True)
    assert about.count(True) > 8


def test_a_plate_bears_no_edition_so_the_list_has_it_checked_by_its_name(model_county: Catalogue, make) -> None:
    found = text(make(model_county, "walls", CONFIRMED).data)
    plate = Composer(model_county).edition(documents()["plate"], Subject("place", CONFIRMED), "zh")
    assert plate not in found
    assert found.count("对名称") == 1


def test_a_list_tells_the_address_where_the_sheets_are_if_there_is_one(catalogue: Catalogue, make) -> None:
    assert "网站（hub.example.cn）本处" in text(make(published(catalogue), "walls", STATION).data)
    assert "网站本处" in text(make(catalogue, "walls", STATION).data)


def test_places_with_the_same_services_share_one_layout(catalogue: Catalogue) -> None:
    view, walls = catalogue.view("zh"), documents()["walls"]
    stations = [place.code for place in view.places.values() if place.level == "station"][:40]
    orders = [Order(walls, Subject("place", code), "A4", "zh") for code in (*stations, OFFICE)]
    shared, other = Composer(catalogue).jobs(orders)
    assert (len(shared.copies), len(other.copies)) == (40, 1)
    assert len({copy.edition for copy in shared.copies}) == 40


@pytest.mark.parametrize("lang", ["zh", "both"])
def test_the_notices_at_the_desk_stand_on_the_list_with_their_editions(catalogue: Catalogue, make, lang: str) -> None:
    found = text(make(catalogue, "walls", OFFICE, lang=lang).data)
    view, notice, composer = catalogue.view("zh"), documents()["notice"], Composer(catalogue)
    services = view.services_at(view.places[OFFICE])
    assert len(services) > 50
    for service in services:
        assert bare(service.name) in found
        assert composer.edition(notice, Subject("service", service.id, service.region), lang) in found


def test_a_list_says_where_each_kind_belongs_what_prints_it_and_of_which_day_it_is(catalogue: Catalogue, make) -> None:
    found = text(make(catalogue, "walls", OFFICE).data)
    assert "有事找哪扇门？" in found
    assert "服务项目公示挂在大厅墙上·只有本处有自己打印：A4/A4大字；送图文店：A2" in found
    view = catalogue.view("zh")
    days = [
        revision.date
        for record in (*view.services_at(view.places[OFFICE]), *view.wall_rules.values())
        for revision in record.revisions
    ]
    assert bare("内容更新到" + documents()["walls"].words("zh").date(max(days))) in found


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_a_list_of_a_place_with_much_of_its_own_counts_on_and_names_the_place_on_each_page(
    model_county: Catalogue, make, lang: str
) -> None:
    found = pages(make(model_county, "walls", CONFIRMED, lang=lang).data)
    view = model_county.view("en" if lang == "en" else "zh")
    number = Composer(model_county).edition(documents()["walls"], Subject("place", CONFIRMED), lang)
    assert len(found) > 1
    # The boxes are laid out apart from the names and editions that lie beside them.
    assert bare(documents()["walls"].words(view.lang)("print.walls.belongs.plate")) in found[0]
    for page in found:
        assert bare(view.places[CONFIRMED].name) in page
        assert bare(number) in page


def test_a_long_name_gets_smaller_letters(catalogue: Catalogue, make) -> None:
    long = "凭輋村" * 13 + "社区服务站"
    one = make(with_place(catalogue, STATION, name=long), "walls", STATION)
    assert long in text(one.data)
    assert not one.own_step.startswith("name 22pt")


def test_the_edition_of_a_text_for_all_places_is_reckoned_once(catalogue: Catalogue) -> None:
    gathered = []

    def facts(*told: object) -> Facts:
        gathered.append(told)
        return documents()["card"].facts(*told)

    card: Document = replace(documents()["card"], facts=facts)
    view = replace(catalogue.view("zh"))
    (common, *_) = card.hangs(view, view.places[OFFICE])
    assert edition(card, common, view) == edition(card, replace(common, place=STATION), view)
    assert len(gathered) == 1


def test_a_text_that_shows_the_slogan_of_a_region_has_another_edition_there(model_county: Catalogue) -> None:
    view = model_county.view("zh")
    pledges = replace(view.wall_rules["heyuan-pledges"], region=None)
    view = replace(view, wall_rules={**view.wall_rules, pledges.id: pledges})
    here, there = (
        edition(documents()["wall"], Subject("wall-rule", pledges.id, code), view) for code in (OFFICE, CONFIRMED)
    )
    assert here != there


def test_another_folder_zone_and_locale_print_the_same_bytes(
    catalogue: Catalogue, make, project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "list.pdf"
    subprocess.run(
        [
            *(sys.executable, "-m", "tongchuang", "print", "walls", "--place", STATION),
            *("--project", project.root, "--as-of", catalogue.as_of.isoformat(), "--output", path),
        ],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": str(project.root / "build"),
            "TZ": "America/New_York",
            "LC_ALL": "C",
            "PYTHONHASHSEED": "7",
        },
        check=True,
        capture_output=True,
    )
    assert path.read_bytes() == make(catalogue, "walls", STATION).data
