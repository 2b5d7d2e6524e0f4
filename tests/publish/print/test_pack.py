"""The inspection pack: all that belongs on the walls of a place, bound in the order of its wall list."""

import io
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name
from PIL import Image
from tongchuang.catalogue import Catalogue
from tongchuang.publish.artifact import Artifact
from tongchuang.publish.print import pack, worker
from tongchuang.publish.print.compose import Composer, Order
from tongchuang.publish.print.documents.walls.document import sheets as listed
from tongchuang.publish.print.orders import default_orders
from tongchuang.publish.print.raster import pictures
from tongchuang.publish.sheets import sheets

from .conftest import STATION, pages

CONFIRMED = "990101001001"


@pytest.fixture(scope="module")
def orders(model_county: Catalogue) -> list[Order]:
    """A short pack: the wall list and the first sheets on it."""
    return pack.office_orders(model_county, CONFIRMED, "zh")[:4]


@pytest.fixture(scope="module")
def printed(model_county: Catalogue, fonts: Path, orders: list[Order]) -> dict[str, bytes]:
    runs = worker.run(Composer(model_county).jobs(orders), fonts)
    return {one.path: one.data for run in runs for one in run}


@pytest.fixture(scope="module")
def bound(model_county: Catalogue, orders: list[Order], printed: dict[str, bytes]) -> bytes:
    return pack.bound(model_county, orders, printed).data


def test_a_pack_has_the_wall_list_and_then_every_sheet_on_it_in_its_order(catalogue: Catalogue) -> None:
    view = catalogue.view("zh")
    first, *others = pack.office_orders(catalogue, STATION, "zh")
    assert first.document.name == "walls"
    on_list = [(document.name, subject) for document, subject in listed(view, view.places[STATION])]
    assert [(order.document.name, order.subject) for order in others] == on_list


def test_an_office_printer_can_print_a_pack_and_what_is_larger_goes_to_the_shop(catalogue: Catalogue) -> None:
    assert {one.size for one in pack.office_orders(catalogue, STATION, "zh")} <= set(pack.OFFICE)
    shop = pack.shop_orders(catalogue, STATION, "zh")
    assert not {one.size for one in shop.values()} & set(pack.OFFICE)
    office = pack.office_orders(catalogue, STATION, "zh")
    assert all(office[number].subject == one.subject for number, one in shop.items())


def test_bookmarks_are_the_titles_and_pages_are_labelled_by_the_numbers_on_the_list(
    model_county: Catalogue, orders: list[Order], printed: dict[str, bytes], bound: bytes
) -> None:
    composer = Composer(model_county)
    with pikepdf.open(io.BytesIO(bound)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            composer.title(one.document, one.subject, "zh") for one in orders
        ]
        labels = [page.label for page in pdf.pages]
    counts = [len(pages(printed[one.path])) for one in orders]
    further = [f"{n}-{page}" for n, count in enumerate(counts) if n for page in range(1, count + 1)]
    assert labels == [("i", "ii", "iii")[page] for page in range(counts[0])] + further


def test_every_sheet_of_a_pack_keeps_its_tags(orders: list[Order], printed: dict[str, bytes], bound: bytes) -> None:
    def tags(data: bytes) -> list[str]:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            order = {page.objgen: number for number, page in enumerate(pdf.pages)}
            return list(walk(pdf.Root.StructTreeRoot.K[0], order))

    def walk(element, order):
        if Name.Pg in element:
            yield f"{element.S} {order[element.Pg.objgen]}"
        kids = element.get(Name.K, [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and Name.S in kid:
                yield from walk(kid, order)

    alone, before = [], 0
    for one in orders:
        for tag in tags(printed[one.path]):
            kind, page = tag.split()
            alone.append(f"{kind} {int(page) + before}")
        before += len(pages(printed[one.path]))
    assert tags(bound) == alone


def test_a_pack_bound_again_is_the_same_to_the_byte_and_clean(
    model_county: Catalogue, orders: list[Order], printed: dict[str, bytes], bound: bytes
) -> None:
    assert pack.bound(model_county, orders, printed).data == bound
    with pikepdf.open(io.BytesIO(bound)) as pdf:
        assert not pdf.check_pdf_syntax()


def test_a_hub_binds_packs_of_confirmed_places_alone_and_shows_no_sheet_that_is_for_a_pack_only(
    catalogue: Catalogue, county: Catalogue
) -> None:
    assert not pack.places(default_orders(catalogue))
    orders = default_orders(county)
    assert CONFIRMED in pack.places(orders)
    packs = pack.Packs(county, orders)
    assert packs.further
    assert not [one for order in packs.further for one in packs.take(Artifact(order.path, b""))]
    assert list(packs.take(shown := Artifact(orders[0].path, b""))) == [shown]


def test_the_page_of_a_place_leads_to_its_pack_with_its_size(county: Catalogue) -> None:
    path = pack.path(CONFIRMED, "zh")
    for lang, named in (("zh", "检查包"), ("en", "Inspection pack")):
        (sheet,) = sheets(county, {path: 2_345_001})[lang].of("place", CONFIRMED)[named]
        assert (sheet.path, sheet.kilobytes) == (path, 2346)


@pytest.mark.parametrize("format", ["png", "jpg"])
def test_a_picture_has_the_size_of_its_sheet_at_150_dots_to_the_inch(
    orders: list[Order], printed: dict[str, bytes], format: str
) -> None:
    data = printed[orders[0].path]
    found = list(pictures(data, format))
    assert len(found) == len(pages(data))
    with Image.open(io.BytesIO(found[0])) as image:
        assert [round(pixels / 150 * 25.4) for pixels in image.size] == [210, 297]
        assert [round(dots) for dots in image.info["dpi"]] == [150, 150]
    assert list(pictures(data, format)) == found
