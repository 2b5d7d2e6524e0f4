"""Signs of windows: on the wall, and on the desk as a sheet that is folded to stand."""

from dataclasses import replace

import pypdfium2
import pytest
from tongchuang.catalogue import Catalogue

from .conftest import OFFICE, bare, published, text, with_place

WINDOW = "win-petition"
LONG = "win-resident-pension"


def letters(data: bytes) -> list[tuple[str, float]]:
    """The characters of the first page, each with its size in millimetres."""
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0].get_textpage()
        return [
            (page.get_text_range(at, 1), pypdfium2.raw.FPDFText_GetFontSize(page, at) / 72 * 25.4)
            for at in range(page.count_chars())
        ]


def height_of(name: str, data: bytes) -> float:
    """How high the largest letters are that spell a name."""
    found = letters(data)
    return max(
        min(size for _, size in found[at : at + len(name)])
        for at in range(len(found))
        if "".join(letter for letter, _ in found[at : at + len(name)]) == name
    )


@pytest.mark.parametrize("size", ["A4", "A5", "A4-tent"])
@pytest.mark.parametrize("window", [WINDOW, LONG])
def test_the_name_of_a_window_is_read_from_three_metres(catalogue: Catalogue, make, size: str, window: str) -> None:
    name = catalogue.view("zh").windows[window].name.removesuffix("窗口")
    assert height_of(name, make(catalogue, "sign", OFFICE, size=size, window=window).data) >= 19


def test_the_name_ends_a_line_only_before_the_word_window(catalogue: Catalogue, make) -> None:
    name = catalogue.view("zh").windows[LONG].name
    with pypdfium2.PdfDocument(make(catalogue, "sign", OFFICE, size="A5", window=LONG).data) as pdf:
        lines = pdf[0].get_textpage().get_text_bounded().split()
    assert name.removesuffix("窗口") in lines
    assert "窗口" in lines


def test_a_name_that_is_read_from_three_metres_so_stays_on_one_line(catalogue: Catalogue, make) -> None:
    name = catalogue.view("zh").windows["win-registration"].name
    for size in ("A4", "A5"):
        sign = make(catalogue, "sign", OFFICE, size=size, window="win-registration").data
        with pypdfium2.PdfDocument(sign) as pdf:
            assert name in pdf[0].get_textpage().get_text_bounded().split()
        assert height_of(name, sign) >= 17


@pytest.mark.parametrize("size", ["A4", "A5", "A4-tent"])
@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_every_window_of_every_place_has_a_sign_in_every_size_and_language(
    catalogue: Catalogue, make, size: str, lang: str
) -> None:
    view = catalogue.view("zh")
    # What places do is the same for many: one of each.
    signs = {
        (window, tuple(one.id for one in view.services_at(place) if window in (None, one.window))): place.code
        for place in view.places.values()
        for window in place.windows or (None,)
    }
    assert {window for window, _ in signs} > set(view.places[OFFICE].windows)
    for (window, _), place in signs.items():
        assert make(catalogue, "sign", place, size=size, lang=lang, window=window)


@pytest.mark.parametrize("size", ["A5", "A4-tent"])
def test_long_names_of_services_take_room_from_the_name_of_the_window(catalogue: Catalogue, make, size: str) -> None:
    long = {
        "zh": "拖欠工资投诉与举报（含工程建设领域农民工工资）",
        "en": "Report unpaid wages (construction workers included)",
    }
    view = catalogue.view("zh")
    four = [service.id for service in view.services_at(view.places[OFFICE])[:4]]
    views = {
        lang: replace(
            view,
            services={
                id_: replace(view.services[id_], window=WINDOW, name=f"{long[lang]} {n}") for n, id_ in enumerate(four)
            },
        )
        for lang, view in catalogue.views.items()
    }
    found = text(make(replace(catalogue, views=views), "sign", OFFICE, size, "both", window=WINDOW).data)
    assert all(f"{bare(words)}{n}" in found for words in long.values() for n in range(len(four)))


def drawn(data: bytes) -> str:
    """The words of the first page in the order in which they are drawn: what stands on its head is read backwards."""
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[0]
        texts = page.get_objects((pypdfium2.raw.FPDF_PAGEOBJ_TEXT,), textpage=page.get_textpage())
        return bare("".join(one.extract() for one in texts))


def test_a_tent_shows_both_sides_the_same_and_names_its_edition_on_both(catalogue: Catalogue, make) -> None:
    found = drawn(make(catalogue, "sign", OFFICE, size="A4-tent", window=WINDOW).data)
    view = catalogue.view("zh")
    for words in (view.windows[WINDOW].name, view.places[OFFICE].name, "样稿·非政府发布", "版本r0-"):
        assert found.count(bare(words)) == 2


def test_a_tent_names_its_publisher_on_both_sides(catalogue: Catalogue, make) -> None:
    found = drawn(make(published(catalogue), "sign", OFFICE, size="A4-tent", window=WINDOW).data)
    assert found.count("源城区人社局") == 2
    assert found.count("扫一扫，看这张纸是不是最新的·版本r0-") == 2


def test_a_sign_tells_the_languages_spoken_and_leaves_a_line_where_nobody_has_said(catalogue: Catalogue, make) -> None:
    told = with_place(catalogue, OFFICE, languages=("普通话", "客家话"))
    assert "会说的话：普通话、客家话" in text(make(told, "sign", OFFICE, window=WINDOW).data)
    assert "会说的话：" in text(make(catalogue, "sign", OFFICE, window=WINDOW).data)


def test_where_a_whole_category_is_done_at_a_window_its_sign_names_that_for_its_services(
    catalogue: Catalogue, make
) -> None:
    view = catalogue.view("zh")
    offered = view.services_at(view.places[OFFICE])
    found = text(make(catalogue, "sign", OFFICE, window=WINDOW).data)
    for category in {service.category for service in offered if service.window == WINDOW}:
        services = [service for service in offered if service.category == category]
        whole = all(service.window == WINDOW for service in services)
        assert (bare(view.categories[category].name) in found) == whole, category
        assert all(bare(one.name) in found for one in services if one.window == WINDOW and not whole)


def test_a_sign_says_where_to_ask_for_what_is_not_done_there_and_whose_each_number_is(
    catalogue: Catalogue, make
) -> None:
    found = text(make(catalogue, "sign", OFFICE, window=WINDOW).data)
    assert "这里没写的事" in found
    for line in catalogue.view("zh").hotlines.values():
        if line.number in ("12345", "12333", "12348"):
            assert f"{line.number}{line.short}" in found
