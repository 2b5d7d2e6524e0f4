"""What would come out wrong is not printed: the error names sheet, place, language and field."""

from dataclasses import replace
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish.print import PrintError, sheet
from tongchuang.publish.print.layout import Layout, Sheet

from .conftest import OFFICE, STATION, text, with_place


def test_a_name_too_long_for_its_box_is_an_error(catalogue: Catalogue, make):
    with pytest.raises(PrintError) as caught:
        make(with_place(catalogue, STATION, name="很长很长的名字" * 20), "board", STATION, size="A4")
    error = caught.value
    assert (error.document, error.subject, error.lang, error.field) == ("board", STATION, "zh", "place.name")
    assert "太长" in error.message.zh
    assert "too long" in error.message.en
    # By how much, and at which step of the ladder.
    assert "毫米" in error.message.zh
    assert "A4" in error.message.zh
    assert " mm" in error.message.en
    assert "last step tried: name 18pt" in error.message.en


def test_a_long_word_is_broken_and_not_cut(catalogue: Catalogue, make):
    made = make(with_place(catalogue, STATION, phone="0762-" + "1" * 20), "board", STATION)
    assert "0762-" + "1" * 20 in text(made.data)


def test_too_many_services_for_a_board_are_an_error_and_nothing_is_cut(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    one = view.services["legal-aid-application"]
    many = {f"service-{n}": replace(one, id=f"service-{n}", levels=("office",)) for n in range(640)}
    views = {**catalogue.views, "zh": replace(view, services=many)}
    with pytest.raises(PrintError, match="too long"):
        make(replace(catalogue, views=views), "board", OFFICE, size="A4")


def test_a_notice_of_too_many_pages_is_an_error_that_names_the_field(catalogue: Catalogue, make):
    view = catalogue.view("zh")
    service = view.services["legal-aid-application"]
    longer = replace(service, materials=(replace(service.materials[0], note="说明" * 3000),))
    views = {**catalogue.views, "zh": replace(view, services={**view.services, service.id: longer})}
    with pytest.raises(PrintError) as caught:
        make(replace(catalogue, views=views), "notice", service.id)
    assert caught.value.field.startswith("materials.")


def test_a_character_that_the_fonts_lack_is_an_error_that_names_it(catalogue: Catalogue, make):
    with pytest.raises(PrintError) as caught:
        make(with_place(catalogue, STATION, name="ཨ服务站"), "sign", STATION)
    assert caught.value.field == "place.name"
    assert "U+0F68" in caught.value.message.zh


@pytest.mark.parametrize("url", ["https://example.com/x.png", "file:///etc/hostname"])
def test_a_resource_from_outside_is_an_error(url: str, press):
    with pytest.raises(PrintError, match="outside resource"):
        press.print(_layout(f'<img alt="x" src="{url}">'))


@pytest.mark.parametrize(
    ("style", "says"),
    [
        ("white-space: nowrap", "is too wide"),
        ("position: absolute; left: -30mm; white-space: nowrap", "is too wide"),
        ("height: 5mm", "leaves its box"),
        ("position: absolute; bottom: -72mm", "leaves its box"),
    ],
)
def test_text_outside_its_box_or_page_is_an_error(style: str, says: str, press):
    words = "一行写不下的字" * 20
    with pytest.raises(PrintError, match=says) as caught:
        press.print(
            _layout(
                f'<p data-box data-field="words" style="{style}">{words}<br>{words}</p><p data-field="words">{words}</p>'
            )
        )
    assert caught.value.field == "words"


def test_text_that_the_layout_engine_drops_is_an_error(press):
    margin = "<style>@page a4 { margin-bottom: 100mm }</style>"
    rows = "".join(f'<tr><td data-field="line.{n}">第{n}行</td></tr>' for n in range(9))
    with pytest.raises(PrintError, match="leaves its box") as caught:
        press.print(
            _layout(
                f'<div style="position: absolute; bottom: -80mm; height: 70mm"><h2>题</h2><table>{rows}</table></div>',
                margin,
            )
        )
    assert caught.value.field.startswith("line.")


def test_a_complaint_of_the_layout_engine_is_an_error(press):
    with pytest.raises(PrintError, match="layout engine"):
        press.print(_layout('<p style="colour: red">x</p>'))


def test_an_error_of_another_process_arrives_whole(catalogue: Catalogue, fonts: Path):
    with pytest.raises(PrintError) as caught:
        sheet(with_place(catalogue, STATION, name="ཨ服务站"), fonts, "sign", STATION)
    assert (caught.value.subject, caught.value.field) == (STATION, "place.name")


def _layout(body: str, head: str = "") -> Layout:
    html = f'<html lang="zh-Hans" class="notice A4 zh"><title>x</title>{head}<body>{body}</body></html>'
    return Layout("notice", "A4", "zh", "zh-Hans", "notice A4 zh", html, [Sheet("x", "x.pdf", "x", None)])
