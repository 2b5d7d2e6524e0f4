"""What the parts of a document say together: its title, who issued it, and its dates."""

import re
from datetime import date

from ...model.finding import Bilingual
from . import dates
from .blocks import LeftOut
from .document import PRINTED, TYPES, Parts
from .head import Head
from .organs import is_organ, joined

# A page is taken to have published the document if it did within this many days of its signing.
_SOON = 200
_ABOUT_ITSELF = re.compile(
    rf"(?:本|该)(?:办法|通知|意见|规定|细则|方案|条例|法|决定|规则|制度|标准|公告|通告|文件|措施|规程)[^。；]{{0,40}}?(?:从|自)?\s*"
    rf"(?:(?P<self>(?:印发|发布|公布|发文|下发)之?日)|(?:{dates.DATE}))\s*(?:起|开始)\s*(?:正式)?(?:施行|实施|执行|生效)"
    rf"|现予公布[^。；]{{0,10}}自\s*(?P<law>[^。；]{{4,14}}?)起施行"
)
_UNTIL = re.compile(
    rf"有效期(?:限)?(?:截止)?\s*(?:至|到|截至)\s*(?:{dates.DATE})|有效期(?:限)?(?:为)?\s*(?P<years>[一二三四五六七八九十\d]{{1,2}})\s*年"
)


def find_title(found: Parts, head: Head) -> None:
    """The title: that of the head, or of the rules that an order puts in force, else one made of the first words."""
    annex = next((piece.text for piece in found.pieces if piece.role == "annex"), None)
    found.title = head.title or next((value for what, value in head.labels if what == "title" and value), None)
    puts_in_force = (found.title and re.search(r"令$", found.title)) or "现予公布" in "".join(
        p.text for p in found.pieces[:4]
    )
    if found.title and annex and puts_in_force:
        found.left_out.append(LeftOut(found.title, Bilingual("发文字号", "the number")))
        found.number = found.number or (f"{found.title}{head.order}" if head.order else None)
        found.title = annex
    elif head.order and not found.number:
        found.number = head.order
    if found.title is None:
        _made_up_title(found, annex)
    if not found.number:
        found.doubt(
            "number", "没有找到发文字号。有的话请补上，例如：湘就农发〔2020〕6号。",
            "No document number was found. Add it if there is one, for example 湘就农发〔2020〕6号.",
        )  # fmt: skip


def _made_up_title(found: Parts, annex: str | None) -> None:
    opening = " ".join(piece.text for piece in found.pieces[:4])
    about = re.search(
        rf"现就([^，。；]{{2,60}}?)(?:有关(?:事项|问题|工作))?(?:提出|通知|作出|制定|公告)?(?:如下|以下)({TYPES})?",
        opening,
    )
    if about:
        kind = about[2] or ("通知" if "通知如下" in about[0] else "意见")
        found.title = f"关于{about[1]}的{kind}"
        said = f"照首段拟了“{found.title}”"
        told = f'"{found.title}" was made from the first paragraph'
    elif annex:
        found.title, said, told = annex, "用了附件的标题", "the annex's was taken"
    else:
        found.doubt("title", "没有找到标题，请照原件补上。", "No title was found; add it from the original.")
        return
    found.doubt(
        "title",
        f"原文没有标题，{said}，请照原件改正。",
        f"The file has no title; {told}. Correct it from the original.",
    )


def find_issuers(found: Parts, head: Head) -> None:
    """Who issued it: who signed, else the letterhead, the title, the labels, the imprint."""
    about = (found.title or "").partition("关于")[0] if "关于" in (found.title or "") else ""
    named = [organ for organ in joined(about.split(" ")) if is_organ(organ)]
    printer = next(
        (m["organ"].strip() for p in found.pieces if p.role == "imprint" and (m := PRINTED.match(p.text))), ""
    )
    labelled = [
        organ
        for what, value in head.labels
        if what == "issuer"
        for organ in joined(re.split(r"[、，\s]+", value))
        if is_organ(organ)
    ]
    if found.issuers:
        if (
            len(found.issuers) == 1
            and named
            and named[0] not in (found.issuers[0],)
            and not found.issuers[0].endswith(named[0])
        ):
            found.doubt(
                "issuers",
                f"标题写的是“{named[0]}”，署名是“{found.issuers[0]}”，请核对。",
                f'The title names "{named[0]}", the signature "{found.issuers[0]}". Check which is right.',
            )
        return
    order = [head.title.removesuffix("令")] if head.title and is_organ(head.title.removesuffix("令")) else []
    sure = head.letterhead or named or order or labelled
    if sure:
        found.issuers = tuple(dict.fromkeys(sure))
        return
    guess, why = "", ""
    if re.search(r"办公[厅室]$", printer):
        guess, why = re.sub(r"(?:办公[厅室])$", "", printer), "印发机关"
    elif (place := re.search(r"([\u4e00-\u9fff]{2,3}(?:省|市|县|区|州))", found.title or "")) and (
        office := re.search(r"(?:省|市|县|区|州)?(人民政府|政府|委)(办公[厅室])?文件", head.trail)
    ):
        place_name = place[1].removeprefix("印发").removeprefix("发")
        guess = f"{place_name}{'人民政府' if '政府' in office[1] else '委'}{office[2] or ''}"
        why = "网页栏目"
    elif begins := re.match(r"[\u4e00-\u9fff]{2,12}?人民政府(?:办公[厅室])?", found.title or ""):
        guess, why = begins[0], "标题"
    if guess:
        found.issuers = (guess,)
        found.doubt(
            "issuers",
            f"原文没有署名，发文机关“{guess}”是从{why}推出来的，也许还有联合发文的机关，请照原件核对。",
            f'Nobody signed; the issuer "{guess}" was inferred from the imprint or the page. There may be others: check.',
        )
    else:
        found.doubt("issuers", "没有找到发文机关，请照原件补上。", "No issuer was found; add it from the original.")


def find_dates(found: Parts, head: Head) -> None:
    """The dates of labels and of the text itself; a page's own date only if it can be that of publication."""
    for what, value in head.labels:
        if (day := dates.first(value)) and what in ("published", "signed", "effective", "expires"):
            found.dates.setdefault(what, day)
    _posted(found, [day for what, value in head.labels if what == "posted" and (day := dates.first(value))])
    text = "\n".join(piece.text for piece in found.pieces)
    effective = {}
    for match in _ABOUT_ITSELF.finditer(text):
        day = dates.first(match["law"] or match[0])
        effective[day or "self"] = match[0]
    if len(effective) > 1:
        found.doubt(
            "dates", f"正文里说施行日期的不止一处（{'；'.join(effective.values())}），请核对。",
            "The text gives more than one day on which it takes effect; check.",
        )  # fmt: skip
    for day, words in list(effective.items())[:1]:
        if day != "self":
            found.dates.setdefault("effective", day)
        elif base := found.dates.get("printed") or found.dates.get("published") or found.dates.get("signed"):
            found.dates.setdefault("effective", base)
            found.doubt(
                "dates", f"原文写“{words}”，施行日期照 {base} 算，请核对。",
                f'The text says "{words}"; the day it takes effect was taken to be {base}. Check.',
            )  # fmt: skip
    if until := _UNTIL.search(text):
        if day := dates.first(until[0]):
            found.dates.setdefault("expires", day)
        else:
            found.doubt(
                "dates", f"原文写“{until[0]}”，失效日期（expires）请算好补上。",
                f'The text says "{until[0]}": work out the day on which it expires and add it (expires).',
            )  # fmt: skip
    if not {"signed", "published"} & found.dates.keys():
        found.doubt(
            "dates", "没有找到成文日期，请照原件补上。", "No day of signing was found; add it from the original."
        )


def _posted(found: Parts, posted: list[str]) -> None:
    signed = found.dates.get("signed")
    for day in posted[:1]:
        if "published" in found.dates:
            return
        soon = signed and 0 <= (date.fromisoformat(day) - date.fromisoformat(signed)).days <= _SOON
        if soon:
            found.dates["published"] = day
        found.doubt(
            "dates",
            f"网页上的日期是 {day}，没有说是不是发布日期，"
            + ("已当作发布日期，请核对。" if soon else "离成文太久，没有采用。"),
            f"The page is dated {day} without saying what that is; "
            + (
                "it was taken for the day of publication. Check."
                if soon
                else "it is too long after signing and was not used."
            ),
        )
