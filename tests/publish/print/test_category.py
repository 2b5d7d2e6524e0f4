"""The poster and the leaflet of a category."""

from dataclasses import replace

import pypdfium2
import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.print import PrintError, phrases
from tongchuang.publish.print.documents import documents

from .conftest import OFFICE, bare, pages, published, text, with_place

SHORTEST, LONGEST = "culture", "social-insurance"


@pytest.mark.parametrize(("size", "lang"), [("A2", "zh"), ("A5", "en")])
def test_poster_and_leaflet_have_every_service_with_its_window_time_and_fee(catalogue: Catalogue, make, size, lang):
    view, words = catalogue.view(lang), documents()["category"].words(lang)
    found = text(make(catalogue, "category", LONGEST, size, lang).data)
    for service in view.services_of_category(LONGEST):
        for fact in (service.name, service.summary.split(" ")[0], phrases.where(view, service)):
            assert bare(fact) in found
        if service.time.statutory:
            assert bare(words.duration(service.time.statutory)) in found
    for event in view.life_events.values():
        assert (bare(event.question) in found) == (LONGEST in event.categories)
    assert all(number in found for number in ("12345", "12333", "12348", "12393"))


@pytest.mark.parametrize("size", ["A2", "A5"])
def test_a_question_points_to_the_numbers_of_the_services_that_answer_it(catalogue: Catalogue, make, size):
    view = catalogue.view("zh")
    found = text(make(catalogue, "category", "wages-contracts", size).data)
    names = [service.name for service in view.services_of_category("wages-contracts")]
    for number, name in enumerate(names, 1):
        assert bare(f"{number}{name}") in found
    question = view.life_events["dispute-or-fired"].question
    numbers = [names.index(view.services[id_].name) + 1 for id_ in ("labour-contract-guidance", "wage-arrears-report")]
    assert bare(f"{question}看第{numbers[0]}、{numbers[1]}项") in found


def test_a_question_points_first_to_what_fits_it_best_and_not_to_what_only_its_stages_name(catalogue: Catalogue):
    view, category = catalogue.view("zh"), documents()["category"]
    facts = category.facts(view, category.words("zh"), category.subject(view, "wages-contracts", None, None))
    names = [service["id"] for service in facts["services"]]
    seen = {event["id"]: event["see"] for event in facts["events"]}
    for event, wanted in (
        ("starting-a-job", ("labour-contract-guidance", "wage-standards-info")),
        ("boss-wont-pay", ("wage-arrears-report", "construction-wage-account", "wage-deposit-and-fund")),
    ):
        numbers = "、".join(str(names.index(id_) + 1) for id_ in wanted)
        assert seen[event].startswith(f"看第{numbers}")
    assert "collective-wage-negotiation" in names
    assert str(names.index("collective-wage-negotiation") + 1) not in seen["starting-a-job"]


@pytest.mark.parametrize("size", ["A2", "A5"])
def test_who_cannot_tell_which_service_calls_the_line_for_everything(catalogue: Catalogue, make, size):
    assert "说不清找谁，打12345" in text(make(catalogue, "category", SHORTEST, size).data)


@pytest.mark.parametrize("category", [SHORTEST, "wages-contracts"])
def test_the_lines_to_write_on_say_what_for_and_have_a_place_for_the_day_to_come_back(
    catalogue: Catalogue, make, category
):
    *_, before, back = pages(make(catalogue, "category", category, "A5").data)
    # A short leaflet has a page for it, another has it on its back: once.
    assert (before + back).count("记一记") == 1
    assert (before + back).count("哪天再来") == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_back_that_is_full_keeps_its_lines_to_write_on_whole(catalogue: Catalogue, make, lang):
    """This category has the most time limits."""
    words = documents()["category"].words(lang)
    found = text(make(catalogue, "category", "safety-health-at-work", "A5", lang).data)
    assert found.count(bare(words("print.category.notes"))) == 1
    assert found.count(bare(words("print.category.again"))) == 1


def test_a_leaflet_tells_what_to_bring_and_until_when_to_appeal_with_the_article(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    found = text(make(catalogue, "category", LONGEST, "A5").data)
    for service in view.services_of_category(LONGEST):
        for material in service.materials:
            if material.required and not material.when:
                assert bare(material.name) in found
    assert "行政复议60日《行政复议法》第20条" in found


@pytest.mark.parametrize(("category", "lang"), [(SHORTEST, "zh"), ("labour-disputes", "zh"), (LONGEST, "zh")])
def test_a_leaflet_folds_without_an_empty_leaf(catalogue: Catalogue, make, category, lang):
    with pypdfium2.PdfDocument(make(catalogue, "category", category, "A5", lang).data) as pdf:
        found = [page.get_textpage().get_text_bounded() for page in pdf]
        width, height = (round(points / 72 * 25.4) for points in pdf[0].get_size())
    assert (width, height) == (148, 210)
    assert len(found) in (4, 8)
    assert all("r0-" in page and "2026" in page for page in found), "edition and day stand on every page"
    assert all(len(bare(page)) > 30 for page in found)
    assert "12345" in found[-1]


def test_a_place_hands_out_the_leaflet_with_its_name_and_telephone(catalogue: Catalogue, make):
    known = with_place(catalogue, OFFICE, phone="0762-1234567")
    found = text(make(known, "category", SHORTEST, "A5", "both", place=OFFICE).data)
    assert known.view("zh").places[OFFICE].name in found
    assert "0762-1234567" in found


def test_the_leaflet_that_asks_most_questions_has_room_for_an_address_in_two_languages(catalogue: Catalogue, make):
    known = with_place(
        catalogue, OFFICE, address="示范县沿河东路一百二十八号便民服务中心一楼大厅", phone="0762-1234567"
    )
    found = text(make(known, "category", "social-insurance", "A5", "both", place=OFFICE).data)
    assert "示范县沿河东路一百二十八号便民服务中心一楼大厅" in found


def test_a_short_category_is_printed_large(catalogue: Catalogue, make):
    assert make(catalogue, "category", SHORTEST, "A2").step.startswith("body 42pt")


def test_too_long_a_name_is_an_error_that_names_it(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    long = replace(view.categories[SHORTEST], summary="很长" * 600)
    spoilt = replace(
        catalogue, views={**catalogue.views, "zh": replace(view, categories={**view.categories, long.id: long})}
    )
    with pytest.raises(PrintError) as raised:
        make(spoilt, "category", SHORTEST, "A5")
    assert raised.value.field in ("summary", "cover")


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_a_hub_that_is_published_has_a_code_on_poster_and_leaflet(catalogue: Catalogue, make, size):
    assert "扫一扫" in text(make(published(catalogue), "category", SHORTEST, size).data)


def test_the_poster_of_the_longest_category_has_room_for_its_code(catalogue: Catalogue, make):
    assert "扫一扫" in text(make(published(catalogue), "category", LONGEST, "A2", "both").data)
