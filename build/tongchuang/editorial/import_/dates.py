"""Dates as Chinese documents write them, to ISO dates."""

import re
from collections.abc import Iterator
from datetime import date

from .numerals import value

_DIGIT = "〇○Ｏ零一二三四五六七八九十元"
DATE = (
    rf"(?:(?P<y>(?:19|20)\d\d)\s*[年.\-/]\s*(?P<m>\d{{1,2}})\s*[月.\-/]\s*(?P<d>\d{{1,2}})(?!\d)\s*日?"
    rf"|(?P<cy>[{_DIGIT}]{{4}})\s*年\s*(?P<cm>[{_DIGIT}]{{1,3}})\s*月\s*(?P<cd>[{_DIGIT}]{{1,3}})\s*日)"
)
_DATE = re.compile(DATE)
# 年, 月 and 日 lost on the way, as some pages lose what stands beside digits: 2020612.
_BARE = re.compile(r"((?:19|20)\d\d)(\d{2,4})")


def first(text: str) -> str | None:
    """The first date in ``text`` that there is, as ISO."""
    return next(dates(text), None)


def dates(text: str) -> Iterator[str]:
    """Every date in ``text``, as ISO."""
    for found in _DATE.finditer(text):
        parts = [found[name] or found[f"c{name}"] for name in "ymd"]
        if iso := _iso(*(value(part) for part in parts)):
            yield iso


def alone(text: str) -> str | None:
    """The date that is all of ``text``, brackets aside."""
    inner = text.strip(" （）()")
    found = _DATE.fullmatch(inner)
    return first(inner) if found else None


def guessed(text: str) -> str | None:
    """The only date that digits without 年, 月 and 日 can stand for; None if there are several or none."""
    found = _BARE.fullmatch(text.strip())
    if not found:
        return None
    rest = found[2]
    readings = {
        iso
        for cut in range(1, len(rest))
        if not rest[cut:].startswith("0") or len(rest) == 4
        if (iso := _iso(int(found[1]), int(rest[:cut]), int(rest[cut:])))
    }
    return readings.pop() if len(readings) == 1 else None


def _iso(year: int | None, month: int | None, day: int | None) -> str | None:
    try:
        return date(year or 0, month or 0, day or 0).isoformat()
    except ValueError:
        return None
