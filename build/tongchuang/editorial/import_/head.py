"""What stands before the text (GB/T 9704-2012, 7.2 and 7.3.1): number, letterhead, title, labels of a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ...model.finding import Bilingual
from . import dates, surroundings
from .blocks import Block, LeftOut, Table
from .document import PAGE, PASSED, SPACE, TITLE, Parts, words
from .number import number_in, order_in
from .organs import is_organ, joined
from .refusal import Refused

# A title that stands in one line with other words: without labels, and longer than a column's name.
_AMONG = re.compile(r"^[^：>|]*(?:关于|[印转]发)[^：>|]{8,}$")
# Who passed a law, or by which order rules were put in force, as it stands in brackets under the title.
_MEETING = re.compile(r"日([\u4e00-\u9fff]*?人民代表大会(?:常务委员会)?)第[\u4e00-\u9fff]{1,5}次(?:会议|全体会议)")
_ORDER = re.compile(
    r"日(?P<organ>(?:中华人民共和国)?国务院|[\u4e00-\u9fff]{2,18}?(?:部|委员会|总局|人民政府|署|局))(?P<number>令第\d{1,4}号)"
)
_WHAT = {
    "公布": "published",
    "发布": "published",
    "通过": "signed",
    "施行": "effective",
    "修订": "amended",
    "修正": "amended",
    "印发": "printed",
}
_META = Bilingual("网页或文件头上的说明，已用在前面各栏", "labels of the page or head, used for the fields above")
_COVER_WORDS = Bilingual(
    "文件头（份号、紧急程度、版头、签发人）", "head of the paper: copy number, urgency, letterhead, signatory"
)
_TITLE_AGAIN = Bilingual("重复的标题", "the title once more")
_UNUSED = Bilingual("标题前后没有用上的文字", "lines about the title that were not used")


@dataclass(slots=True)
class Head:
    """What the lines before the text say; ``open`` is what the label of the last line means, if its value is to come."""

    title: str | None = None
    titles: list[str] = field(default_factory=list)
    labels: list[tuple[str, str]] = field(default_factory=list)
    letterhead: list[str] = field(default_factory=list)
    order: str | None = None
    trail: str = ""
    open: str | None = None


def head_of(found: Parts, blocks: tuple[Block, ...]) -> Head:
    """Read the blocks before the text; Refused if they say that the document is classified."""
    head = Head()
    runs: list[list[str]] = [[]]
    for block in blocks:
        if isinstance(block, Table):
            head.labels += _cells(block)
            found.left_out.append(LeftOut(words(block), _META))
            runs.append([])
            continue
        _line(found, head, runs, block.text)
    for what, value in head.labels:
        if what == "number":
            _number(found, value)
    _choose(found, head, [run for run in runs if run])
    return head


def _line(found: Parts, head: Head, runs: list[list[str]], text: str) -> None:
    words = text.split(" ")
    at = next((at for at, word in enumerate(words) if _AMONG.match(word) and TITLE.match(word)), None)
    if at is not None and len(words) > 1 and (surroundings.is_page(text) or surroundings.labelled(text)):
        # The title among the words of the page.
        for line in (" ".join(words[:at]), words[at], " ".join(words[at + 1 :])):
            if line:
                _line(found, head, runs, line)
        return
    if surroundings.is_secret(text):
        raise Refused(
            f"文件标着“{text}”，是涉密文件，不能放到公开的网站上。请找公开发布的文本。",
            f'The document is marked "{text}": it is classified and must not be published. Use the edition that was '
            "made public.",
        )
    labels = surroundings.labelled(text)
    waiting, head.open = head.open, labels[-1][0] if labels and not labels[-1][1] else None
    if waiting is not None and not labels and _is_value(waiting, text):
        head.labels.append((waiting, text))
        found.left_out.append(LeftOut(text, _META))
        return
    if _number(found, text):
        found.left_out.append(LeftOut(text, Bilingual("发文字号", "the number")))
        runs.append([])
    elif labels:
        head.labels += labels
        runs.append([])
        found.left_out.append(LeftOut(text, _META))
    elif dates.alone(text) or (text.startswith("（") and PASSED.search(text)):
        _head_date(found, text)
        runs.append([])
    elif surroundings.is_cover(text) or _letterhead(text):
        head.letterhead += _letterhead(text)
        runs.append([])
        found.left_out.append(LeftOut(text, _COVER_WORDS))
    elif surroundings.is_page(text):
        head.trail += f" {text}"
        runs.append([])
        found.left_out.append(LeftOut(text, PAGE))
    elif order := order_in(text):
        head.order = order
        found.left_out.append(LeftOut(text, Bilingual("发文字号", "the number")))
    else:
        runs[-1].append(text)


def _is_value(what: str, text: str) -> bool:
    """Whether a line is the value of the label that stands alone on the line before."""
    if what in ("published", "posted", "signed", "effective", "expires"):
        return dates.first(text) is not None and len(text) < 30
    if what == "number" or number_in(text):
        return what == "number" and number_in(text) is not None
    if is_organ(text):
        return what == "issuer"
    return what != "title" and len(text) < 40 and not TITLE.match(SPACE.sub("", text)) and "。" not in text


def _number(found: Parts, text: str) -> bool:
    """Take the number that a line or label begins with, if there is none yet; says what had to be mended."""
    number = number_in(text)
    if number is None or found.number:
        return False
    found.number = number.text
    if number.guessed:
        found.doubt(
            "number",
            f"发文字号在原文里写作“{text}”，括号或“号”字丢了，按常规补成 {number.text}，请对照原件。",
            f'The number reads "{text}" in the file; its brackets or 号 are lost. Check {number.text} against the original.',
        )
    elif number.text not in text:
        found.doubt(
            "number",
            f"发文字号在原文里写作“{text}”，已按规范改成 {number.text}，请核对。",
            f'The number reads "{text}" in the file; it was put into the official form {number.text}. Check.',
        )
    return True


def _letterhead(text: str) -> list[str]:
    """The bodies that the letterhead names: 青川市人民政府文件."""
    if not text.endswith("文件"):
        return []
    return [organ for organ in joined(text.removesuffix("文件").split(" ")) if is_organ(organ)]


def _cells(table: Table) -> Iterator[tuple[str, str]]:
    """Labels and values of the table that pages put above official texts."""
    for row in table.rows:
        for label, cell in pairwise(row):
            if (what := surroundings.meaning(label)) is not None:
                yield what, cell
        for cell in row:
            yield from surroundings.labelled(cell)


def _head_date(found: Parts, text: str) -> None:
    """Dates in brackets under the title: alone the day of signing, else what is said of each."""
    found.left_out.append(LeftOut(text, Bilingual("标题下的日期", "the dates under the title")))
    if alone := dates.alone(text):
        found.dates.setdefault("signed", alone)
        return
    if meeting := _MEETING.search(text):
        found.issuers = (re.sub(r"第[\u4e00-\u9fff]{1,4}届", "", meeting[1]),)
    elif order := _ORDER.search(text):
        found.issuers, found.number = (order["organ"],), order["organ"] + order["number"]
    for match in PASSED.finditer(text):
        if day := dates.first(match[0]):
            what = _WHAT[match["what"]]
            if what == "amended":
                found.dates[what] = max(day, found.dates.get(what, ""))
            else:
                found.dates.setdefault(what, day)


def _goes_on(lines: list[str]) -> bool:
    """Whether the first line belongs to the title that the others are: who issued it stands there only before 关于."""
    before, title = lines[0], "".join(lines[1:])
    apart = is_organ(SPACE.sub("", before)) and not re.match(r"关于|[印转]发|批转", title)
    return not TITLE.match(before) and not apart and len(before + title) < 160


def _choose(found: Parts, head: Head, runs: list[list[str]]) -> None:
    """The title: the last lines before the text that read like one."""
    for run in reversed(runs):
        for last in range(len(run), 0, -1):
            first = last - 1
            while first and _goes_on(run[first - 1 : last]):
                first -= 1
            candidate = SPACE.sub("", "".join(run[first:last]))
            if TITLE.match(candidate):
                rest = run[:first] + run[last:]
                head.titles = [candidate]
                head.title = candidate
                del run[:]
                run += rest
                break
        if head.title:
            break
    spare = [line for run in runs for line in run]
    if head.title is None and (marked := [line for line in spare if "关于" in line and len(line) < 160]):
        head.title = SPACE.sub("", marked[-1])
        spare.remove(marked[-1])
        found.doubt(
            "title", "标题的结尾不像公文标题，请核对。", "The title does not end like an official title; check it."
        )
    title = head.title or ""
    for line in spare:
        same = (title and SPACE.sub("", line) in (title, *head.titles)) or (title and title in SPACE.sub("", line))
        if not same and is_organ(SPACE.sub("", line)):
            head.letterhead.append(SPACE.sub("", line))
        found.left_out.append(LeftOut(line, _TITLE_AGAIN if same else _UNUSED))
