"""Document numbers (发文字号): GB/T 9704-2012, 7.2.5 — 机关代字〔年份〕顺序号, six-sided brackets, no 第, no leading zero."""

import re
from typing import NamedTuple

_OPEN, _CLOSE = "〔［\\[（(【﹝", "〕］\\]）)】﹞"
_CODE = r"(?P<code>[\u4e00-\u9fff]{1,16}?(?:[（(][\u4e00-\u9fff]{1,6}[）)])?)"
_WRITTEN = re.compile(
    rf"{_CODE}\s*[{_OPEN}]\s*(?P<year>(?:19|20)\d\d)\s*年?\s*[{_CLOSE}]\s*第?\s*(?P<order>\d{{1,5}})\s*号"
)
# Brackets and 号 lost on the way: 湘就农发20206.
_BARE = re.compile(rf"{_CODE}(?P<year>20[0-4]\d)(?P<order>\d{{1,4}})号?")
_ORDER = re.compile(
    r"(?:[\u4e00-\u9fff]{0,40}(?:令|公告))?\s*第?\s*(?P<order>[\d一二三四五六七八九十百〇零]{1,5})\s*号"
)
_CODES = re.compile(r"[发办函字规党令政通告知社保民厅教财建法人]$")


class Number(NamedTuple):
    """A document number as it is to be written, and whether it was put together from what is left of one."""

    text: str
    guessed: bool = False


def number_in(line: str) -> Number | None:
    """The number that a line begins with (签发人 may follow on it), if any."""
    if found := _WRITTEN.match(line):
        return Number(_official(found))
    if (found := _BARE.fullmatch(line)) and _CODES.search(found["code"]):
        return Number(_official(found), guessed=True)
    return None


def order_in(line: str) -> str | None:
    """The number of an order or announcement that is all of the line: 第39号."""
    found = _ORDER.fullmatch(line.strip("（）() "))
    return f"第{found['order']}号" if found else None


def _official(found: re.Match[str]) -> str:
    return f"{found['code'].translate(_ROUND)}〔{found['year']}〕{int(found['order'])}号"


_ROUND = str.maketrans("()", "（）")
