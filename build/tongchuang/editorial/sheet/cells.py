"""One cell: how a value is shown in it, and what a cell that an editor typed or pasted means.

Excel has habits. It makes a date of ``2026-1-5`` and of ``3-2``, a number of a telephone number, keeps 15 digits, and
stores days as a count from 1900. What can only mean one thing is read as that; the rest is said, with what to do.
"""

import datetime
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openpyxl.utils.datetime import from_excel

from ... import schemas
from ...model.finding import Bilingual
from .labels import Labels, with_name, without_name
from .layout import Column

MISSING: Any = object()
YES, NO = "是", "否"
_YES = frozenset({"是", "对", "有", "true", "yes", "1"})
_NO = frozenset({"否", "不", "没有", "无", "false", "no", "0"})
_SEPARATOR = re.compile(r"[\n,，、;；]+")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_CLOCK = re.compile(r"(\d{1,2})[:：](\d{2})(?::00)?")
_CITATION = re.compile(r"([a-z0-9-]+)(?:[\s,，]+第?([\d()（）-]+)条?)?")
# Excel's count of days for 1990 to 2100: a number outside it in a date column is no date.
_SERIALS = range(32874, 73415)
_EXCEL_DIGITS = 15
# A telephone number that begins with none of these lost the zero of its area code.
_WITHOUT_AREA_CODE = re.compile(r"1\d{10}|[48]00\d{7}|\d{3,8}")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a cell can't be read, and what to do."""

    message: Bilingual
    remedy: Bilingual


def shown(column: Column, value: Any, labels: Labels) -> str | int | None:
    """What stands in the cell for a value; None for nothing."""
    if value is MISSING or value is None:
        return None
    names = labels.names(column)
    match column.form:
        case "boolean":
            return YES if value else NO
        case "integer":
            return int(value)
        case "words":
            return "\n".join(value)
        case "ids":
            return "\n".join(with_name(id_, names.get(id_, "")) for id_ in value)
        case "numbers":
            return ", ".join(map(str, value))
        case "basis":
            policies = labels.of.get("policy", {})
            return "\n".join(
                with_name(f"{one['policy']} {one.get('article', '')}".rstrip(), policies.get(one["policy"], ""))
                for one in value
            )
        case "map":
            return "\n".join(
                f"{key}: {', '.join(inner) if isinstance(inner, list) else inner}" for key, inner in value.items()
            )
        case "enum":
            return with_name(value, names.get(value, ""))
        case _:
            return with_name(value, names.get(value, "")) if column.refers else str(value)


def normal(raw: Any) -> Any:
    """A cell without what the eye can't see: spaces at the ends, Excel's line ends, a number's idle point."""
    if isinstance(raw, str):
        text = raw.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
        text = "\n".join(line.rstrip(" \t\u3000") for line in text.split("\n")).strip()
        return text or None
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    return raw


def meant(column: Column, raw: Any, labels: Labels) -> Any:
    """The value that a cell (as ``normal`` gives it) means: MISSING for nothing, a Doubt if it can't be told."""
    if raw is None:
        return MISSING
    names = labels.names(column)
    match column.form:
        case "date":
            return _date(raw)
        case "clock":
            return _clock(raw)
        case "money":
            return _money(raw)
        case "integer":
            return _integer(raw)
        case "boolean":
            return _boolean(raw)
        case "words":
            text = _text(raw, column)
            return text if isinstance(text, Doubt) else [line.strip() for line in text.split("\n") if line.strip()]
        case "ids":
            return _ids(raw, column, names)
        case "numbers":
            return _numbers(raw)
        case "basis":
            return _basis(raw, column)
        case "map":
            return _map(raw, column)
        case "enum":
            text = _text(raw, column)
            return text if isinstance(text, Doubt) else _one_of(text, names)
        case _:
            text = _text(raw, column)
            return without_name(text, names) if column.refers and isinstance(text, str) else text


def identifier(raw: Any) -> str | Doubt:
    """The id in a cell of an id column; its name behind the dot is dropped."""
    if isinstance(raw, bool | datetime.date | datetime.time | float):
        return _not_text(raw)
    return without_name(str(raw), {})


def _not_text(raw: Any) -> Doubt:
    return Doubt(
        Bilingual(
            f"Excel 把这里的字变成了别的东西（{raw}）。", f"Excel has turned this text into something else ({raw})."
        ),
        Bilingual(
            "请先把单元格格式设成“文本”，再重新输入。", "Set the cell's format to Text first, then type it again."
        ),
    )


def _text(raw: Any, column: Column) -> str | Doubt:
    if isinstance(raw, bool | datetime.date | datetime.time | float):
        return _not_text(raw)
    if isinstance(raw, int):
        key, digits = column.keys[-1], str(raw)
        lost_zero = key.endswith("phone") and not _WITHOUT_AREA_CODE.fullmatch(digits)
        if lost_zero or key in ("implementation_code", "value") or len(digits) > _EXCEL_DIGITS:
            return Doubt(
                Bilingual(
                    f"{digits} 存成了数字，前面的 0 或者末尾的几位可能丢了。",
                    f"{digits} is stored as a number: zeros in front or digits at the end may be lost.",
                ),
                Bilingual(
                    "请把单元格格式设成“文本”，照原件重新输入。",
                    "Set the cell's format to Text and type it again from the original.",
                ),
            )
        return digits
    return str(raw)


def _date(raw: Any) -> str | Doubt:
    if isinstance(raw, datetime.datetime | datetime.date):
        return raw.strftime("%Y-%m-%d")
    if isinstance(raw, int) and not isinstance(raw, bool) and raw in _SERIALS:
        return str(from_excel(raw).strftime("%Y-%m-%d"))
    if isinstance(raw, str) and (found := _DAY.fullmatch(_narrow(raw))):
        year, month, day = map(int, found.groups())
        try:
            return datetime.date(year, month, day).isoformat()
        except ValueError:
            return _doubt(f"没有 {raw} 这一天。", f"There is no such day as {raw}.", *_LIKE_A_DATE)
    return _doubt(f"“{raw}”不是日期。", f'"{raw}" is not a date.', *_LIKE_A_DATE)


_LIKE_A_DATE = "请写成 2026-01-31 这样。", "Write it like 2026-01-31."


def _clock(raw: Any) -> str | Doubt:
    if isinstance(raw, datetime.datetime | datetime.time):
        return raw.strftime("%H:%M")
    if isinstance(raw, float) and 0 < raw < 1:
        minutes = round(raw * 1440)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if isinstance(raw, str) and (found := _CLOCK.fullmatch(_narrow(raw))):
        return f"{int(found[1]):02}:{found[2]}"
    return _doubt(f"“{raw}”不是钟点。", f'"{raw}" is no time of day.', "请写成 08:30 这样。", "Write it like 08:30.")


def _money(raw: Any) -> str | Doubt:
    if isinstance(raw, float) and round(raw, 2) == raw:
        return f"{raw:.2f}"
    if isinstance(raw, str | int) and not isinstance(raw, bool):
        return _narrow(str(raw)).removesuffix("元").strip()
    return _doubt(
        f"“{raw}”不是金额。", f'"{raw}" is no sum of money.', "请写成 12 或 12.50。", "Write it like 12 or 12.50."
    )


def _integer(raw: Any) -> int | Doubt:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and re.fullmatch(r"\d{1,9}", narrow := _narrow(raw)):
        return int(narrow)
    return _doubt(
        f"“{raw}”不是整数。",
        f'"{raw}" is not a whole number.',
        "请只写数字，例如 15。",
        "Write digits alone, such as 15.",
    )


def _boolean(raw: Any) -> bool | Doubt:
    word = str(raw).lower()
    if word in _YES or word in _NO:
        return word in _YES
    return _doubt(f"“{raw}”看不出是还是否。", f'"{raw}" is neither yes nor no.', "请写“是”或“否”。", "Write 是 or 否.")


def _one_of(text: str, names: Mapping[str, str]) -> str | Doubt:
    id_ = without_name(text, names)
    if id_ in names:
        return id_
    allowed = [with_name(known, name) for known, name in names.items()]
    return _doubt(
        f"这里不能写“{text}”。",
        f'"{text}" can\'t stand here.',
        f"请从下拉框里选：{'；'.join(allowed)}。",
        f"Choose from the list: {'; '.join(names)}.",
    )


def _ids(raw: Any, column: Column, names: Mapping[str, str]) -> list[str] | Doubt:
    text = _text(raw, column)
    if isinstance(text, Doubt):
        return text
    # A name may hold a comma: ids that follow one another on a line have no names.
    parts = [
        part
        for line in text.split("\n")
        for part in ([line] if "·" in line or line.strip() in names.values() else _SEPARATOR.split(line))
    ]
    found = [without_name(part, names) for part in parts if part.strip()]
    unknown = [id_ for id_ in found if id_ not in names]
    return _one_of(unknown[0], names) if unknown and column.refers is None else found  # type: ignore[return-value]


def _numbers(raw: Any) -> list[int] | Doubt:
    parts = [part for part in re.split(r"[\s,，、]+", _narrow(str(raw))) if part]
    if all(re.fullmatch(r"\d{1,9}", part) for part in parts):
        return [int(part) for part in parts]
    return _doubt(
        f"“{raw}”不是一串数字。", f'"{raw}" is no list of numbers.', "请写成 1, 2, 3。", "Write it like 1, 2, 3."
    )


def _basis(raw: Any, column: Column) -> list[dict[str, str]] | Doubt:
    text = _text(raw, column)
    if isinstance(text, Doubt):
        return text
    found = []
    for line in text.split("\n"):
        cited = line.split("·", 1)[0].strip()
        if not cited:
            continue
        match = _CITATION.fullmatch(cited)
        if match is None:
            return _doubt(
                f"“{line}”不是依据。",
                f'"{line}" is no citation.',
                "一行一条：先写政策编号，空一格写条，例如 labour-law 50。",
                "One a line: the policy's id, a space, the article, such as labour-law 50.",
            )
        article = match[2] and match[2].replace("（", "(").replace("）", ")")
        found.append({"policy": match[1], "article": article} if article else {"policy": match[1]})
    return found


def _map(raw: Any, column: Column) -> dict[str, Any] | Doubt:
    text = _text(raw, column)
    if isinstance(text, Doubt):
        return text
    counted = schemas.deref(column.node["additionalProperties"]).get("type") == "integer"
    found: dict[str, Any] = {}
    for line in text.split("\n"):
        key, colon, rest = line.replace("：", ":").partition(":")
        parts = [part.strip() for part in _SEPARATOR.split(rest) if part.strip()]
        numbers = [part for part in parts if re.fullmatch(r"\d{1,9}", part)]
        if not colon or not key.strip() or (counted and (len(parts) != 1 or parts != numbers)):
            return _doubt(
                f"“{line}”看不懂。",
                f'"{line}" can\'t be understood.',
                "一行一条：编号、冒号、"
                + ("数，例如 office-premises: 320。" if counted else "几个编号，例如 permit: have, none。"),
                "One a line: an id, a colon, "
                + ("a number, such as office-premises: 320." if counted else "ids, such as permit: have, none."),
            )
        found[key.strip()] = int(parts[0]) if counted else parts
    return found


def _narrow(text: str) -> str:
    """Full-width digits and marks as the usual ones."""
    return unicodedata.normalize("NFKC", text).strip()


def _doubt(zh: str, en: str, do_zh: str, do_en: str) -> Doubt:
    return Doubt(Bilingual(zh, en), Bilingual(do_zh, do_en))
