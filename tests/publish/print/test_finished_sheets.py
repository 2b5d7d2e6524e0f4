"""What is done to finished sheets: tiles fit together, booklets fold in order, bleed reaches over the edge."""

import io
import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from pikepdf import Name, Pdf
from PIL import Image, ImageChops, ImageFilter
from tongchuang.catalogue import Catalogue
from tongchuang.publish.print.bleed import with_bleed
from tongchuang.publish.print.impose import NotImposed, impose
from tongchuang.publish.print.tile import NotTiled, grid, tile

from .conftest import OFFICE, bare, pages

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Make

MM = 72 / 25.4
WINDOW = re.compile(rb"q (\S+) (\S+) (\S+) (\S+) re W n 1 0 0 1 (\S+) (\S+) cm /Artwork Do")


def blank(count: int, width: float = 148 * MM, height: float = 210 * MM, drawing: bytes = b"") -> bytes:
    """A PDF of pages with the same drawing."""
    with Pdf.new() as pdf:
        for _ in range(count):
            pdf.add_blank_page(page_size=(width, height)).contents_add(drawing)
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def picture(data: bytes, page: int, dpi: int) -> Image.Image:
    with pypdfium2.PdfDocument(data) as pdf:
        return pdf[page].render(scale=dpi / 72, grayscale=True).to_pil()


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether each dark dot of one picture has a dark dot of the other within a dot's width, and the other way round."""
    beyond = (
        ImageChops.subtract(b.filter(ImageFilter.MinFilter(3)), a).point(lambda shade: 255 if shade > 110 else 0)
        for a, b in ((one, other), (other, one))
    )
    return not any(picture.getbbox() for picture in beyond)


@pytest.fixture(scope="module")
def sheet(make: "Make", catalogue: Catalogue) -> bytes:
    """The first page of a board on A2."""
    with pikepdf.open(io.BytesIO(make(catalogue, "category", "employment", "A2").data)) as pdf:
        del pdf.pages[1:]
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


@pytest.fixture(scope="module", params=["A4", "A3"])
def tiles(request: pytest.FixtureRequest, sheet: bytes, fonts: "Path") -> bytes:
    return tile(sheet, request.param, ("zh", "en"), fonts)


def windows(data: bytes) -> list[tuple[float, float, float, float, float, float]]:
    """For each page, in millimetres: the edges of its window on the sheet (left, bottom, right, top), and on the page."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            (match,) = WINDOW.findall(b"\n".join(part.read_bytes() for part in page.Contents))
            x, y, width, height, dx, dy = (float(number) / MM for number in match)
            found.append((x - dx, y - dy, x - dx + width, y - dy + height, x, y))
    return found


def test_tiles_cover_every_point_of_the_sheet_and_overlap_by_a_centimetre(tiles: bytes) -> None:
    found = windows(tiles)
    across = sorted({(round(left, 2), round(right, 2)) for left, _, right, *_ in found})
    down = sorted({(round(bottom, 2), round(top, 2)) for _, bottom, _, top, *_ in found})
    assert len(found) == len(across) * len(down) == len(set(found))
    for strips, whole in ((across, 420), (down, 594)):
        assert strips[0][0] == pytest.approx(0, abs=0.02)
        assert strips[-1][1] == pytest.approx(whole, abs=0.02)
        overlaps = [before[1] - after[0] for before, after in pairwise(strips)]
        assert overlaps
        assert min(overlaps) >= 10


def test_all_tiles_print_from_the_same_sheet_with_room_for_any_office_printer(tiles: bytes) -> None:
    with pikepdf.open(io.BytesIO(tiles)) as pdf:
        assert len({page.Resources.XObject.Artwork.objgen for page in pdf.pages}) == 1
        assert pdf.Root.ViewerPreferences.PrintScaling == Name("/None")
        size = [float(edge) / MM for edge in pdf.pages[0].mediabox[2:]]
    for left, bottom, right, top, x, y in windows(tiles):
        assert min(x, y, size[0] - x - (right - left), size[1] - y - (top - bottom)) >= 10


def test_a_picture_put_together_of_the_tiles_is_the_sheet(sheet: bytes, tiles: bytes) -> None:
    dpi = 100
    scale = dpi / 25.4
    whole = picture(sheet, 0, dpi)
    together = Image.new("L", whole.size, 255)
    for number, (left, bottom, right, top, x, y) in enumerate(windows(tiles)):
        page = picture(tiles, number, dpi)
        width, height = round((right - left) * scale), round((top - bottom) * scale)
        above = page.height - round(y * scale) - height
        shown = page.crop((round(x * scale), above, round(x * scale) + width, above + height))
        together.paste(shown, (round(left * scale), whole.height - round(bottom * scale) - height))
    assert alike(whole, together)


def test_a_tile_says_where_it_belongs_and_how_to_put_it_together(sheet: bytes, fonts: "Path") -> None:
    found = pages(tile(sheet, "A4", ("zh",), fonts))
    assert len(found) == 8
    assert "第4行第2列（8张里的第8张）" in found[7]
    assert "按100%打印" in found[7]


def test_the_ruler_is_a_hundred_millimetres_long(sheet: bytes, fonts: "Path") -> None:
    page = picture(tile(sheet, "A4", ("zh",), fonts), 0, 254)
    foot = page.crop((page.width // 2, page.height - 210, page.width, page.height))
    runs = [
        run
        for y in range(foot.height)
        for run in re.findall(rb"\x01+", bytes(shade < 128 for shade in foot.crop((0, y, foot.width, y + 1)).tobytes()))
    ]
    assert max(map(len, runs)) == pytest.approx(1000, abs=4)


def test_paper_is_turned_so_that_there_are_fewest_tiles() -> None:
    assert (grid(420, 594, "A4").columns, grid(420, 594, "A4").rows) == (2, 4)
    assert grid(420, 594, "A3").paper == (297, 420)
    banner = grid(800, 2000, "A3")
    assert banner.window[0] * banner.columns == pytest.approx(800 + 12 * (banner.columns - 1))


def test_the_same_sheet_gives_the_same_tiles_and_they_are_clean(sheet: bytes, fonts: "Path") -> None:
    once = tile(sheet, "A3", ("zh",), fonts)
    assert hash(tile(sheet, "A3", ("zh",), fonts)) == hash(once)
    with pikepdf.open(io.BytesIO(once)) as pdf:
        assert not pdf.check_pdf_syntax()


def test_what_fits_on_the_paper_is_not_tiled(fonts: "Path") -> None:
    with pytest.raises(NotTiled) as refused:
        tile(blank(1, 297 * MM, 210 * MM), "A4", ("zh",), fonts)
    assert "直接打印" in refused.value.message.zh


def folded(sides: list[tuple[str, str]]) -> list[str]:
    """The pages of a booklet as one leafs through it: sheets lie in each other, printed on both sides."""
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    first = [page for front, back in sheets for page in (front[1], back[0])]
    second = [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    return first + second


@pytest.mark.parametrize("count", range(1, 10))
def test_a_folded_booklet_has_its_pages_in_order_and_blanks_only_at_its_end(count: int) -> None:
    with pikepdf.open(io.BytesIO(impose(blank(count), "booklet"))) as pdf:
        sides = [tuple(page.label.split("-")) for page in pdf.pages]
    leafed = folded(sides)
    assert len(leafed) % 4 == 0
    assert leafed == [str(n) for n in range(1, count + 1)] + [""] * (len(leafed) - count)


def test_a_leaflet_keeps_each_page_whole_on_its_half_of_a4(make: "Make", catalogue: Catalogue) -> None:
    leaflet = make(catalogue, "leaflet", "labour-law", "A5").data
    made = impose(leaflet, "booklet")
    halves = []
    with pypdfium2.PdfDocument(made) as pdf:
        for page in pdf:
            width, height = page.get_size()
            assert (round(width / MM), round(height / MM)) == (297, 210)
            text = page.get_textpage()
            halves.append(
                tuple(
                    bare(text.get_text_bounded(left, 0, left + width / 2, height).replace("\ufffe", ""))
                    for left in (0, width / 2)
                )
            )
    assert folded(halves) == pages(leaflet)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == Name("/DuplexFlipShortEdge")


def test_small_changes_of_a_finished_sheet_are_the_same_to_the_byte() -> None:
    pages = blank(5)
    assert impose(pages, "booklet") == impose(pages, "booklet")
    assert with_bleed(pages) == with_bleed(pages)


def test_pages_to_be_cut_apart_stand_in_their_order() -> None:
    with pikepdf.open(io.BytesIO(impose(blank(3), "2up"))) as pdf:
        assert [page.label for page in pdf.pages] == ["1-2", "3-"]


@pytest.mark.parametrize("size", [(210 * MM, 148 * MM), (105 * MM, 148 * MM)])
def test_other_pages_than_upright_a5_or_a4_are_not_put_together(size: tuple[float, float]) -> None:
    with pytest.raises(NotImposed):
        impose(blank(4, *size), "booklet")


def boxes(page: pikepdf.Page) -> dict[str, list[int]]:
    return {
        name: [round(float(edge) / MM) for edge in page.obj[f"/{name}"]] for name in ("TrimBox", "BleedBox", "MediaBox")
    }


def test_a_white_sheet_gets_its_boxes_and_crop_marks_and_stays_as_it_was(make: "Make", catalogue: Catalogue) -> None:
    plain = make(catalogue, "sign", OFFICE, "A5").data
    made = with_bleed(plain)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert boxes(pdf.pages[0]) == {
            "TrimBox": [0, 0, 210, 148], "BleedBox": [-3, -3, 213, 151], "MediaBox": [-10, -10, 220, 158],
        }  # fmt: skip
        assert Name.StructTreeRoot in pdf.Root
        assert not pdf.check_pdf_syntax()
    assert pages(made) == pages(plain)
    shown = picture(made, 0, 254)
    # Marks at a corner are outside the bleed and point at the edges of the sheet.
    corner = shown.crop((0, 0, 100, 100)).point(lambda shade: 255 if shade < 160 else 0)
    assert corner.getbbox() is not None
    assert corner.crop((62, 62, 100, 100)).getbbox() is None
    assert alike(shown.crop((100, 100, 100 + 2100, 100 + 1480)), picture(plain, 0, 254).crop((0, 0, 2100, 1480)))


def test_what_reaches_the_edge_of_a_sheet_reaches_over_it() -> None:
    # A band at the foot, and in it a bar at the right edge.
    drawing = b"0.5 g 0 0 300 30 re f 0 g 290 0 10 200 re f"
    shown = picture(with_bleed(blank(1, 300, 200, drawing)), 0, 72)
    edge = 10 * MM
    outside = 2 * MM
    assert shown.getpixel((round(edge + 100), round(edge + 200 + outside))) in range(120, 136)
    assert shown.getpixel((round(edge + 300 + outside), round(edge + 50))) == 0
    assert shown.getpixel((round(edge + 300 + outside), round(edge + 200 + outside))) == 0
    assert shown.getpixel((round(edge + 100), round(edge - outside))) == 255
    assert shown.getpixel((round(edge + 300 + 3.5 * MM), round(edge + 50))) == 255
