"""What belongs on a place's walls, each sheet with its edition."""

from dataclasses import replace

from tongchuang.catalogue import Catalogue
from tongchuang.publish.print.compose import Composer
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.documents.walls.document import sheets

from .conftest import OFFICE, STATION, text


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
