"""What a wrong value was probably meant to be: the remedy in the terms of what stands there."""

import re
import unicodedata
from datetime import date, timedelta
from typing import Any

from ..model.finding import Bilingual

_QUOTES = "“”‘’＂＇"
_WIDE = re.compile("[\uff01-\uff5e\u3000]")
_DAY = re.compile(
    r"([0-9]{4})\s*[-/.年．、]?\s*([0-9]{1,2})\s*[-/.月．、]?\s*([0-9]{1,2})\s*日?(?:\s+\d\d?:\d\d(?::\d\d)?)?"
)
# Excel counts days from here, as it takes 1900 for a leap year (ECMA-376-1, 18.17.4.1); those of 1954 to 2119.
_FIRST, _SERIALS = date(1899, 12, 30), range(20_000, 80_000)
_TRUE, _FALSE = {"yes", "y", "on", "true", "是", "对", "有"}, {"no", "n", "off", "false", "否", "不", "无", "没有"}


def day(value: Any) -> Bilingual | None:
    """The date that a value in another form stands for."""
    text = unicodedata.normalize("NFKC", str(value)).strip(_QUOTES + "\"' ")
    if text.isdecimal() and int(text) in _SERIALS:
        meant = _FIRST + timedelta(int(text))
        return Bilingual(
            f'{text} 像是 Excel 的日期序号，那一天是 {meant}；核对以后写成 "{meant}"，加引号。',
            f'{text} looks like a date as Excel counts it, {meant}; check that, then write "{meant}" in quotes.',
        )
    found = _DAY.fullmatch(text)
    try:
        written = date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    return Bilingual(f'请写成 "{written}"，加引号。', f'Write it as "{written}", in quotes.') if written else None


def text(value: Any) -> Bilingual | None:
    """What to mend in text that has the wrong form for the marks it is typed with."""
    if not isinstance(value, str):
        return None
    if any(mark in value for mark in _QUOTES):
        plain = unicodedata.normalize("NFKC", value.strip(_QUOTES + '"'))
        return Bilingual(
            f'这里的引号是中文引号，请用英文双引号："{plain}"。',
            f'These are Chinese or curly quotes; use straight double quotes: "{plain}".',
        )
    if _WIDE.search(value):
        plain = unicodedata.normalize("NFKC", value).strip()
        return Bilingual(
            f'这里的数字、字母或符号是全角的，请用半角："{plain}"。',
            f'Digits, letters or signs here are full-width; use half-width ones: "{plain}".',
        )
    return None


def of_type(due: str, value: Any) -> Bilingual | None:
    """What a text was meant to be where ``due``, a type of JSON Schema, belongs."""
    if not isinstance(value, str):
        return None
    plain = unicodedata.normalize("NFKC", value).strip(_QUOTES + "\"' ")
    if due == "boolean" and plain.lower() in _TRUE | _FALSE:
        word = "true" if plain.lower() in _TRUE else "false"
        return Bilingual(f"请写 {word}，小写，不加引号。", f"Write {word}, in small letters, without quotes.")
    if due == "integer" and re.fullmatch(r"-?\d{1,9}", plain):
        return Bilingual(
            f"请写 {int(plain)}，半角数字，不加引号。", f"Write {int(plain)}, in plain digits without quotes."
        )
    if due == "object" and (key := re.match(r"([a-z_]+)\s*[:：]", value)):
        return Bilingual(
            f"“{key[1]}”后面要用英文冒号加一个空格：{key[1]}: …",
            f'After "{key[1]}" put an English colon and a space: {key[1]}: …',
        )
    if due == "array":
        entries = [entry for entry in re.split(r"\s*[,，、;；]\s*", value.strip("[]【】［］ ")) if entry]
        shown = ", ".join(entries)
        if shown and len(shown) <= 60:
            return Bilingual(
                f"请写成列表，用英文方括号和逗号：[{shown}]。",
                f"Make it a list with square brackets and commas: [{shown}].",
            )
    return None
