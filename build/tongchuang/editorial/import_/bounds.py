"""Where the text of a file begins and ends: what a web page puts around it and a table of contents aside."""

import re

from ...model.finding import Bilingual
from . import dates, surroundings
from .blocks import Block, LeftOut, Paragraph, Table
from .document import IMPRINT, PASSED, SENTENCE, SHORT, Parts, words
from .numbering import numbered

_RECIPIENTS = re.compile(r"^[^。；：]{2,400}[：]$")
_BODIES = re.compile(r"局|厅|委|政府|单位|部门|机构|院|处|中心|企业|公司|学校|办|会|组|军区|集团|馆|所|站|镇|街道")
_PEOPLE = re.compile(r"^(?:广大|各位|全体|尊敬的|亲爱的|全[省市县区镇])[^。；：，]{2,40}：$")
_NOT_RECIPIENTS = re.compile(
    r"如下|以下|下列|是：$|为：$|包括|要求|目标|附件|任务|现将|根据|按照|为了|第[一二三四五六七八九十]+[章条]"
)
# How far down a page the text may begin, in blocks.
_HEAD = 80


def without_contents(found: Parts, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without a table of contents: the headings that it lists all stand below it again."""
    texts = [block.text if isinstance(block, Paragraph) else "" for block in blocks]
    first = next((at for at, text in enumerate(texts) if re.fullmatch(r"目\s*[录次]", text)), None)
    if first is None:
        return blocks
    last, entries = first, set[tuple[str, int]]()
    for at in range(first + 1, len(texts)):
        one = numbered(texts[at])
        if (
            one is None
            or len(texts[at]) > SHORT
            or ((one.kind, one.value) in entries and one.kind in ("chapter", "part"))
        ):
            break
        entries.add((one.kind, one.value))
        last = at
    below = {(one.kind, one.value) for text in texts[last + 1 :] if (one := numbered(text))}
    if last == first or not entries <= below:
        return blocks
    found.left_out += [LeftOut(text, Bilingual("目录", "the table of contents")) for text in texts[first : last + 1]]
    return blocks[:first] + blocks[last + 1 :]


def start_of(blocks: tuple[Block, ...]) -> int:
    """The index of the first block of the text: its recipients, else its first number or sentence."""
    first = None
    for at, block in enumerate(blocks[:_HEAD]):
        if not isinstance(block, Paragraph):
            continue
        text = block.text
        if is_recipients(text):
            return at
        if first is None and not surroundings.is_page(text) and not (text.startswith("（") and PASSED.search(text)):
            found = numbered(text)
            begins = found is not None and found.value == 1 and not found.restored
            if begins or (SENTENCE.search(text) and len(text) > 25):
                first = at
        if first is not None and at > first:
            break
    return first if first is not None else 0


def is_recipients(text: str) -> bool:
    """Whether a paragraph names whom the document is sent to (主送机关, GB/T 9704-2012, 7.3.2)."""
    return bool(
        _RECIPIENTS.match(text) and (_BODIES.search(text) or _PEOPLE.match(text)) and not _NOT_RECIPIENTS.search(text) and not numbered(text)
        and not surroundings.labelled(text)
    )  # fmt: skip


def end_of(blocks: tuple[Block, ...], start: int) -> int:
    """The index after the last block of the text: what the page puts below it comes after."""
    last = max((at for at, block in enumerate(blocks) if _is_text(block)), default=start)
    for at in range(last + 1, len(blocks)):
        if surroundings.ends_text(words(blocks[at])):
            return at
    end = len(blocks)
    while end > last + 1 and surroundings.is_page(words(blocks[end - 1])):
        end -= 1
    return end


def _is_text(block: Block) -> bool:
    if isinstance(block, Table):
        return len(words(block)) > 40
    text = block.text
    return bool(
        (SENTENCE.search(text) and len(text) > 25 and not surroundings.ends_text(text))
        or IMPRINT.search(text) or dates.alone(text) or dates.guessed(text)
    )  # fmt: skip
