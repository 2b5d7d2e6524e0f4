"""Why a sheet can't be printed, in words an editor can act on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model.common import Withdrawn
from ...model.finding import Bilingual

if TYPE_CHECKING:
    from .document import Step
    from .fit import Overflow


@dataclass
class PrintError(Exception):
    """A sheet that would come out wrong; nothing is ever cut to make it fit.

    ``document`` is the kind of sheet, ``subject`` the record it is of, ``lang`` its language
    (``both`` for a bilingual sheet), ``field`` the fact that the problem lies in, "" if it can't be told.
    """

    document: str
    subject: str
    lang: str
    field: str
    message: Bilingual
    remedy: Bilingual

    def __post_init__(self) -> None:
        super().__init__(self.document, self.subject, self.lang, self.field, self.message, self.remedy)

    def __str__(self) -> str:
        where = " ".join(part for part in (self.document, self.subject, self.lang, self.field) if part)
        return f"{where}: {self.message.en}"


Problem = tuple[Bilingual, Bilingual]


def no_glyph(character: str, text: str) -> Problem:
    """A character that the fonts of the sheets can't print."""
    name = f"{character} (U+{ord(character):04X})"
    return (
        Bilingual(f"字体里没有“{name}”这个字，印不出来：{text}", f"the fonts have no character {name}: {text}"),
        Bilingual("换一个写法，或者换用有这个字的字体。", "Write it in another way, or add a font that has it."),
    )


def too_long(overflow: "Overflow", size: str, step: "Step") -> Problem:
    """Text that doesn't fit at the document's last step: by how many millimetres, and what was tried."""
    mm = f"{max(overflow.excess, 0.1):.1f}"
    zh = {"pages": f"{size}纸{step.pages}页放不下，还多出", "width": "这一行太宽，宽出", "height": "超出了它的框，多出"}
    en = {
        "pages": f"does not fit on {step.pages} {size} page(s), over",
        "width": "is too wide",
        "height": "leaves its box",
    }
    return (
        Bilingual(
            f"内容太长，{zh[overflow.way]} {mm} 毫米，从这里开始：{overflow.text}（{size}，最小的一档：{step.name}）",
            f"too long, {en[overflow.way]} by {mm} mm, from: {overflow.text} ({size}, last step tried: {step.name})",
        ),
        Bilingual(
            "把这一项写短一些，或者换大一号的纸（--size）。", "Shorten this field, or take a larger paper (--size)."
        ),
    )


def withdrawn(ended: Withdrawn) -> Problem:
    """A service or place that is no more."""
    now = ended.replaced_by
    return (
        Bilingual(f"{ended.date}起已撤销：{ended.why}", f"withdrawn since {ended.date}: {ended.why}"),
        Bilingual(f"请印 {now} 的。", f"Print that of {now}.") if now else Bilingual("不用再印。", "Print it no more."),
    )


def undated() -> Problem:
    """A text for the wall without a revision: nobody could tell since when it is in use."""
    return (
        Bilingual("没有修订记录，不知道哪天起用。", "it has no revision, so nobody can tell since when it is in use"),
        Bilingual("先在 revisions 里写上日期。", "First write its date into revisions."),
    )


def denied(url: str) -> Problem:
    """A resource from outside the project."""
    return (
        Bilingual(f"版面要取外部资源，已拒绝：{url}", f"the sheet asks for an outside resource: {url}"),
        Bilingual("版面只能用项目自带的文件。", "Sheets may only use the project's own files."),
    )


def complaint(text: str) -> Problem:
    """Something that the layout engine warned of."""
    return (
        Bilingual(f"排版程序报告：{text}", f"the layout engine says: {text}"),
        Bilingual("改正模板或样式后再印。", "Correct the template or the style sheet."),
    )


def unconfirmed() -> Problem:
    """A place that is only listed: what is made to last is made of confirmed facts."""
    return (
        Bilingual("这个地方还没有人核实，不做牌匾。", "nobody has confirmed this place, so no name plate is made"),
        Bilingual(
            "先在 content/network/places/ 写上它的资料和核实日期。",
            "First write its file in content/network/places/, with the day it was confirmed.",
        ),
    )
