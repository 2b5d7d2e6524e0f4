"""Editions hash facts; QR codes lead to a page that compares them."""

import json
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from tongchuang.catalogue import Catalogue
from tongchuang.publish.print import check_page
from tongchuang.publish.print.compose import Composer, Order
from tongchuang.publish.print.document import Subject
from tongchuang.publish.print.documents import documents

from .conftest import FRAME, LONGEST, OFFICE, STATION, published, text

NOTICE = Subject("service", "legal-aid-application")


def _edition(catalogue: Catalogue, lang: str = "zh") -> str:
    return Composer(catalogue).edition(documents()["notice"], NOTICE, lang)


def test_an_edition_is_the_revision_and_four_characters(catalogue: Catalogue):
    revision = catalogue.view("zh").services[NOTICE.of].revision
    assert _edition(catalogue).startswith(f"{revision}-")
    assert len(_edition(catalogue)) == len(revision) + 5


def test_a_changed_fact_changes_the_edition_of_the_languages_that_show_it(catalogue: Catalogue):
    view = catalogue.view("en")
    changed = replace(view.services[NOTICE.of], summary="Another summary")
    views = {**catalogue.views, "en": replace(view, services={**view.services, changed.id: changed})}
    after = replace(catalogue, views=views)
    assert _edition(after) == _edition(catalogue)
    assert _edition(after, "en") != _edition(catalogue, "en")
    assert _edition(after, "both") != _edition(catalogue, "both")


def test_being_published_expires_no_sheet(catalogue: Catalogue):
    assert _edition(published(catalogue)) == _edition(catalogue)


def test_the_qr_of_a_published_sheet_leads_to_its_page_and_edition(catalogue: Catalogue, make):
    hub = published(catalogue)
    for document, subject in (
        ("notice", NOTICE),
        ("board", Subject("place", STATION)),
        ("sign", Subject("place", OFFICE, window="win-petition")),
    ):
        made = make(hub, document, subject.of, window=subject.window)
        kind = documents()[document]
        edition = Composer(hub).edition(kind, subject, "zh")
        assert _scanned(made.data) == {f"https://hub.example.cn/q/{kind.sheet_id(subject)}/?e={edition}"}
        assert edition in text(made.data)
        assert "样稿" not in text(made.data)
        assert "发布：源城区人社局" in text(made.data)


@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_the_longest_notice_has_room_for_its_qr(catalogue: Catalogue, make, lang):
    assert _scanned(make(published(catalogue), "notice", LONGEST, lang=lang).data)


def test_a_text_for_the_wall_leads_to_one_page_whosever_wall_it_hangs_on(catalogue: Catalogue, make):
    hub = published(catalogue)
    wall, rule = documents()["wall"], "heyuan-internal-rules"
    number = Composer(hub).edition(wall, Subject("wall-rule", rule), "zh")
    for place in (None, OFFICE):
        made = make(hub, "wall", rule, place=place)
        assert _scanned(made.data) == {f"https://hub.example.cn/q/wall-{rule}/?e={number}"}


def test_a_sheet_that_no_page_can_check_has_no_qr(catalogue: Catalogue, make):
    made = make(published(catalogue), "notice", "job-matching", place=OFFICE)
    assert _scanned(made.data) == set()


def _scanned(data: bytes) -> set[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        images = [page.render(scale=150 / 72).to_pil() for page in pdf]
    return {code.text for image in images for code in zxingcpp.read_barcodes(image)}


def test_one_page_stands_for_all_languages_of_a_sheet_and_knows_their_editions(catalogue: Catalogue):
    hub = published(catalogue)
    composer = Composer(hub)
    document = documents()["notice"]
    orders = [Order(document, NOTICE, "A4", lang) for lang in ("zh", "en", "both")]
    made = {artifact.path: artifact.data.decode() for artifact in check_page.pages(hub, composer, orders, FRAME)}
    folder = "q/notice-legal-aid-application"
    assert set(made) == {f"{folder}/index.html", f"{folder}/editions.json"}
    editions = {composer.edition(document, NOTICE, lang) for lang in ("zh", "en", "both")}
    assert set(json.loads(made[f"{folder}/editions.json"])) == editions
    for shown in (*editions, "../../zh/services/legal-aid-application/", "自己核对"):
        assert shown in made[f"{folder}/index.html"]
