"""Signs of windows: on the wall, and on the desk as a sheet that is folded to stand."""

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


def test_a_sign_tells_the_languages_spoken_and_leaves_a_line_where_nobody_has_said(catalogue: Catalogue, make) -> None:
    told = with_place(catalogue, OFFICE, languages=("普通话", "客家话"))
    assert "会说的话：普通话、客家话" in text(make(told, "sign", OFFICE, window=WINDOW).data)
    assert "会说的话：" in text(make(catalogue, "sign", OFFICE, window=WINDOW).data)
