"""A sheet with a fault never leaves the press: each check meets a sheet that is broken in just its way."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
import zxingcpp
from fontTools.ttLib import TTFont, newTable
from pikepdf import Array, Dictionary, Name, Pdf, String
from tongchuang.catalogue import Catalogue
from tongchuang.publish.print import PrintError
from tongchuang.publish.print.layout import Layout, Sheet
from tongchuang.publish.print.preflight import Wanted, copy, whole
from tongchuang.publish.qr import svg

from .conftest import STATION, published, text

if TYPE_CHECKING:
    from tongchuang.publish.print.press import Press

URL = "https://hub.example.cn/q/notice-x/?e=r1-abcd"
TITLE = '<h1 style="font-size: 24pt">一次性告知单</h1>'
Edit = Callable[[Pdf], None]


class Looked:
    """What the press looked at last, of what many share and of the copies."""

    whole: tuple[bytes, Wanted, list[tuple[str, str]]]
    copy: tuple[bytes, Wanted]


@pytest.fixture(scope="module")
def looked(catalogue: Catalogue, press: "Press", make: Any) -> Looked:
    """A notice and a sign that are in order, as they stood before the last look."""
    from tongchuang.publish.print import press as module

    found = Looked()

    def see_whole(*arguments: Any) -> Any:
        found.whole = arguments
        return whole(*arguments)

    def see_copy(*arguments: Any) -> Any:
        found.copy = arguments
        return copy(*arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "whole", see_whole)
        patch.setattr(module, "copy", see_copy)
        make(published(catalogue), "sign", STATION)
        make(published(catalogue), "notice", "job-matching")
    return found


def edited(data: bytes, edit: Edit) -> bytes:
    with Pdf.open(io.BytesIO(data)) as pdf:
        edit(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def said(fault: Any) -> str:
    return fault.problem[0].en if fault else ""


def test_sheets_in_order_pass(looked: Looked) -> None:
    assert looked.whole[1].url
    assert looked.whole[1].squares
    assert looked.whole[1].facts
    assert looked.copy[1].squares
    assert looked.copy[1].facts
    assert whole(*looked.whole) is None
    assert copy(*looked.copy) is None


def _font(pdf: Pdf) -> Any:
    return next(iter(pdf.pages[0].Resources.Font.values()))


def _descriptor(pdf: Pdf) -> Any:
    return _font(pdf).DescendantFonts[0].FontDescriptor


def _vary(pdf: Pdf) -> None:
    descriptor = _descriptor(pdf)
    font = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
    font["fvar"] = newTable("fvar")
    out = io.BytesIO()
    font.save(out)
    descriptor.FontFile2 = pdf.make_stream(out.getvalue())


def _rename(name: str) -> Edit:
    return lambda pdf: _font(pdf).__setitem__(Name.BaseFont, Name("/" + name))


def _content(old: bytes, new: bytes) -> Edit:
    def edit(pdf: Pdf) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        data = page.Contents.read_bytes()
        assert old in data
        page.Contents = pdf.make_stream(data.replace(old, new, 1))

    return edit


def _blank_first_glyph(pdf: Pdf) -> None:
    page = pdf.pages[0]
    data = page.Contents.read_bytes()
    at = data.index(b"[<") + 2
    page.Contents = pdf.make_stream(data[:at] + b"0000" + data[at + 4 :])


def _annotate(action: Dictionary) -> Edit:
    def edit(pdf: Pdf) -> None:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
        pdf.pages[0].Annots = Array([pdf.make_indirect(link)])

    return edit


def _attach(pdf: Pdf) -> None:
    pdf.attachments["x.txt"] = pikepdf.AttachedFileSpec(pdf, b"x")


def _turn_round(pdf: Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K[0]
    document.K = Array(list(document.K)[::-1])


def _title(pdf: Pdf) -> None:
    pdf.docinfo[Name.Title] = String("别的")


def _dated(pdf: Pdf) -> None:
    pdf.docinfo[Name.CreationDate] = String("D:20261121120000Z")


COMMON: dict[str, tuple[Edit, str]] = {
    "smaller trim": (lambda pdf: setattr(pdf.pages[0], "trimbox", Array([0, 0, 500, 700])), "mm, not 210"),
    "other title": (_title, "the title is"),
    "title not shown": (lambda pdf: pdf.Root.__delitem__(Name.ViewerPreferences), "would not show the title"),
    "no language": (lambda pdf: pdf.Root.__delitem__(Name.Lang), "language"),
    "font of others": (_rename("ABCDEF+Arial"), "not ours"),
    "font not a subset": (_rename("Noto-Sans-SC"), "not a subset"),
    "font not embedded": (lambda pdf: _descriptor(pdf).__delitem__(Name.FontFile2), "not embedded"),
    "variable font": (_vary, "variable"),
    "broken content": (_content(b"BT", b"BT <12 ( "), "not clean"),
}
ALL: dict[str, tuple[Edit, str]] = {
    **COMMON,
    "script": (
        lambda pdf: pdf.Root.__setitem__(Name.OpenAction, Dictionary(S=Name.JavaScript, JS=String("1"))),
        "active",
    ),
    "web link": (_annotate(Dictionary(S=Name.URI, URI=String("https://example.com"))), "/URI"),
    "launch": (_annotate(Dictionary(S=Name.Launch, F=String("x.exe"))), "/Launch"),
    "file within": (_attach, "active"),
    "date": (_dated, "when it was made"),
    "box for a character": (_blank_first_glyph, "shows a box"),
    "no tags": (lambda pdf: pdf.Root.__delitem__(Name.StructTreeRoot), "no tag tree"),
    "tags turned round": (_turn_round, "out of order"),
}


@pytest.mark.parametrize(("edit", "says"), ALL.values(), ids=ALL)
def test_a_broken_sheet_is_found(looked: Looked, edit: Edit, says: str) -> None:
    data, wanted, order = looked.whole
    assert says in said(whole(edited(data, edit), wanted, order))


@pytest.mark.parametrize(("edit", "says"), COMMON.values(), ids=COMMON)
def test_a_broken_copy_is_found(looked: Looked, edit: Edit, says: str) -> None:
    data, wanted = looked.copy
    assert says.replace("210", "297") or says
    assert says.removesuffix("210") in said(copy(edited(data, edit), wanted))


def test_a_file_cut_short_is_found(looked: Looked) -> None:
    data, wanted, order = looked.whole
    assert "not clean" in said(whole(data[: len(data) // 2], wanted, order))
    assert "not clean" in said(copy(data[: len(data) // 2], wanted))


def test_pages_too_many_and_too_few_are_found(looked: Looked) -> None:
    data, wanted, order = looked.whole
    assert "pages, not" in said(whole(data, replace(wanted, pages=0), order))


def test_a_stamp_that_is_lost_is_found(looked: Looked) -> None:
    data, ordered = looked.copy
    wanted = replace(ordered, url="", squares=())
    assert "not in print" in said(copy(edited(data, _content(b"/Place Do", b"")), wanted))


@pytest.mark.parametrize(
    ("body", "field", "says"),
    [
        ('<p data-field="words" style="font-size: 6.9pt">小字</p>', "words", "too small, 6.9 pt where 7"),
        ('<p data-field="edition" style="font-size: 5.9pt">版本</p>', "edition", "too small, 5.9 pt where 6 pt"),
        ('<p data-field="words" style="font-size: 20pt; color: #888">浅字</p>', "words", "too pale"),
        ('<p data-field="words" style="font-size: 20pt; opacity: .5">浅字</p>', "words", "too pale"),
        (
            '<div style="background: #555"><p data-field="words" style="font-size: 20pt">黑字</p></div>',
            "words",
            "too pale",
        ),
        (f'<p style="font-size: 10.4pt">{"小字" * 20}</p>', "", "more than half"),
    ],
)
def test_words_that_cannot_be_read_are_found(press: "Press", body: str, field: str, says: str) -> None:
    with pytest.raises(PrintError, match=says) as caught:
        press.print(_layout(TITLE + body))
    assert caught.value.field == field


def test_a_title_that_cannot_be_read_from_three_metres_is_found(press: "Press") -> None:
    for document, size in (("notice", 16), ("process", 21)):
        with pytest.raises(PrintError, match=rf"the title has {size}\.0 pt"):
            press.print(replace(_layout(f'<h1 style="font-size: {size}pt">题</h1>'), document=document))


@pytest.mark.parametrize(
    "body",
    [
        '<p data-field="edition" style="font-size: 6pt">版本</p>',
        '<p style="font-size: 20pt; color: #666">灰字</p>',
        '<div style="background: #000; color: #fff"><p style="font-size: 20pt">白字</p></div>',
    ],
)
def test_words_that_can_be_read_pass(press: "Press", body: str) -> None:
    assert press.print(_layout(TITLE + body))


NARROW = "width: 24mm; font-size: 20pt; overflow-wrap: anywhere"


@pytest.mark.parametrize(
    "words", ["Registration", "see Registration", "<b>Registration</b>", "免费Registration", "076288812345678"]
)
def test_a_line_that_ends_inside_a_word_is_found(press: "Press", words: str) -> None:
    with pytest.raises(PrintError, match=r"ends inside a word: \w+\|\w+") as caught:
        press.print(_layout(f'{TITLE}<p data-field="fee" lang="en" style="{NARROW}">{words}</p>'))
    assert caught.value.field == "fee"


@pytest.mark.parametrize(
    "words",
    [
        "see the desk for it",
        "see<br>the<br>desk",
        "免费Free办理12345或者12333",
        "self-help and help",
        "in<br>to<br>into",
        "<span style=\"hyphens: auto; hyphenate-character: '-'\">Registration</span>",
        '<b style="display: inline-block">12345</b><b style="display: inline-block">12333</b>',
    ],
)
def test_lines_that_end_where_they_may_pass(press: "Press", words: str) -> None:
    assert press.print(_layout(f'{TITLE}<p lang="en" style="{NARROW}">{words}</p>'))


def test_a_word_too_long_for_its_column_is_hyphenated(press: "Press") -> None:
    cell = '<td lang="en" style="width: 24mm; font-size: 20pt">Registration free</td><td></td>'
    (sheet,) = press.print(_layout(f"{TITLE}<table><tr>{cell}</tr></table>"))
    assert re.search(r"Reg\w+\W\w+ionfree", text(sheet.data)), "PDFium reads the hyphen as a mark of its own"


def test_generated_words_without_a_glyph_are_found(press: "Press") -> None:
    with pytest.raises(PrintError, match="U\\+0F68"):
        press.print(_layout(TITLE, '<style>h1::after { content: "\\0F68" }</style>'))


def test_a_fact_that_the_template_forgets_is_found(press: "Press") -> None:
    with pytest.raises(PrintError, match="not in print: 没印的话"):
        press.print(replace(_layout(TITLE), facts=("一次性 告知单", "没印的话")))


def test_a_page_of_another_size_is_found(press: "Press") -> None:
    with pytest.raises(PrintError, match="page 1 is 148"):
        press.print(_layout(TITLE, "<style>@page a4 { size: A5 }</style>"))


@pytest.mark.parametrize(
    ("style", "url", "says"),
    [
        ("width: 30mm; height: 30mm", URL + "x", "reads"),
        ("width: 15mm; height: 15mm", URL, "too small"),
    ],
)
def test_a_qr_that_leads_elsewhere_or_is_too_small_is_found(press: "Press", style: str, url: str, says: str) -> None:
    markup = f'{TITLE}<div class="qr" style="{style}">{svg(URL)}</div>'
    with pytest.raises(PrintError, match=says) as caught:
        press.print(_layout(markup, url=url))
    assert caught.value.field == "qr"


def test_stripes_in_a_qr_that_look_like_another_code_are_no_fault(press: "Press") -> None:
    """Once in thousands a row of squares reads as a bar code."""
    bars = zxingcpp.create_barcode("0187", zxingcpp.BarcodeFormat.ITF).to_svg(add_quiet_zones=True)
    found = re.search(r"<path d=\"([^\"]+)\"", bars)
    assert found
    drawn = str(svg(URL))
    across = int(re.search(r'viewBox="0 0 (\d+)', drawn)[1])
    both = drawn.replace(f'viewBox="0 0 {across} {across}"', f'viewBox="0 0 {across * 2} {across * 2}"')
    both = both.replace("</svg>", f'<path transform="translate(2, {across})" fill="#000" d="{found[1]}"/></svg>')
    press.print(_layout(f'{TITLE}<div class="qr" style="width: 60mm; height: 60mm">{both}</div>', url=URL))


def test_a_qr_that_something_lies_upon_is_found(press: "Press") -> None:
    over = '<div style="position: absolute; left: 15mm; top: 30mm; width: 20mm; height: 20mm; background: #000"></div>'
    code = (
        f'<div class="qr" style="position: absolute; left: 10mm; top: 20mm; width: 30mm; height: 30mm">{svg(URL)}</div>'
    )
    with pytest.raises(PrintError, match="the QR code reads —"):
        press.print(_layout(TITLE + code + over, url=URL))


def test_a_qr_that_the_template_forgets_is_found(press: "Press") -> None:
    with pytest.raises(PrintError, match="no QR code"):
        press.print(_layout(TITLE, url=URL))


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_a_long_name_fits_where_visitors_write_theirs(
    catalogue: Catalogue, make: Any, monkeypatch: pytest.MonkeyPatch, size: str
) -> None:
    from tongchuang.publish.print import press as module

    pages: list[Any] = []
    monkeypatch.setattr(module, "illegible", lambda laid_out, *rest: pages.extend(laid_out))
    make(catalogue, "notice", "job-matching", size)
    fields = [
        box
        for page in pages
        for box in page._page_box.descendants()
        if _attribute(box, "data-field") == "blank.visitor"
    ]
    found = [box for field in fields for box in field.descendants() if _attribute(box, "class") == "blank"]
    blanks = [box for box in found if type(box).__name__ == "BlockBox"]
    assert blanks
    written = len("阿依古丽·买买提") * 7  # millimetres, in the letters of somebody who writes slowly
    assert all(box.width * 25.4 / 96 >= max(written, 60) for box in blanks)


def _attribute(box: Any, name: str) -> str | None:
    return None if box.element is None else box.element.get(name)


def _layout(body: str, head: str = "", url: str = "") -> Layout:
    html = f'<html lang="zh-Hans" class="notice A4 zh"><title>x</title>{head}<body>{body}</body></html>'
    return Layout("notice", "A4", "zh", "zh-Hans", "notice A4 zh", html, [Sheet("x", "x.pdf", "x", None, url=url)])
