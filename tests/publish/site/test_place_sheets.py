"""The page of what to print for a place: every sheet on its wall list as a small picture."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from PIL import Image
from tongchuang.catalogue import Catalogue
from tongchuang.publish.offline import sets
from tongchuang.publish.print import pack, thumbnail
from tongchuang.publish.print.compose import Composer
from tongchuang.publish.print.documents.walls.document import sheets as listed
from tongchuang.publish.print.orders import default_orders
from tongchuang.publish.sheets import sheets
from tongchuang.publish.site import assets
from tongchuang.publish.site.asked import Asked
from tongchuang.publish.site.draw import Drawing
from tongchuang.publish.site.pages import prints
from tongchuang.publish.site.place_sheets import place_sheets
from tongchuang.publish.words import words

from ..conftest import written
from .test_accessibility import RUN, STANDARDS

DAY = "2026-11-21"
OFFICE, CONFIRMED, OTHER_LEVEL = "441602001", "990101001", "441602"
PAGE = f"prints/{OFFICE}/"


def pictured(catalogue: Catalogue) -> dict[str, tuple[int, int]]:
    """A picture of every sheet that the hub prints."""
    return {thumbnail.path(order.path): (200, 283) for order in default_orders(catalogue)}


def bodies(catalogue: Catalogue, lang: str = "zh", **given: dict[str, object]) -> dict[str, str]:
    drawing = Drawing(catalogue.view(lang), sheets(catalogue, **given)[lang])
    return {page.address: str(body) for page, body in place_sheets(drawing, DAY)}


@pytest.fixture(scope="module")
def shown(catalogue: Catalogue) -> dict[str, str]:
    return bodies(catalogue, pictures=pictured(catalogue))


def test_every_sheet_of_the_wall_list_stands_on_the_page_in_its_order(shown: dict[str, str], catalogue: Catalogue):
    view = catalogue.view("zh")
    hanging = [document.name for document, _ in listed(view, view.places[OFFICE])]
    assert re.findall(r'<h2 id="([a-z]+)"', shown[PAGE]) == list(dict.fromkeys(hanging))
    assert shown[PAGE].count("<h3>") == len(hanging)


def test_every_printed_file_of_them_is_linked_with_size_language_and_edition(
    shown: dict[str, str], catalogue: Catalogue
):
    view, composer = catalogue.view("zh"), Composer(catalogue)
    hanging = list(listed(view, view.places[OFFICE]))
    found = 0
    for order in default_orders(catalogue):
        alike = (order.subject, replace(order.subject, place=OFFICE))
        if order.lang != "en" and any(one.name == order.document.name and at in alike for one, at in hanging):
            edition = composer.edition(order.document, order.subject, order.lang)
            entry = shown[PAGE].partition(f'<li><a href="../../../{order.path}">')[2].partition("</li>")[0]
            assert f"<span>{order.size} {'中文版' if order.lang == 'zh' else '中英文版'}</span>" in entry
            assert f"<small>版本{edition}</small>" in entry
            found += 1
    assert found == shown[PAGE].count("<span>A")


def test_a_picture_has_its_size_waits_until_it_is_near_and_says_what_it_shows(shown: dict[str, str]):
    images = re.findall(r"<img [^>]*>", shown[PAGE])
    assert len(images) == shown[PAGE].count(".pdf")
    for image in images:
        assert 'width="200" height="283"' in image
        assert 'loading="lazy"' in image
        assert re.search(r'alt="[^"]+：第一页的样子"', image)


def test_without_pictures_the_files_are_linked_all_the_same(shown: dict[str, str], catalogue: Catalogue):
    plain = bodies(catalogue)[PAGE]
    assert "<img" not in plain
    assert re.findall(r'href="[^"]*\.pdf"', plain) == re.findall(r'href="[^"]*\.pdf"', shown[PAGE])


def test_each_language_shows_its_own_sheets_and_those_in_two(catalogue: Catalogue):
    for lang, other in (("zh", "en"), ("en", "zh")):
        found = bodies(catalogue, lang)[PAGE]
        assert f".{lang}.pdf" in found
        assert ".both.pdf" in found
        assert f".{other}.pdf" not in found


def test_what_hangs_there_and_is_not_printed_is_named(shown: dict[str, str]):
    door = shown[PAGE].partition('id="door"')[2].partition("</section>")[0]
    assert words("zh")("site.place_sheets.none") in door
    assert ".pdf" not in door
    assert words("zh")("site.place_sheets.none") not in shown[f"prints/{OTHER_LEVEL}/"].partition('id="door"')[2][:900]


def test_only_an_unconfirmed_place_says_so(shown: dict[str, str], county: Catalogue):
    assert words("zh")("unconfirmed") in shown[PAGE]
    assert words("zh")("unconfirmed") not in bodies(county)[f"prints/{CONFIRMED}/"]


def test_a_sheet_with_the_name_of_the_place_is_called_by_its_kind(county: Catalogue):
    found = bodies(county)[f"prints/{CONFIRMED}/"]
    assert "<h3>机构牌匾</h3>" in found
    assert "写着本处名称" not in found


def test_the_inspection_pack_stands_on_top_with_its_size(county: Catalogue):
    path = pack.path(CONFIRMED, pack.LANG)
    found = bodies(county, sizes={path: 2_345_001})[f"prints/{CONFIRMED}/"]
    assert f'href="../../../{path}">中文版 （2,346 KB）' in found.partition("<h2")[0]


def test_a_place_and_the_list_of_what_can_be_printed_lead_to_the_page(built, catalogue: Catalogue):
    for lang in catalogue.languages:
        for path in (f"{lang}/places/{OFFICE}/index.html", f"{lang}/prints/index.html"):
            assert f"{lang}/{PAGE}index.html" in {built.target(path, address) for _, address in built.links(path)}
        assert f"{lang}/{PAGE}index.html" in built.pages
    [page] = prints.pages(catalogue.view("zh"), DAY)
    linked = re.findall(
        r'href="\.\./\.\./zh/prints/(\d+)/"', str(Drawing(catalogue.view("zh"), sheets(catalogue)["zh"]).body(page))
    )
    assert len(linked) == len(set(linked)) == len(bodies(catalogue))


def test_a_place_that_the_hub_prints_nothing_for_has_no_such_page(built, catalogue: Catalogue):
    other = next(
        code for code in catalogue.view("zh").places if not code.startswith(catalogue.view("zh").hub.print_county)
    )
    assert f"zh/prints/{other}/index.html" not in built.pages
    assert f"prints/{other}" not in built.pages[f"zh/places/{other}/index.html"]


def test_no_phone_keeps_these_pages_and_pictures_beforehand(built, catalogue: Catalogue):
    files = {**built.files, "search/current.json": b'{"hash": "0"}'}
    beginnings = [start for of in sets.of_release(catalogue, files, assets.folder()).values() for start in of]
    assert not f"zh/{PAGE}index.html".startswith(tuple(beginnings))
    assert not sets.may_keep(f"print/board/{OFFICE}.A2.zh.png")


@pytest.fixture(scope="module")
def with_pictures(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page in both languages with pictures on disk."""
    out = io.BytesIO()
    Image.new("L", (200, 283), 255).save(out, "PNG")
    pictures = pictured(catalogue)
    asked = Asked(catalogue, sheets(catalogue, pictures=pictures))
    pages = {f"{lang}/{PAGE}index.html" for lang in catalogue.languages}
    names = {*pages, *(assets.folder() + name for name in assets.files())}
    files = {name: asked.file(name) or b"" for name in names} | dict.fromkeys(pictures, out.getvalue())
    return written(files, tmp_path_factory.mktemp("pictures"))


@pytest.fixture
def narrow(browser) -> Iterator[object]:
    pytest.importorskip("playwright.sync_api")
    context = browser.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True, service_workers="block")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_phone_the_page_fits_is_easy_to_use_and_loads_only_what_is_near(
    narrow, serve, with_pictures: Path, project, lang: str
):
    asked: list[str] = []
    narrow.on("request", lambda request: asked.append(request.url))
    narrow.goto(f"{serve(with_pictures)}{lang}/{PAGE}", wait_until="networkidle")
    assert narrow.evaluate("document.documentElement.scrollWidth") == 360
    assert 0 < sum(url.endswith(".png") for url in asked) < narrow.locator("img").count() / 2
    narrow.evaluate((project.root / ".cache" / "checkers" / "axe.min.js").read_text())
    assert narrow.evaluate(RUN, STANDARDS) == []
    assert all(unescape(text).strip() for text in narrow.locator(".hung a").all_inner_texts())
