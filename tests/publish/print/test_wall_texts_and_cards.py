"""Rules, duties, norms, pledges and advice for the wall, what the staff work with, and cards to hold in the hand."""

from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
from tongchuang.catalogue import Catalogue, View
from tongchuang.model.paper import WallRule
from tongchuang.publish.print import PrintError
from tongchuang.publish.print.compose import Composer, Order
from tongchuang.publish.print.document import Subject
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.layout import layout
from tongchuang.publish.print.orders import default_orders

from .conftest import STATION, bare, pages, published, text, with_place


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("id_", "size"), [("dangerous-work", "A2"), ("heyuan-pledges", "A4"), ("site-self-check", "A4")]
)
def test_every_word_of_a_text_is_on_the_wall(catalogue: Catalogue, make, id_: str, size: str, lang: str):
    found = text(make(catalogue, "wall", id_, size, lang).data)
    for fact in _facts(catalogue.view(lang), id_):
        assert bare(fact) in found


def test_advice_keeps_its_articles_and_numbers_and_a_pledge_its_percentage(catalogue: Catalogue, make):
    advice = text(make(catalogue, "wall", "dangerous-work").data)
    assert "《安全生产法》第28条" in advice
    assert "12350安全生产举报投诉电话" in advice
    assert text(make(catalogue, "wall", "heyuan-pledges", lang="both").data).count("100%") == 5 + 2


def test_two_languages_stand_on_one_sheet(catalogue: Catalogue, make):
    found = text(make(catalogue, "wall", "privacy-notice", lang="both").data)
    for lang in ("zh", "en"):
        assert all(bare(fact) in found for fact in _facts(catalogue.view(lang), "privacy-notice"))


def test_a_text_says_since_when_it_is_in_use_and_that_it_is_history(catalogue: Catalogue, make):
    found = text(make(catalogue, "wall", "heyuan-internal-rules").data)
    assert "2026年11月21日起用" in found
    assert catalogue.view("zh").policies["heyuan-2011"].historical in found
    assert "没有和当地核对过" in found
    # It only says that a document asks for this; what is advised holds today.
    assert catalogue.view("zh").policies["hunan-2020"].historical not in text(
        make(catalogue, "wall", "privacy-notice").data
    )


@pytest.mark.parametrize(("document", "id_"), [("wall", "privacy-notice"), ("card", "window-phrases")])
def test_a_text_without_a_date_is_not_printed(catalogue: Catalogue, make, document: str, id_: str):
    with pytest.raises(PrintError) as refused:
        make(_with_text(catalogue, id_, revisions=()), document, id_, size=documents()[document].sizes[0])
    assert (refused.value.document, refused.value.field) == (document, "revisions")


def test_the_name_of_a_place_and_its_line_for_complaints_head_the_rules(catalogue: Catalogue, make):
    known = with_place(catalogue, STATION, supervision_phone="0762-1234567", confirmed_on="2026-11-01")
    found = text(make(known, "wall", "heyuan-internal-rules", place=STATION).data)
    assert found.startswith(known.view("zh").places[STATION].name)
    assert "监督电话0762-1234567" in found
    assert "尚未核实" not in found


def test_a_place_that_nobody_confirmed_says_so_on_its_rules(catalogue: Catalogue, make):
    assert "名录所列，尚未核实" in text(make(catalogue, "wall", "heyuan-internal-rules", place=STATION).data)


def test_without_a_place_there_are_lines_to_write_on(catalogue: Catalogue, make):
    assert text(make(catalogue, "wall", "heyuan-internal-rules").data).startswith("单位监督电话")
    assert text(make(catalogue, "wall", "site-self-check").data).startswith("单位日期签名")
    assert "监督电话" not in text(make(catalogue, "wall", "role-guide").data)


def test_rules_say_what_to_do_if_they_are_not_kept_and_a_pledge_that_has_run_out_does_not(catalogue: Catalogue, make):
    unkept = "没做到的，打监督电话，说清哪天、哪个窗口。没人管，打12345。"
    assert unkept in text(make(catalogue, "wall", "shandong-service-norms").data)
    assert "没做到的" not in text(make(catalogue, "wall", "heyuan-pledges").data)


def test_no_text_on_a_wall_sends_its_reader_to_a_page_of_the_site(catalogue: Catalogue):
    view = catalogue.view("zh")
    said = [item.text for one in view.wall_rules.values() for item in one.items]
    said += [one.historical for one in view.policies.values() if one.historical]
    assert not [words for words in said if "本站的" in words]


def test_the_slogan_of_the_region_stands_above_its_pledges_and_is_not_said_twice(catalogue: Catalogue, make):
    slogan = catalogue.view("zh").profiles["heyuan"].slogan
    for id_ in ("heyuan-pledges", "heyuan-slogan"):
        assert text(make(catalogue, "wall", id_).data).count(slogan) == 1
    assert slogan not in text(make(catalogue, "wall", "heyuan-internal-rules").data)


def test_every_item_of_a_checklist_has_a_box_to_tick(catalogue: Catalogue):
    order = Order(documents()["wall"], Subject("wall-rule", "site-self-check"), "A4", "both")
    (job,) = Composer(catalogue).jobs([order])
    assert layout(job).html.count("tick-box") == len(catalogue.view("zh").wall_rules["site-self-check"].items)


def test_a_short_text_fills_its_sheet(catalogue: Catalogue, make):
    short = make(catalogue, "wall", "heyuan-supervision-rules", "A2")
    assert short.step.startswith("body 70.00pt")
    _, bottom, _, _ = _box_of(short.data, "2026年11月21日起用")
    assert bottom < 75 / 25.4 * 72


def test_a_long_text_takes_more_sheets_each_with_its_title_and_one_too_long_is_an_error(catalogue: Catalogue, make):
    longer = _longer(catalogue, 40)
    found = pages(make(longer, "wall", "privacy-notice").data)
    assert len(found) > 1
    assert all("个人信息告知" in page and f"{n}/{len(found)}" in page for n, page in enumerate(found, 1))
    with pytest.raises(PrintError, match="too long") as refused:
        make(_longer(catalogue, 130), "wall", "privacy-notice")
    assert refused.value.field.startswith("item-")


def test_a_hub_prints_every_text_small_and_those_for_visitors_large(catalogue: Catalogue):
    texts = catalogue.view("zh").wall_rules.values()
    orders = default_orders(catalogue)
    printed = {(o.document.name, o.subject.of, o.size) for o in orders if o.document.name in ("wall", "card")}
    cards = {one.id for one in texts if one.kind in ("emergency", "pointing", "phrases")}
    large = {one.id for one in texts if one.kind in ("rule", "duty", "norm", "pledge", "advice")}
    wanted = {("wall", one.id, "A4") for one in texts if one.id not in cards} | {("wall", id_, "A2") for id_ in large}
    assert printed == wanted | {("card", id_, size) for id_ in cards for size in ("A5", "A6")}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("id_", ["emergency-card", "mind-help-card", "window-phrases"])
def test_every_word_of_a_card_is_printed(catalogue: Catalogue, make, id_: str, lang: str):
    view = catalogue.view(lang)
    found = text(make(catalogue, "card", id_, "A6", lang).data)
    assert all(bare(fact) in found for fact in _facts(view, id_))


def test_the_emergency_card_is_one_page_and_names_whom_to_call_first(catalogue: Catalogue, make):
    data = make(catalogue, "card", "emergency-card", "A5").data
    assert len(pages(data)) == 1
    assert "119›120着火、有人困住" in text(data)


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
@pytest.mark.parametrize(
    ("id_", "size"), [("emergency-card", "A5"), ("emergency-card", "A6"), ("mind-help-card", "A6")]
)
def test_nothing_of_a_card_stands_on_its_edition(catalogue: Catalogue, make, id_: str, size: str, lang: str):
    data = make(published(catalogue), "card", id_, size, lang).data
    words = "In use from" if lang == "en" else "起用"
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            found = page.get_textpage()
            at, _ = found.search(words).get_next()
            top = found.get_charbox(at)[3]
            height = page.get_height()
            drawn = page.get_objects((pypdfium2.raw.FPDF_PAGEOBJ_PATH,))
            rules = [one.get_bounds() for one in drawn]
            lowest = min(bottom for _, bottom, _, bound in rules if bound < height * 0.9)
            assert lowest > top


def test_a_part_of_an_emergency_card_stays_with_its_heading(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    parts = {bare(item.text): bool(item.heading) for item in view.wall_rules["emergency-card"].items}
    for page in pages(make(catalogue, "card", "emergency-card", "A5", "both").data):
        first = min((page.find(words), heading) for words, heading in parts.items() if words in page)
        assert first[1]


def test_a_card_of_numbers_says_that_hours_and_costs_differ_and_how_to_check_it(catalogue: Catalogue, make):
    found = text(make(published(catalogue), "card", "mind-help-card", "A6").data)
    assert "几点有人接、要不要话费，各地不一样" in found
    assert "扫一扫，看这张纸是不是最新的" in found
    assert "要不要话费" not in text(make(catalogue, "card", "visitor-phrases", "A6").data)


def test_the_emergency_card_tells_where_the_place_is(catalogue: Catalogue, make):
    known = with_place(catalogue, STATION, address="源城区下城路1号")
    assert text(make(known, "card", "emergency-card", "A6", place=STATION).data).startswith("我们在源城区下城路1号")
    assert text(make(catalogue, "card", "emergency-card", "A6").data).startswith("我们在负责人电话")
    assert "我们在" not in text(make(known, "card", "mind-help-card", "A6", place=STATION).data)


def test_a_phrase_stands_beside_its_translation_on_a_card_of_two_pages(catalogue: Catalogue, make):
    data = make(catalogue, "card", "window-phrases", "A5", "both").data
    assert len(pages(data)) == 2
    chinese, english = (_box_of(data, words) for words in ("我说得太快了", "I spoke too fast"))
    assert abs(chinese[3] - english[3]) < 4
    assert english[0] > chinese[2]


def _facts(view: View, id_: str) -> list[str]:
    rule = view.wall_rules[id_]
    facts = [rule.summary, *(part for item in rule.items for part in (item.heading, item.text))]
    return [*filter(None, facts), *(line for item in rule.items for line in _numbers(view, item.hotlines))]


def _numbers(view: View, ids: tuple[str, ...]) -> list[str]:
    return [view.hotlines[id_].number for id_ in ids]


def _with_text(catalogue: Catalogue, id_: str, **changes: Any) -> Catalogue:
    def changed(view: View) -> View:
        return replace(view, wall_rules={**view.wall_rules, id_: replace(view.wall_rules[id_], **changes)})

    return replace(catalogue, views={lang: changed(view) for lang, view in catalogue.views.items()})


def _longer(catalogue: Catalogue, items: int) -> Catalogue:
    one: WallRule = catalogue.view("zh").wall_rules["privacy-notice"]
    many = tuple(replace(one.items[0], id=f"item-{n}", text="一句写得很长的话，" * 8) for n in range(items))
    return _with_text(catalogue, "privacy-notice", items=many)


def _box_of(data: bytes, words: str) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of words on the first page, in points."""
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0].get_textpage()
        at, count = page.search(words).get_next()
        boxes = [page.get_charbox(n) for n in range(at, at + count)]
        left, bottom, right, top = zip(*boxes, strict=True)
        return min(left), min(bottom), max(right), max(top)
