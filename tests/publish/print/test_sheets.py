"""Every document in every size and language, from real content."""

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from tongchuang import schemas
from tongchuang.catalogue import Catalogue
from tongchuang.model.place import Hours, WeeklyTimes
from tongchuang.publish.print import sheet
from tongchuang.publish.print.compose import Composer, Order
from tongchuang.publish.print.document import Subject
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.layout import layout
from tongchuang.publish.print.legible import millimetres
from tongchuang.publish.print.publish import default_orders
from tongchuang.publish.words import words

from .conftest import LONGEST, OFFICE, STATION, SUBJECTS, bare, text, with_place

MILLIMETRES = {"A2": (420, 594), "A4": (210, 297)}


def test_every_document_prints_in_its_usual_sizes_and_every_language(printed):
    sizes = (documents()[name].default_sizes or documents()[name].sizes for name, _ in SUBJECTS)
    assert len(printed) == 3 * sum(map(len, sizes))


def test_pages_have_the_size_asked_for_and_no_more_pages_than_allowed(printed):
    for path, one in printed.items():
        with pypdfium2.PdfDocument(one.data) as pdf:
            width, height = (points / 72 * 25.4 for points in pdf[0].get_size())
            *_, size, lang, _ = path.split(".")
            assert sorted((round(width), round(height))) == sorted(map(round, millimetres(size))), path
            assert (width > height) is ("/sign/" in path and size != "A4-tent"), path
            assert len(pdf) <= documents()[path.split("/")[1]].ladder(size, lang)[-1].pages, path


def unhyphenated(words: str) -> str:
    """Words without hyphens: of one that ends a line, pdfium makes a control character."""
    return re.sub(r"[-\x02]", "", bare(words))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_board_names_its_place_services_times_and_hotlines(printed, catalogue: Catalogue, lang):
    view = catalogue.view(lang)
    place = view.places[OFFICE]
    for size in MILLIMETRES:
        found = text(printed[f"print/board/{OFFICE}.{size}.{lang}.pdf"].data)
        for service in view.services_at(place):
            assert unhyphenated(service.name) in unhyphenated(found)
        for fact in (place.name, {"zh": "45个工作日", "en": "45 working days"}[lang], "0762-12345", "12348"):
            assert bare(fact) in found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_notice_has_every_material_step_remedy_and_article(printed, catalogue: Catalogue, lang):
    service = catalogue.view(lang).services[LONGEST]
    found = text(printed[f"print/notice/{LONGEST}.A4.{lang}.pdf"].data)
    facts = [service.name, service.summary, service.time.note, service.fee.note, service.result.name]
    facts += [condition.text for condition in service.conditions]
    facts += [part for material in service.materials for part in (material.name, material.note)]
    facts += [part for step in service.steps for part in (step.name, step.text, step.where)]
    facts += [part for remedy in service.remedies for part in (remedy.text, remedy.body)]
    for fact in filter(None, facts):
        assert bare(fact) in found
    assert {"zh": "第276条之1", "en": "Art.276"}[lang] in found


def test_a_bilingual_sheet_has_both_languages(printed, catalogue: Catalogue):
    found = text(printed[f"print/notice/{LONGEST}.A4.both.pdf"].data)
    for lang in ("zh", "en"):
        for material in catalogue.view(lang).services[LONGEST].materials:
            assert bare(material.name) in found


def test_a_sign_is_of_the_window_and_of_the_place_where_there_are_none(printed, catalogue: Catalogue):
    view = catalogue.view("zh")
    of_window = text(printed[f"print/sign/{OFFICE}.win-registration.A4.zh.pdf"].data)
    assert view.windows["win-registration"].name in of_window
    assert view.places[OFFICE].name in of_window
    assert view.places[STATION].name in text(printed[f"print/sign/{STATION}.A4.zh.pdf"].data)


def test_a_place_that_nobody_confirmed_says_so_on_board_and_sign(printed):
    for path in (f"print/board/{OFFICE}.A4.zh.pdf", f"print/sign/{STATION}.A4.zh.pdf"):
        assert "还没有核实" in text(printed[path].data)


def test_the_place_stands_first_in_the_text_of_its_board(printed):
    assert (
        text(printed[f"print/board/{STATION}.A2.zh.pdf"].data)
        .removeprefix("样稿·非政府发布")
        .startswith("广东省›河源市")
    )


def test_a_sample_is_marked_on_every_sheet_and_has_no_qr(printed):
    for path, one in printed.items():
        found = text(one.data)
        assert "样稿·非政府发布" in found or "SAMPLE" in found, path
        assert "扫一扫" not in found


def test_sheets_stay_small(printed):
    for path, one in printed.items():
        with pypdfium2.PdfDocument(one.data) as pdf:
            assert len(one.data) < (200_000 if "/notice/" in path else 110_000) + 30_000 * (len(pdf) - 1), path


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_a_board_that_runs_on_names_its_place_and_edition_on_every_sheet(printed, catalogue: Catalogue, lang):
    one = printed[f"print/board/{OFFICE}.A4.{lang}.pdf"]
    view = catalogue.view("en" if lang == "en" else "zh")
    with pypdfium2.PdfDocument(one.data) as pdf:
        pages = [bare(page.get_textpage().get_text_bounded()) for page in pdf]
    assert len(pages) > 2
    editions = set()
    for number, found in enumerate(pages, 1):
        assert f"{number}/{len(pages)}" in found
        assert bare(view.places[OFFICE].region.short) in found
        assert {"zh": "样稿", "en": "SAMPLE", "both": "样稿"}[lang] in found
        editions.add(re.search(r"r0-[a-z2-7]{4}", found)[0])
    assert len(editions) == 1
    for service in view.services_at(view.places[OFFICE]):
        assert unhyphenated(service.name) in unhyphenated("".join(pages))


def test_a_board_names_what_is_charged_for_where_no_amount_is_known(printed, catalogue: Catalogue):
    view = catalogue.view("zh")
    charged = [s for s in view.services_at(view.places[OFFICE]) if not s.fee.free]
    found = text(printed[f"print/board/{OFFICE}.A2.zh.pdf"].data)
    assert charged
    for service in charged:
        named = [item.name for item in service.fee.items] or [service.fee.note]
        assert all(bare(name) in found for name in named), service.id


def test_a_board_says_of_a_category_on_several_sheets_on_which_and_of_no_other(printed, catalogue: Catalogue):
    with pypdfium2.PdfDocument(printed[f"print/board/{OFFICE}.A4.zh.pdf"].data) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    parted = [
        {at for at, page in enumerate(pages, 1) if re.search(rf"^{re.escape(category.name)}(?= (窗口|→))", page, re.M)}
        for category in catalogue.view("zh").categories.values()
    ]
    split = {f"{min(at)}-{max(at)}" for at in parted if len(at) > 1}
    assert split
    assert {found for page in pages for found in re.findall(r"→ 第 (\S+) 张", page)} == split


def test_every_further_sheet_of_a_board_says_which_number_to_call(printed):
    with pypdfium2.PdfDocument(printed[f"print/board/{OFFICE}.A2.zh.pdf"].data) as pdf:
        pages = [bare(page.get_textpage().get_text_bounded()) for page in pdf]
    assert all("问事、投诉12345" in page for page in pages[1:])


def test_a_board_has_room_for_the_number_of_each_window_and_for_the_window_of_what_none_is_for(catalogue: Catalogue):
    view = catalogue.view("zh")
    office = view.places[OFFICE]
    [job] = Composer(catalogue).jobs([Order(documents()["board"], Subject("place", OFFICE), "A2", "zh")])
    elsewhere = [service for service in view.services_at(office) if service.window not in office.windows]
    assert layout(job).html.count('class="room"') == len(office.windows) + len(elsewhere)


def test_a_sign_names_only_what_the_board_says_is_done_at_its_window(printed, catalogue: Catalogue):
    view = catalogue.view("zh")
    found = text(printed[f"print/sign/{OFFICE}.win-employment.A4.zh.pdf"].data)
    offered = view.services_at(view.places[OFFICE])
    here = [service for service in offered if service.window == "win-employment"]
    assert len(here) > 10
    for id_ in {service.category for service in here}:
        assert any(service.window != "win-employment" for service in offered if service.category == id_)
        assert f"·{bare(view.categories[id_].name)}" not in found
    assert all(bare(service.name) in found for service in here)


def test_other_processes_print_the_same_bytes(printed, catalogue: Catalogue, fonts: Path):
    path = "print/notice/job-matching.A4.zh.pdf"
    assert sheet(catalogue, fonts, "notice", "job-matching").data == printed[path].data
    board = sheet(catalogue, fonts, "board", STATION, size="A4", lang="both")
    assert board.data == printed[board.path].data


def test_what_a_place_has_confirmed_fills_the_blanks(catalogue: Catalogue, make):
    known = with_place(
        catalogue,
        STATION,
        address="源城区下城路1号",
        phone="0762-1234567",
        hours=Hours((WeeklyTimes((1, 2, 3, 4, 5), "09:00", "12:00"),)),
        confirmed_on="2026-11-01",
    )
    found = text(make(known, "board", STATION).data)
    for fact in ("源城区下城路1号", "0762-1234567", "周一至周五9:00–12:00", "2026年11月1日核实"):
        assert fact in found
    assert "还没有核实" not in found


@pytest.mark.parametrize("size", ["A2", "A4"])
@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_long_hours_and_addresses_take_two_lines(catalogue: Catalogue, make, size: str, lang: str):
    week = (
        WeeklyTimes((1, 2, 3, 4, 5), "09:00", "12:00"),
        WeeklyTimes((1, 2, 3, 4, 5), "14:00", "17:30"),
        WeeklyTimes((6,), "09:00", "12:00"),
    )
    hours = Hours(week, holidays="closed")
    said = {"zh": {"hours": hours, "address": "长街" * 16 + "1号"}, "en": {"hours": hours}}
    views = {
        code: replace(view, places={**view.places, STATION: replace(view.places[STATION], **said[code])})
        for code, view in catalogue.views.items()
    }
    found = text(make(replace(catalogue, views=views), "board", STATION, size, lang).data)
    for code in ("zh", "en") if lang == "both" else (lang,):
        assert bare(words(code).hours(hours)) in found


def test_rare_characters_of_heyuan_print(catalogue: Catalogue, make):
    rare = with_place(catalogue, STATION, name="凭輋村浰源社区服务站")
    assert "凭輋村浰源社区服务站" in text(make(rare, "sign", STATION).data)


def test_the_default_set_is_all_notices_and_the_county_s_boards_and_signs(catalogue: Catalogue):
    view = catalogue.view("zh")
    orders = default_orders(catalogue)
    places = [place for place in view.places.values() if view.hub.print_county in place.region.chain]
    assert sum(order.document.name == "notice" for order in orders) == 3 * (len(view.services) + len(view.regional))
    assert sum(order.document.name == "board" for order in orders) == 6 * len(places)
    assert sum(order.document.name == "sign" for order in orders) == 3 * sum(len(p.windows) or 1 for p in places)


def test_a_hub_can_choose_what_it_prints_beforehand(catalogue: Catalogue):
    every = {order.document.name for order in default_orders(catalogue)}
    assert every >= {"board", "notice", "process", "wall"}
    views = {lang: replace(view, hub=replace(view.hub, prints=("card",))) for lang, view in catalogue.views.items()}
    assert {order.document.name for order in default_orders(replace(catalogue, views=views))} == {"card"}
    choices = schemas.schema("hub")["properties"]["prints"]["items"]["enum"]
    assert choices == list(documents())


def test_an_unknown_choice_is_a_key_error(catalogue: Catalogue, fonts: Path):
    for wrong in ({"size": "A3"}, {"lang": "xx"}, {"of": "999"}, {"window": "win-petition"}, {"document": "poster"}):
        with pytest.raises(KeyError):
            sheet(catalogue, fonts, **{"document": "board", "of": STATION, **wrong})


def test_along_a_ladder_pages_never_become_fewer():
    """Where one step has too few pages, so have those before it: what the search for the first that fits rests on."""
    for document in documents().values():
        for size, ladder in {**document.ladders, **document.own_ladders}.items():
            pages = [step.pages for step in ladder]
            assert pages == sorted(pages), f"{document.name} {size}"
