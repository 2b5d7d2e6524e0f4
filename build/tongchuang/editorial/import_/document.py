"""What is known of a document while it is taken apart, and the patterns that more than one step looks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ...model.finding import Bilingual
from . import dates
from .blocks import Block, LeftOut, Paragraph

Role = Literal["text", "recipients", "signature", "imprint", "annex"]
TYPES = (
    "通知|意见|方案|办法|决定|规定|细则|条例|公告|通告|令|批复|函|报告|请示|纪要|决议|公报|规划|计划|要点|指南|规则|标准|制度|措施|预案|规程"
    "|答复|说明|清单|解释|法|目录|规范|章程|纲要|倡议书|实施意见|要求|指引"
)
TITLE = re.compile(rf"^(?!目\s*[录次]$)[^。；]*(?:{TYPES})(?:\s*[（(][^（()）]{{1,30}}[)）])*[》】]?$")
IMPRINT = re.compile(
    r"^(?:抄\s*送|抄\s*报|主\s*送|分\s*送|主\s*题\s*词|共印|校对|打字|承办)[：:\s]|印发\s*[）)]?$|^（(?:此件|联系人|本文|公开|主动公开).*）$|^信息公开选项|^此件(?:公开|依申请|不予|主动)"
)
PRINTED = re.compile(rf"^(?P<organ>[^\d]*?)\s*(?:{dates.DATE})\s*印发$")
SENTENCE = re.compile(r"。")
SPACE = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
SHORT = 46
PASSED = re.compile(rf"(?:{dates.DATE})[^（）]*?(?P<what>公布|发布|通过|施行|修订|修正|印发)")
PAGE = Bilingual("网页上的导航、按钮等", "navigation and buttons of the web page")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the editor has to look at: the field it is about, None for the text, and what to do."""

    field: str | None
    words: Bilingual


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the document with the part that it plays."""

    block: Block
    role: Role = "text"

    @property
    def text(self) -> str:
        """The words of a paragraph; none of a table."""
        return self.block.text if isinstance(self.block, Paragraph) else ""


@dataclass(slots=True)
class Parts:
    """What a document says of itself, its pieces in order, what was left out, and what is doubtful."""

    title: str | None = None
    number: str | None = None
    issuers: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    dates: dict[str, str] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, about: str | None, zh: str, en: str) -> None:
        """Note something for the editor."""
        self.doubts.append(Doubt(about, Bilingual(zh, en)))


def words(block: Block) -> str:
    """The words of a block."""
    return block.text if isinstance(block, Paragraph) else " ".join(cell for row in block.rows for cell in row if cell)


def dates_in_order(found: Mapping[str, str]) -> dict[str, str]:
    """The dates as the schema orders them."""
    names = ("signed", "printed", "published", "effective", "amended", "expires")
    return {name: found[name] for name in names if found.get(name)}
