"""A board of posts to fill in by hand, booklets of services, and wall texts on a roll-up."""

import re
import weakref
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from tongchuang.catalogue import Catalogue, View, resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish.print.compose import Composer, Order
from tongchuang.publish.print.document import Subject
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.documents.walls.document import sheets
from tongchuang.publish.print.layout import layout
from tongchuang.publish.print.orders import default_orders

from .conftest import OFFICE, bare, pages, published, text

if TYPE_CHECKING:  # see conftest
    from tongchuang.publish.print.press import Press

CENTRE, DEMO_OFFICE, DEMO_STATION = "990101", "990101001", "990101001001"
SHORTEST = "culture"


@pytest.fixture(scope="module")
def demo(project: Project) -> Catalogue:
    return resolve(load(Project(project.root, project.root / "tests" / "demo")), date(2026, 11, 21))


@pytest.mark.parametrize(("size", "lang"), [("A2", "zh"), ("A2", "both"), ("A4", "en")])
def test_a_posts_board_has_a_slot_for_each_window_and_empty_ones(demo: Catalogue, make, size: str, lang: str):
    words = documents()["posts"].words("en" if lang == "en" else "zh")
    view = demo.view("en" if lang == "en" else "zh")
    made = make(demo, "posts", DEMO_OFFICE, size, lang)
    found = text(made.data)
    for window in view.places[DEMO_OFFICE].windows:
        assert (bare(view.windows[window].name) in found) == view.windows[window].basic
    for field in ("leave", "meeting", "phone", "stand_in"):
        assert found.count(bare(words(f"print.posts.{field}"))) >= 8
    assert "12345" in found


def test_a_posts_board_names_nobody_and_complaints_go_to_the_line_of_the_place(demo: Catalogue, make):
    found = text(make(demo, "posts", CENTRE, "A2").data)
    place = demo.view("zh").places[CENTRE]
    assert f"监督电话{place.supervision_phone}" in found
    assert place.phone not in found


def test_a_posts_board_has_the_day_of_its_revision_beside_its_edition(demo: Catalogue, make):
    revised = demo.view("zh").places[CENTRE].revisions[-1].date
    year, month, day = map(int, revised.split("-"))
    assert f"{year}年{month}月{day}日修订" in text(make(demo, "posts", CENTRE, "A2").data)


def test_a_photo_of_two_inches_fits_its_frame_on_a2_and_one_of_an_inch_on_a4(demo: Catalogue, make):
    for size, wanted in (("A2", (35, 49)), ("A4", (25, 35))):
        frames = _frames(make(demo, "posts", DEMO_STATION, size).data)
        assert any(wanted[0] < wide < wanted[0] + 3 and wanted[1] < high < wanted[1] + 3 for wide, high in frames), size


@pytest.mark.parametrize(("code", "lang"), [(CENTRE, "zh"), (CENTRE, "en"), (DEMO_STATION, "both")])
def test_a_magnet_of_20_mm_has_room_in_every_box_of_a_board_on_a2(demo: Catalogue, make, press, code: str, lang: str):
    made = make(demo, "posts", code, "A2", lang)
    assert made.pages == 1
    row = made.step.partition(",")[0].removeprefix("row ")
    order = Order(documents()["posts"], Subject("place", code), "A2", lang)
    (job,) = Composer(demo).jobs([order])
    from weasyprint import CSS, HTML

    styles = [*press.styles("posts"), CSS(string=f"html {{ --row: {row} }}", font_config=press.fonts)]
    rendered = HTML(string=layout(job).html).render(font_config=press.fonts, stylesheets=styles)
    boxes = [box for page in rendered.pages for box in page._page_box.descendants()]
    cells = [box for box in boxes if type(box).__name__ == "TableCellBox"]
    assert cells
    assert all(min(box.border_width(), box.border_height()) * 25.4 / 96 >= 20 for box in cells)


def test_the_posts_board_hangs_at_places_that_somebody_confirmed(demo: Catalogue):
    view = demo.view("zh")
    hung = {code: {document.name for document, _ in sheets(view, view.places[code])} for code in (CENTRE, OFFICE)}
    assert "posts" in hung[CENTRE]
    assert "posts" not in hung[OFFICE]


def test_a_booklet_tells_each_service_as_its_notice_does(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    found = text(make(catalogue, "guide", SHORTEST, "A5").data)
    for service in view.services_of_category(SHORTEST):
        for told in (*service.materials, *service.steps, *service.conditions, *service.remedies):
            assert bare(getattr(told, "text", None) or told.name) in found
        assert bare(service.result.name) in found


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "zh",
            ("适用地区河源市", "扫一扫，看这本是不是最新的", "原件还是复印件、要几份", "没写期限的，这里没有查到期限"),
        ),
        ("en", ("HoldsinHeyuanCity", "whetherthisbookletisuptodate", "Originalsorcopies", "Wherenotimelimitisgiven")),
    ],
)
def test_a_booklet_says_where_it_holds_and_what_nobody_can_know_of_papers_and_limits(
    catalogue: Catalogue, make, lang: str, said: tuple[str, ...]
):
    found = text(make(published(catalogue), "guide", SHORTEST, "A5", lang).data)
    assert all(one in found for one in said)


def test_a_booklet_for_a_place_holds_where_the_place_lies(demo: Catalogue):
    guide = documents()["guide"]
    told = guide.facts(demo.view("zh"), guide.words("zh"), Subject("category", SHORTEST, DEMO_STATION))
    assert "示范县" in told["region"]


def test_an_apostrophe_in_the_head_of_a_page_is_as_narrow_as_in_english(catalogue: Catalogue, make):
    """Where a booklet is in two languages, too."""
    with pypdfium2.PdfDocument(make(catalogue, "guide", SHORTEST, "A5", "both").data) as pdf:
        page = pdf[len(pdf) - 1].get_textpage()
        found = page.get_text_range()
        at = found.rindex("departments’ lines") + len("departments")
        apostrophe, following = (page.get_charbox(n)[0] for n in (at, at + 2))
    assert following - apostrophe < 9, "the size of the letters, with the space"


def test_the_book_of_a_place_names_the_window_that_the_place_has(demo: Catalogue):
    book, view = documents()["guidebook"], demo.view("zh")
    place = view.places[DEMO_OFFICE]
    facts = book.facts(view, book.words("zh"), Subject("place", DEMO_OFFICE))
    told = {service["id"]: service for group in facts["groups"] for service in group["services"]}
    own = [service for service in view.services_at(place) if service.window in place.windows]
    assert own
    for service in own:
        assert told[service.id]["window"] == view.windows[service.window].name
        assert view.departments[service.departments.lead].name in told[service.id]["department"]


def test_remedies_of_the_same_kind_are_told_apart_in_the_book_of_a_place(demo: Catalogue):
    book = documents()["guidebook"]
    facts = book.facts(demo.view("zh"), book.words("zh"), Subject("place", DEMO_STATION))
    remedies = [service["remedies"] for group in facts["groups"] for service in group["services"]]
    for found in remedies:
        kinds = [remedy["kind"] for remedy in found]
        assert all(bool(remedy["text"]) == (kinds.count(remedy["kind"]) > 1) for remedy in found)


@pytest.mark.parametrize(("category", "lang"), [(SHORTEST, "zh"), ("family-care", "en"), (SHORTEST, "both")])
def test_a_booklet_folds_and_its_contents_lead_to_the_right_pages(catalogue: Catalogue, make, category: str, lang: str):
    found = pages(make(catalogue, "guide", category, "A5", lang).data)
    assert len(found) % 4 == 0
    words = documents()["guide"].words("en" if lang == "en" else "zh")
    contents = next(page for page in found[1:] if bare(words("print.guide.contents")) in page)
    view = catalogue.view("en" if lang == "en" else "zh")
    for service in view.services_of_category(category):
        (page,) = re.findall(re.escape(bare(_last(catalogue, service.id, lang))) + r"\.*(\d+)", contents)
        body = found[int(page) - 1]
        assert bare(service.name) in body
        assert bare(service.summary)[:12] in body
    assert all(page for page in found), "a page that is left over is for notes, and says so"
    assert "12345" in found[0]
    assert "12345" in found[-1]


def test_the_number_of_a_folded_page_stands_at_its_outer_edge(catalogue: Catalogue, make):
    with pypdfium2.PdfDocument(make(catalogue, "guide", SHORTEST, "A5").data) as pdf:
        for number, page in list(enumerate(pdf, 1))[1:]:
            wide = page.get_width()
            outer = (0, wide / 5) if number % 2 == 0 else (wide * 4 / 5, wide)
            foot = page.get_textpage().get_text_bounded(left=outer[0], right=outer[1], bottom=0, top=42)
            assert re.match(rf"{number}(\D|$)", bare(foot))


def test_the_head_of_a_page_may_take_two_lines(demo: Catalogue, make):
    """The second stays inside what an office printer can print: 8 mm from the edge."""
    few = _with_few_services(demo, 2)
    view = few.view("en")
    long = " and what you bring for it" * 3
    services = {id_: replace(one, name=one.name[:40] + long) for id_, one in view.services.items()}
    lengthy = replace(few, views={**few.views, "en": replace(view, services=services)})
    found = pages(make(lengthy, "guidebook", DEMO_STATION, "A5", "en").data)
    heads = [bare(f"{view.categories[one.category].name} · {one.name}") for one in services.values()]
    assert any(head in page for head in heads for page in found)


def test_a_long_book_is_laid_out_again_and_not_held_beside_another(
    catalogue: Catalogue, press: "Press", monkeypatch: pytest.MonkeyPatch
):
    from tongchuang.publish.print.press import _Run

    guide = documents()["guide"]
    (job,) = Composer(catalogue).jobs(
        [Order(guide, guide.subject(catalogue.view("zh"), SHORTEST, None, None), "A5", "zh")]
    )
    (usual,) = press.print(layout(job))
    render, tries = _Run._render, []

    def watched(run, html):
        assert not any(one() for one in tries)
        made = render(run, html)
        tries.append(weakref.ref(made))
        return made

    monkeypatch.setattr(_Run, "_render", watched)
    monkeypatch.setattr("tongchuang.publish.print.press.LONG", 0)
    assert press.print(layout(job))[0].data == usual.data
    assert len(tries) > 1


def test_a_booklet_finds_a_service_by_what_happened(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    found = pages(make(catalogue, "guide", SHORTEST, "A5").data)
    index = next(page for page in reversed(found) if "遇到事，翻哪页" in page)
    named = [event for event in view.life_events.values() if bare(event.name) in index]
    assert named
    assert all(any(s.name in index for s in view.services_of_category(SHORTEST)) for _ in named)


def test_the_book_of_a_place_has_the_essentials_of_what_is_done_there(demo: Catalogue, make):
    few = _with_few_services(demo, 3)
    found = text(make(few, "guidebook", DEMO_STATION, "A5").data)
    view = few.view("zh")
    place = view.places[DEMO_STATION]
    assert bare(place.address) in found
    for service in view.services_at(place):
        assert all(bare(step.name) in found for step in service.steps)
        assert all(bare(material.name) in found for material in service.materials)
        assert bare(service.summary) in found


@pytest.mark.parametrize("lang", ["zh", "both"])
def test_a_page_of_the_book_of_a_place_names_its_category_before_the_service_it_begins_with(
    demo: Catalogue, make, lang: str
):
    few = _with_few_services(demo, 6)
    found = pages(make(few, "guidebook", DEMO_STATION, "A5", lang).data)
    view = few.view("zh")
    views = [few.view(one) for one in (("zh", "en") if lang == "both" else (lang,))]
    heads = {
        bare(
            " · ".join((_said(one.category, *(v.categories for v in views)), _said(id_, *(v.services for v in views))))
        )
        for id_, one in view.services.items()
    }
    assert any(head in page for head in heads for page in found)
    categories = {bare(view.categories[one.category].name) for one in view.services.values()}
    assert not any(category in found[-1] for category in categories)


def _said(id_, *versions):
    return " ".join(version[id_].name for version in versions)


def test_the_contents_of_the_book_of_a_place_give_the_page_on_which_each_category_begins(demo: Catalogue, make):
    few = _with_few_services(demo, 6)
    found = pages(make(few, "guidebook", DEMO_STATION, "A5").data)
    view = few.view("zh")
    for category in {one.category: None for one in view.services.values()}:
        name = bare(view.categories[category].name)
        [begins] = re.findall(name + r"[.·…]*(\d+)", found[1])
        assert name in found[int(begins) - 1]


def test_booklets_are_printed_for_those_who_ask(demo: Catalogue):
    assert {order.document.name for order in default_orders(demo)}.isdisjoint({"guide", "guidebook"})


@pytest.mark.parametrize(("id_", "lang"), [("heyuan-slogan", "zh"), ("shandong-service-norms", "both")])
def test_a_roll_up_is_one_sheet_whose_lowest_20_centimetres_are_empty(catalogue: Catalogue, make, id_: str, lang: str):
    made = make(catalogue, "wall", id_, "80x200", lang)
    with pypdfium2.PdfDocument(made.data) as pdf:
        assert len(pdf) == 1
        assert [round(points / 72 * 25.4) for points in pdf[0].get_size()] == [800, 2000]
        lowest = min(one.get_bounds()[1] for one in pdf[0].get_objects())
    assert lowest / 72 * 25.4 >= 199


def _frames(data: bytes) -> list[tuple[float, float]]:
    """Width and height in millimetres of what is drawn on the first page."""
    with pypdfium2.PdfDocument(data) as pdf:
        bounds = [one.get_bounds() for one in pdf[0].get_objects()]
    return [((right - left) / 72 * 25.4, (top - bottom) / 72 * 25.4) for left, bottom, right, top in bounds]


def _last(catalogue: Catalogue, id_: str, lang: str) -> str:
    """What stands before the page number in the contents: in two languages the second name."""
    return catalogue.view("zh" if lang == "zh" else "en").services[id_].name


def _with_few_services(catalogue: Catalogue, count: int) -> Catalogue:
    """The catalogue with so many services of the station alone, so that its book is short."""

    def few(view: View) -> View:
        kept = [service.id for service in view.services_at(view.places[DEMO_STATION])][:count]
        return replace(view, services={id_: view.services[id_] for id_ in kept}, regional={})

    return replace(catalogue, views={lang: few(view) for lang, view in catalogue.views.items()})
