"""The text and what follows it (GB/T 9704-2012, 7.3 and 7.4): recipients, signature, date, annexes, imprint."""

import re

from . import dates, surroundings
from .blocks import Block, Paragraph
from .bounds import is_recipients
from .document import IMPRINT, PRINTED, SHORT, SPACE, TITLE, Parts, Piece
from .numbering import numbered
from .organs import is_organ, joined

_ANNEX = re.compile(r"^附\s*(?:件|表|录)\s*[\d一二三四五六七八九十]*\s*[：:]?$")
_PERSON = re.compile(
    r"^(?:(?:代理?|副)?(?:总理|省长|市长|县长|区长|州长|镇长|部长|主任|局长|厅长|主席|委员长|院长|检察长|署长|行长))[\s：:]*[\u4e00-\u9fff·\s]{2,12}$"
)


def take_apart(found: Parts, body: list[Block]) -> None:
    """Give each block its role: recipients, signature and date, imprint, titles of annexes."""
    at = 0
    if body and isinstance(body[0], Paragraph) and is_recipients(body[0].text):
        found.pieces.append(Piece(body[0], "recipients"))
        found.recipients = _recipients(body[0].text)
        at = 1
    signed = None
    while at < len(body):
        block = body[at]
        if not isinstance(block, Paragraph):
            found.pieces.append(Piece(block))
        elif _ANNEX.match(block.text):
            at = _annex(found, body, at)
        elif _imprint(found, block):
            pass
        elif day := dates.alone(block.text) or (signed is None and dates.guessed(block.text)):
            _signature(found, block.text, str(day), first=signed is None)
            signed = signed or str(day)
            if at + 1 < len(body) and _is_title(body[at + 1]):
                at = _annex(found, body, at + 1)
        else:
            found.pieces.append(Piece(block))
        at += 1


def _recipients(text: str) -> tuple[str, ...]:
    """The recipients, each with what is enclosed in its own brackets."""
    inner, depth, found = text.rstrip("：:"), 0, [""]
    for char in inner:
        depth += (char == "（") - (char == "）")
        if char in "，；" and depth <= 0:
            found.append("")
        else:
            found[-1] += char
    return tuple(name.strip() for name in found if name.strip())


def _imprint(found: Parts, block: Paragraph) -> bool:
    """Whether the paragraph belongs to the imprint (版记, GB/T 9704-2012, 7.4); its date of printing is taken."""
    text = block.text
    if not IMPRINT.search(text) or len(text) > 400:
        return False
    if printed := PRINTED.match(text):
        found.dates["printed"] = dates.first(text) or ""
        organ = printed["organ"].strip()
        previous = found.pieces[-1] if found.pieces else None
        if not organ and previous and is_organ(previous.text):
            # The organ stood on a line of its own.
            found.pieces[-1] = Piece(Paragraph(f"{previous.text} {text}"), "imprint")
            return True
    found.pieces.append(Piece(block, "imprint"))
    return True


def _signature(found: Parts, line: str, day: str, *, first: bool) -> None:
    """The lines of those who signed, right before a date that stands alone, and the date."""
    lines: list[str] = []
    while found.pieces and len(lines) < 12 and found.pieces[-1].role == "text" and _signs(found.pieces[-1].text):
        lines.insert(0, found.pieces.pop().text)
    organs = joined([line for line in lines if not _PERSON.match(line)])
    if lines and not any(map(is_organ, organs)) and not any(map(_PERSON.match, lines)):
        found.pieces += [Piece(Paragraph(line)) for line in lines]
        organs = ()
    else:
        found.pieces += [Piece(Paragraph(name), "signature") for name in organs]
        found.pieces += [Piece(Paragraph(line), "signature") for line in lines if _PERSON.match(line)]
    if first:
        found.issuers = tuple(organs)
        found.dates["signed"] = day
        if dates.alone(line) is None:
            found.doubt(
                "dates",
                f"成文日期在原文里写作“{line}”，年、月、日几个字丢了，读作 {day}，请对照原件。",
                f'The day of signing reads "{line}" in the file, without 年, 月 and 日. Check {day} against the original.',
            )
    found.pieces.append(Piece(Paragraph(line), "signature"))


def _signs(text: str) -> bool:
    line = text.strip(" |")
    return (
        bool(line)
        and len(line) <= SHORT
        and not re.search(r"[。；：，、！？“”《》]|^附件|^（", line)
        and not numbered(line)
    )


def _is_title(block: Block) -> bool:
    return (
        isinstance(block, Paragraph) and len(block.text) <= 80 and not IMPRINT.search(block.text)
        and not re.search(r"[。；：，]$", block.text) and not numbered(block.text)
        and not dates.alone(block.text) and not surroundings.is_page(block.text)
    )  # fmt: skip


def _annex(found: Parts, body: list[Block], at: int) -> int:
    """Take the title of an annex, which may stand on several lines; returns the index of its last."""
    lines: list[str] = []
    label = ""
    first = body[at]
    if isinstance(first, Paragraph) and _ANNEX.match(first.text):
        label = first.text.rstrip("：: ")
        at += 1
    while at < len(body) and len(lines) < 4 and _is_title(body[at]):
        block = body[at]
        assert isinstance(block, Paragraph)
        lines.append(block.text)
        at += 1
        if TITLE.match(SPACE.sub("", "".join(lines))):
            following = body[at] if at < len(body) else None
            # 试行 and the like may stand on a line of their own.
            if not (isinstance(following, Paragraph) and re.fullmatch(r"（[^（）]{1,12}）", following.text)):
                break
    title = SPACE.sub("", "".join(lines))
    if label or title:
        found.pieces.append(Piece(Paragraph(f"{label}　{title}".strip("　")), "annex"))
    return at - 1
