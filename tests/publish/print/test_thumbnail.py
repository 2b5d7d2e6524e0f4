"""The small pictures of sheets, by which somebody finds what to print."""

import io
import json
from dataclasses import replace
from pathlib import Path

import jsonschema_rs
import pytest
from PIL import Image
from tongchuang import schemas
from tongchuang.catalogue import Catalogue
from tongchuang.publish.print import check_page, publish
from tongchuang.publish.print.cache import Cache
from tongchuang.publish.print.compose import Composer, Order
from tongchuang.publish.print.document import Subject
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.publish import finished
from tongchuang.publish.print.thumbnail import measured, path, thumbnail

from .conftest import FRAME, OFFICE, STATION, published

BOARD, SIGN = f"print/board/{OFFICE}.A2.zh.pdf", f"print/sign/{OFFICE}.win-registration.A4.zh.pdf"


def test_a_picture_has_the_proportions_of_the_first_page_and_lies_beside_the_sheet(printed):
    assert measured(thumbnail(printed[BOARD].data)) == (200, 283)
    assert measured(thumbnail(printed[SIGN].data)) == (200, 141)
    assert path(BOARD) == f"print/board/{OFFICE}.A2.zh.png"


def test_a_picture_is_grey_and_a_few_kilobytes(printed):
    made = [thumbnail(one.data) for name, one in printed.items() if name.endswith(".zh.pdf")]
    assert max(map(len, made)) < 10_000
    with Image.open(io.BytesIO(made[0])) as image:
        colours = image.convert("RGB").getcolors()
    assert all(red == green == blue for _, (red, green, blue) in colours)
    assert len(colours) > 2


def test_the_same_sheet_gives_the_same_picture_to_the_byte(printed):
    assert thumbnail(printed[BOARD].data) == thumbnail(printed[BOARD].data)


def test_the_boards_of_two_places_can_be_told_apart(printed):
    other = printed[f"print/board/{STATION}.A2.zh.pdf"]
    assert thumbnail(other.data) != thumbnail(printed[BOARD].data)


def test_a_picture_is_kept_with_its_sheet_and_not_drawn_again(
    catalogue: Catalogue, fonts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    order = Order(documents()["sign"], Subject("place", STATION), "A4", "zh")
    jobs, cache = Composer(catalogue).jobs([order]), Cache(tmp_path, fonts)
    [[first]] = finished(jobs, fonts, cache, pictured=True)
    assert first.picture == thumbnail(first.data)
    monkeypatch.setattr("tongchuang.publish.print.worker.run", lambda jobs, fonts, pictured: iter(jobs))
    assert list(finished(jobs, fonts, cache, pictured=True)) == [[first]]


def test_a_hub_publishes_a_picture_beside_each_sheet_and_its_index_names_it(
    model_county: Catalogue, fonts: Path, tmp_path: Path
):
    hub = published(model_county)
    views = {
        lang: replace(view, hub=replace(view.hub, prints=("timetable",), print_county="990101"))
        for lang, view in hub.views.items()
    }
    made = {one.path: one.data for one in publish(replace(hub, views=views), fonts, FRAME)}
    listed = json.loads(made["print/index.json"])
    schema = json.loads((schemas.FOLDER / "output" / "print-index.json").read_text(encoding="utf-8"))
    jsonschema_rs.validator_for(schema).validate(listed)
    assert listed
    for entry in listed:
        assert made[entry["picture"]] == thumbnail(made[entry["path"]])
    pages = [data.decode() for at, data in made.items() if at.startswith("q/timetable-") and at.endswith(".html")]
    assert any(f'src="../../{listed[0]["picture"].split(".")[0]}' in page for page in pages)


def test_the_page_behind_a_qr_shows_its_sheet_where_there_is_a_picture(catalogue: Catalogue):
    hub = published(catalogue)
    order = Order(documents()["sign"], Subject("place", STATION), "A4", "zh")
    shown = {path(order.path): (200, 141)}
    for pictures, images in ((shown, 1), ({}, 0)):
        page, _ = check_page.pages(hub, Composer(hub), [order], FRAME, pictures)
        html = page.data.decode()
        assert html.count("<img") == images
        assert html.count(f'src="../../{path(order.path)}" width="200" height="141"') == images
