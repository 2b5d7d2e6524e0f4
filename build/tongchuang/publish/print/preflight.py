"""The last look at a finished sheet: what only the PDF itself can show.

The layout has been looked at before (``fit``: all text inside its boxes; ``legible``: large and dark enough). Here the
file is opened by two readers, qpdf and PDFium, as a print shop's machine and a phone would open it, and compared with
what was ordered. What many places share is looked at once and whole; of the copies stamped from it, what a stamp
can spoil. Clause numbers are of ISO 32000-1.
"""

import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pikepdf
import pypdfium2
import zxingcpp
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from pypdfium2 import raw

from ...model.finding import Bilingual
from .error import Problem
from .legible import Fault, Square

MILLIMETRE = 72 / 25.4
# How far a page may be from its paper, in points: a tenth of a millimetre, more than rounding and less than a cut.
TRIM = 0.3
# What the raster is read at: half of what the poorest office printer has.
DOTS = 200 / 72
FAMILY = "Noto-Sans-SC"
# Tables of a font that can still be changed (OpenType 1.9, font variations): some printers draw another weight.
VARIABLE = {b"fvar", b"gvar", b"CFF2"}
# Actions that reach out of the file (12.6.4), and entries that hold such or other files.
_ACTIVE = re.compile(
    rb"/S (/(?:JavaScript|Launch|URI|GoToR|GoToE|SubmitForm|ImportData|Rendition|Movie))\b"
    rb"|(/(?:JS|AA|OpenAction|EmbeddedFiles?|AF|AcroForm|RichMediaContent)) "
)
_SILENT = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a PDF has to be.

    ``paper`` is its size in millimetres, upright or across; ``pages`` the most there may be; ``lang`` a BCP 47 tag;
    ``facts`` the words that must be readable; ``squares`` are where the layout has put a QR, and ``url`` is where that
    leads, empty for a sheet without; ``title`` is None where each copy gets its own.
    """

    paper: tuple[float, float]
    pages: int
    lang: str
    facts: Sequence[str]
    squares: Sequence[Square] = ()
    title: str | None = None
    url: str = ""


class _File:
    """A PDF in both readers."""

    def __init__(self, pdf: Pdf, drawn: pypdfium2.PdfDocument) -> None:
        self.pdf = pdf
        self.page = cache(drawn.get_page)

    @property
    def pages(self) -> range:
        """The numbers of all pages, from 0."""
        return range(len(self.pdf.pages))

    def text(self, pages: Iterable[int]) -> str:
        """What a reader copies from these pages."""
        return "".join(self.page(number).get_textpage().get_text_bounded() for number in pages)


def whole(data: bytes, wanted: Wanted, order: Sequence[tuple[str, str]]) -> Fault | None:
    """The first fault of a sheet, or of what many share. ``order`` is its text in the order of the markup, each with
    its field."""
    return _first(
        data,
        wanted,
        (_clean, *_EVERY, _active, _dated, _blank_glyphs, lambda file, wanted: _untold(file, wanted, order)),
    )


def copy(data: bytes, wanted: Wanted) -> Fault | None:
    """The first fault that a stamp has made; ``facts`` are those of the first page's own."""
    return _first(data, wanted, (_readable, *_EVERY, _own_facts))


_Check = Callable[[_File, Wanted], Iterator[Fault]]


def _first(data: bytes, wanted: Wanted, checks: Sequence[_Check]) -> Fault | None:
    try:
        with Pdf.open(io.BytesIO(data), attempt_recovery=False) as pdf, pypdfium2.PdfDocument(data) as drawn:
            file = _File(pdf, drawn)
            return next((fault for check in checks for fault in check(file, wanted)), None)
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as broken:
        return Fault(_broken(str(broken)))


def _program(zh: str, en: str) -> Problem:
    """Something that no editor can mend."""
    return (
        Bilingual(zh, en),
        Bilingual(
            "这是程序或版面的错误，请把这条信息发给维护人员。",
            "This is a fault of the program or its design: send this message to whoever maintains it.",
        ),
    )


def _broken(said: str) -> Problem:
    return _program(f"PDF 文件有语法错误：{said}", f"the PDF is not clean: {said}")


def _clean(file: _File, wanted: Wanted) -> Iterator[Fault]:
    """Clean in qpdf: cross-references, streams and page contents."""
    for said in file.pdf.check_pdf_syntax():
        yield Fault(_broken(said))
    yield from _readable(file, wanted)


def _readable(file: _File, wanted: Wanted) -> Iterator[Fault]:
    """All objects are there, and the first page can be drawn. The streams of a copy are those of the sheet that ``_clean``
    has read, but for the stamp, whose words ``_own_facts`` reads."""
    for _ in file.pdf.objects:
        pass
    pikepdf.parse_content_stream(file.pdf.pages[0], "Do")
    for said in file.pdf.get_warnings():
        yield Fault(_broken(str(said)))


def _paper(file: _File, wanted: Wanted) -> Iterator[Fault]:
    """Every page is cut to the paper asked for (TrimBox, 14.11.2), and there are no more pages than allowed."""
    count = len(file.pdf.pages)
    if not 0 < count <= wanted.pages:
        yield Fault(
            _program(f"有 {count} 页，最多应为 {wanted.pages} 页", f"has {count} pages, not 1 to {wanted.pages}")
        )
    ordered = sorted(wanted.paper)
    for number, page in enumerate(file.pdf.pages, 1):
        left, bottom, right, top = (float(edge) for edge in page.trimbox)
        found = sorted(((right - left) / MILLIMETRE, (top - bottom) / MILLIMETRE))
        if any(abs(one - other) * MILLIMETRE > TRIM for one, other in zip(found, ordered, strict=True)):
            size, asked = (f"{width:.1f} × {height:.1f} mm" for width, height in (found, ordered))
            yield Fault(_program(f"第 {number} 页是 {size}，应为 {asked}", f"page {number} is {size}, not {asked}"))


def _named(file: _File, wanted: Wanted) -> Iterator[Fault]:
    """Its title is shown in place of the file's name (12.2) and read in the right language (14.9.2)."""
    root, title = file.pdf.Root, str(file.pdf.docinfo.get(Name.Title, ""))
    if wanted.title is not None and (title != wanted.title or not title):
        yield Fault(
            _program(f"文件标题是“{title}”，应为“{wanted.title}”", f"the title is “{title}”, not “{wanted.title}”"),
            "title",
        )
    if not root.get(Name.ViewerPreferences, Dictionary()).get(Name.DisplayDocTitle, False):
        yield Fault(_program("阅读器不会显示文件标题", "readers would not show the title"), "title")
    if str(root.get(Name.Lang, "")) != wanted.lang:
        yield Fault(_program(f"没有写明语言是 {wanted.lang}", f"the language is not told to be {wanted.lang}"))


def _fonts(file: _File, wanted: Wanted) -> Iterator[Fault]:
    """Only our own fonts, embedded, as a subset (9.6.4), and static."""
    for name, font in _fonts_of(file.pdf):
        if problem := _font(name, font):
            yield Fault(problem)


def _fonts_of(pdf: Pdf) -> Iterator[tuple[str, Any]]:
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        for resources in _resources(page.obj):
            for font in resources.get(Name.Font, {}).values():
                if font.objgen not in seen:
                    seen.add(font.objgen)
                    yield str(font.get(Name.BaseFont, font.Subtype)).lstrip("/"), font


def _resources(holder: Any) -> Iterator[Any]:
    """The resources of a page and of the forms on it."""
    found = holder.get(Name.Resources)
    if found is not None:
        yield found
        for form in found.get(Name.XObject, {}).values():
            if form.get(Name.Subtype) == Name.Form:
                yield from _resources(form)


def _font(name: str, font: Any) -> Problem | None:
    tag, _, family = name.rpartition("+")
    if not family.startswith(FAMILY):
        return _program(f"用了别的字体：{name}", f"uses a font that is not ours: {name}")
    if len(tag) != 6:
        return _program(f"字体 {name} 没有只取用到的字", f"the font {name} is not a subset")
    descriptor = font.DescendantFonts[0].FontDescriptor
    if Name.FontFile2 not in descriptor:
        return _program(f"字体 {name} 没有放进文件里", f"the font {name} is not embedded")
    if VARIABLE & _tables(descriptor.FontFile2):
        return _program(f"字体 {name} 是可变字体", f"the font {name} is variable")
    return None


def _tables(file: Any) -> set[bytes]:
    """The names of a font's tables, from its directory (OpenType 1.9, "table directory"); the rest stays packed."""
    start = file.read_raw_bytes()
    if Name.Filter in file:
        start = zlib.decompressobj().decompress(start, 1024)
    return {start[at : at + 4] for at in range(12, 12 + 16 * int.from_bytes(start[4:6]), 16)}


def _scanned(file: _File, wanted: Wanted) -> Iterator[Fault]:
    """A phone reads the QR from the paper: one is there if it should be, and leads where it should."""
    if wanted.url and not wanted.squares:
        yield Fault(_program("没有二维码", "there is no QR code"), "qr")
    for square in wanted.squares:
        page = file.page(square.page)
        width, height = page.get_size()
        crop = (square.left, height - square.top - square.side, width - square.left - square.side, square.top)
        image = page.render(scale=DOTS, crop=crop, grayscale=True).to_pil()
        # Once in thousands a row of squares reads as a bar code of another kind.
        kind = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        found = {code.text for code in zxingcpp.read_barcodes(image, formats=kind)}
        if found != {wanted.url}:
            read = "、".join(found) or "—"
            yield Fault(
                _program(f"二维码扫出来是 {read}，应为 {wanted.url}", f"the QR code reads {read}, not {wanted.url}"),
                "qr",
            )


_EVERY: tuple[_Check, ...] = (_paper, _named, _fonts, _scanned)


def _own_facts(file: _File, wanted: Wanted) -> Iterator[Fault]:
    """What is the place's own can be read on the first page."""
    yield from _missing(wanted.facts, file.text([0]))


def _missing(facts: Iterable[str], text: str) -> Iterator[Fault]:
    shown = bare(text)
    for fact in facts:
        if bare(fact) not in shown:
            yield Fault(_program(f"印出来没有这句话：{fact}", f"these words are not in print: {fact}"))


def bare(words: str) -> str:
    """Words as they are compared: letters and digits. Lines break at white space, readers leave out a hyphen there, and
    a heading may be set in two parts where it has a colon."""
    return _SILENT.sub("", words)


def _active(file: _File, wanted: Wanted) -> Iterator[Fault]:
    """Paper does nothing: no script, no action that leaves the file, no file within the file."""
    for thing in file.pdf.objects:
        written = (thing.stream_dict if isinstance(thing, Stream) else thing).unparse(resolved=True)
        for found in _ACTIVE.finditer(written):
            name = (found[1] or found[2]).decode()
            yield Fault(_program(f"文件里有会执行或外连的内容：{name}", f"the PDF holds something active: {name}"))


def _dated(file: _File, wanted: Wanted) -> Iterator[Fault]:
    """Nothing tells when the file was made, and its id is of its content: printed again it is the same (14.4)."""
    clock = [str(name) for name in file.pdf.docinfo if str(name) in ("/CreationDate", "/ModDate")]
    if clock or Name.ID not in file.pdf.trailer:
        yield Fault(_program("文件里有制作时间，或没有固定编号", "the PDF tells when it was made, or has no fixed id"))


def _blank_glyphs(file: _File, wanted: Wanted) -> Iterator[Fault]:
    """No glyph 0 (.notdef), which is drawn as an empty box, and no U+FFFD: generated words are checked by nothing else."""
    for number, page in enumerate(file.pdf.pages, 1):
        for instruction in pikepdf.parse_content_stream(page, "Tj TJ"):
            operands: Any = instruction.operands
            strings = operands[0] if str(instruction.operator) == "TJ" else operands
            if any(_has_notdef(bytes(one)) for one in strings if isinstance(one, pikepdf.String)):
                yield Fault(_substitute(number))
        if "\ufffd" in file.text([number - 1]):
            yield Fault(_substitute(number))


def _has_notdef(codes: bytes) -> bool:
    """Codes of our fonts are numbers of glyphs, of two bytes each (Identity-H)."""
    return any(codes[at : at + 2] == b"\0\0" for at in range(0, len(codes), 2))


def _substitute(page: int) -> Problem:
    return (
        Bilingual(
            f"第 {page} 页有一个字体里没有的字，印成了方框",
            f"page {page} shows a box for a character that the fonts lack",
        ),
        Bilingual("换一个写法，或者换用有这个字的字体。", "Write it in another way, or add a font that has it."),
    )


def _untold(file: _File, wanted: Wanted, order: Sequence[tuple[str, str]]) -> Iterator[Fault]:
    """The facts can be read, and by a screen reader in the order of the markup (tag tree, 14.7)."""
    root = file.pdf.Root
    if Name.StructTreeRoot not in root or not root.get(Name.MarkInfo, Dictionary()).get(Name.Marked, False):
        yield Fault(_program("没有供读屏用的结构标签", "there is no tag tree for screen readers"))
        return
    read = bare(_read_aloud(file))
    yield from _missing(wanted.facts, read + file.text(file.pages))
    # Generated words stand between those of the markup; these must all come, one after the other.
    rest = iter(read)
    for field, words in order:
        if not all(character in rest for character in bare(words)):
            told = (
                f"读屏读不到，或者次序不对：{words.strip()}",
                f"is not read aloud, or out of order: {words.strip()}",
            )
            yield Fault(_program(*told), field)
            return


def _read_aloud(file: _File) -> str:
    """The text of all pages in the order of the tag tree."""
    texts: dict[tuple[Any, int], list[str]] = {}
    for number, page in enumerate(file.pdf.pages):
        drawn = file.page(number)
        for one in drawn.get_objects((raw.FPDF_PAGEOBJ_TEXT,), textpage=drawn.get_textpage()):
            key = (page.objgen, raw.FPDFPageObj_GetMarkedContentID(one))
            texts.setdefault(key, []).append(one.extract())
    return "".join("".join(texts.get(key, ())) for key in _marked(file.pdf.Root.StructTreeRoot, (0, 0)))


def _marked(element: Any, page: tuple[int, int]) -> Iterator[tuple[tuple[int, int], int]]:
    """Page and number of the marked content of an element and all below it (14.7.4.2)."""
    page = element.Pg.objgen if Name.Pg in element else page
    kids = element.get(Name.K, ())
    for kid in kids if isinstance(kids, Array) else (kids,):
        if isinstance(kid, int):
            yield page, kid
        elif Name.MCID in kid:
            yield kid.Pg.objgen if Name.Pg in kid else page, int(kid.MCID)
        elif kid.get(Name.Type) != Name.OBJR:
            yield from _marked(kid, page)
