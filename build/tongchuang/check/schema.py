"""Each document against its schema, one clear finding a mistake."""

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import jsonschema_rs

from .. import schemas
from ..load.sources import Document, Pointer
from ..load.walk import LISTS
from ..model.explanation import Explanation
from ..model.finding import Bilingual, Finding
from . import meant, mistakes, slid
from .nodes import name_of, node_at
from .values import value_at

_COLUMNS = ("code", "name", "parent")
_TRANSLATED_COLUMNS = ("code", "name")
# Of several complaints about one value, the first of these says it best.
_CLEAREST = ("type", "format", "enum", "minLength", "maxLength", "pattern")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A finding with the pointer it is about; ``hard`` if the value there can't be worked with."""

    pointer: Pointer
    finding: Finding
    hard: bool


def validate(document: Document, foreign: tuple[Pointer, ...]) -> list[Mistake]:
    """All mistakes of a document. What lies at or under ``foreign`` entries is left to the rule about them."""
    if document.kind == "division":
        return list(_columns(document))
    return [
        mistake
        for mistake in _read(document, _validator(document.kind, document.lang is not None).iter_errors(document.data))
        if not any(mistake.pointer[: len(pointer)] == pointer for pointer in foreign)
        and not (mistake.hard and any(pointer[:-1] == mistake.pointer for pointer in foreign))
    ]


def written_schema(kind: str, translation: bool) -> dict[str, Any]:
    """The schema of a file: lists as arrays, their translations as maps by id, local versions as derived."""
    if translation:
        words = schemas.local_words_schema() if kind == "local" else schemas.translation_schema(kind)
        return {"type": "object", "additionalProperties": words} if kind in LISTS else words
    if kind == "local":
        return schemas.local_schema()
    record = {key: value for key, value in schemas.schema(kind).items() if key not in ("$id", "$schema")}
    return {"type": "array", "items": record} if kind in LISTS else record


@cache
def _validator(kind: str, translation: bool) -> jsonschema_rs.Draft202012Validator:
    # The schemas refer to common.json by name: one definition table inside each takes its place.
    text = json.dumps(written_schema(kind, translation)).replace("common.json#/$defs/", "#/$defs/")
    whole = {**json.loads(text), "$defs": schemas.schema("common")["$defs"]}
    return jsonschema_rs.Draft202012Validator(whole, validate_formats=True)


def _read(document: Document, errors: Iterator[jsonschema_rs.ValidationError]) -> Iterator[Mistake]:
    """Mistakes from the validator's errors: one a value, and no missing key where another is its misspelling."""
    by_value: dict[Pointer, jsonschema_rs.ValidationError] = {}
    missing: dict[tuple[Pointer, str], None] = {}
    unknown: list[tuple[Pointer, str]] = []
    for error in errors:
        pointer: Pointer = tuple(error.instance_path)
        match error.kind.name:
            case "additionalProperties":
                unknown.extend((pointer, key) for key in error.kind.value)
            case "required":
                missing[pointer, error.kind.value] = None
            case "propertyNames":
                key = error.kind.value.instance
                yield _mistake(document, (*pointer, key), mistakes.WRONG_FORM, *_wrong_form(document, pointer, key))
            case _:
                best = by_value.get(pointer)
                if best is None or _clarity(error) < _clarity(best):
                    by_value[pointer] = error
    moved: set[tuple[Pointer, Pointer]] = set()
    for pointer, key in unknown:
        if (home := slid.home(_schema(document), document.data, pointer, key)) is not None:
            # Keys that slid together are one slip; what lacks them lacks nothing else.
            missing.pop((home, key), None)
            by_value.pop(home, None)
            if (pointer, home) not in moved:
                said = slid.said(name_of(_schema(document), (*home, key)), pointer, home)
                mistake = _mistake(document, (*pointer, key), mistakes.UNKNOWN_KEY, *said, hard=True)
                yield mistake
                if home:
                    yield replace(mistake, pointer=home)
            moved.add((pointer, home))
            continue
        mistake, near = _unknown_key(document, pointer, key)
        lacked = (pointer, near or key) in missing
        missing.pop((pointer, near or key), None)
        yield replace(mistake, hard=lacked)
    for pointer, error in by_value.items():
        yield _wrong_value(document, pointer, error)
    for pointer, key in missing:
        yield _missing(document, pointer, key)


def _clarity(error: jsonschema_rs.ValidationError) -> int:
    name = error.kind.name
    return _CLEAREST.index(name) if name in _CLEAREST else len(_CLEAREST)


def _mistake(
    document: Document, pointer: Pointer, what: Explanation, message: Bilingual, remedy: Bilingual, hard: bool = False
) -> Mistake:
    message = Bilingual(message.zh, message.en[0].upper() + message.en[1:])
    return Mistake(pointer, what.at(document.path, document.position(pointer), message, remedy), hard)


def _schema(document: Document) -> schemas.Node:
    return written_schema(document.kind, document.lang is not None)


def _unknown_key(document: Document, pointer: Pointer, key: str) -> tuple[Mistake, str | None]:
    """The mistake, and the missing key that was probably meant."""
    here = (*pointer, key)
    if document.kind == "local" or document.lang is not None:
        whole = schemas.schema("service" if document.kind == "local" else document.kind)
        record = pointer[1:] if document.kind in LISTS else pointer
        if key in schemas.properties(node_at(whole, record)):
            name = name_of(whole, (*record, key))
            if document.lang is None:
                message = Bilingual(f"地方版本不能改{name.zh}。", f"A place may not change {name.en}.")
                remedy = Bilingual(
                    "请删掉这一栏；确实要改，请改标准事项。",
                    "Delete it here; if it must change, change the standard item.",
                )
                return _mistake(document, here, mistakes.LOCKED_KEY, message, remedy), None
            message = Bilingual(f"{name.zh}不用翻译。", f"{name.en} is not translated.")
            remedy = Bilingual("请从译文里删掉这一栏。", "Delete it from the translation.")
            return _mistake(document, here, mistakes.NOT_WORDS, message, remedy), None
    node = node_at(_schema(document), pointer)
    written = re.split("[:：]", key)[0].strip()
    if written != key and written in schemas.properties(node):
        message = Bilingual(f"“{written}”后面的冒号写错了。", f'The colon after "{written}" is written wrongly.')
        remedy = Bilingual(
            f"用英文冒号，后面空一格：{written}: …", f"Use an English colon with a space after it: {written}: …"
        )
        return _mistake(document, here, mistakes.UNKNOWN_KEY, message, remedy), written
    near = _nearest(key, node)
    message = Bilingual(f"没有“{key}”这个栏目。", f'There is no key "{key}" here.')
    if near:
        remedy = Bilingual(f"是不是想写“{near}”？", f'Did you mean "{near}"?')
    else:
        known = ", ".join(schemas.properties(node))
        remedy = Bilingual(
            f"请删掉它，或换成这里有的栏目：{known}。", f"Delete it, or use a key that exists here: {known}."
        )
    return _mistake(document, here, mistakes.UNKNOWN_KEY, message, remedy), near


def _nearest(key: str, node: schemas.Node) -> str | None:
    """The known key most like ``key``, by spelling or by its title in either language."""
    known = schemas.properties(node)
    for name, child in known.items():
        child = schemas.deref(child)
        if key in (child.get("title"), child.get("x-en")):
            return name
    near = difflib.get_close_matches(key.lower().replace("-", "_"), known, n=1, cutoff=0.6 if len(key) > 3 else 0.5)
    return near[0] if near else None


def _missing(document: Document, pointer: Pointer, key: str) -> Mistake:
    name = name_of(_schema(document), (*pointer, key))
    where = name_of(_schema(document), pointer)
    node = node_at(_schema(document), (*pointer, key))
    message = Bilingual(f"{where.zh}缺少{name.zh}。", f"{name.en} is missing from {where.en}.")
    help_zh, help_en = node.get("description"), node.get("x-en-help")
    remedy = Bilingual(
        f"请补上“{key}: …”。" + (help_zh or ""), f'Add "{key}: …". '.rstrip() + (f" {help_en}" if help_en else "")
    )
    return _mistake(document, pointer, mistakes.MISSING, message, remedy, hard=True)


def _wrong_value(document: Document, pointer: Pointer, error: jsonschema_rs.ValidationError) -> Mistake:
    name = name_of(_schema(document), pointer)
    value: Any = error.instance
    limit: Any = error.kind.value
    match error.kind.name:
        case "type":
            return _wrong_type(document, pointer, name, value, limit[0])
        case "format":
            exists = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)
            message = (
                Bilingual(f"{name.zh}写的 {value} 这一天不存在。", f"{name.en}: there is no such day as {value}.")
                if exists
                else Bilingual(f"{name.zh}写的“{value}”不是日期。", f'{name.en}: "{value}" is not a date.')
            )
            remedy = meant.day(value) or (
                Bilingual("请对照原件，改成日历上有的一天。", "Look it up and write a day that the calendar has.")
                if exists
                else Bilingual('请写成 "2026-01-31" 这样，加引号。', 'Write it like "2026-01-31", in quotes.')
            )
            return _mistake(document, pointer, mistakes.NO_DATE, message, remedy)
        case "enum":
            message = Bilingual(f"{name.zh}不能写“{value}”。", f'{name.en} can\'t be "{value}".')
            allowed = ", ".join(map(str, limit))
            near = difflib.get_close_matches(str(value), [str(one) for one in limit], n=1)
            remedy = Bilingual(
                f"是不是想写“{near[0]}”？可选：{allowed}。" if near else f"可选：{allowed}。",
                f'Did you mean "{near[0]}"? Allowed: {allowed}.' if near else f"Allowed: {allowed}.",
            )
            return _mistake(document, pointer, mistakes.NOT_ALLOWED, message, remedy)
        case "pattern":
            return _mistake(document, pointer, mistakes.WRONG_FORM, *_wrong_form(document, pointer, None))
    return _wrong_measure(document, pointer, name, value, error.kind.name, limit)


def _wrong_form(document: Document, pointer: Pointer, key: str | None) -> tuple[Bilingual, Bilingual]:
    node = node_at(_schema(document), pointer)
    if key is not None:
        node = schemas.deref(node["propertyNames"])
    pattern = mistakes.FORMS.get(node.get("pattern", ""), Bilingual("按规定的格式写", "use the form that is laid down"))
    name = name_of(_schema(document), pointer) if key is None else Bilingual(f"“{key}”", f'"{key}"')
    return (
        Bilingual(f"{name.zh}的格式不对。", f"{name.en} is not written in the right form."),
        meant.text(value_at(document.data, pointer))
        or Bilingual(
            f"要求：{node.get('description', pattern.zh)}", f"It should be: {node.get('x-en-help', pattern.en)}"
        ),
    )


_TYPES = {
    "string": Bilingual("文字", "text"),
    "integer": Bilingual("整数，不加引号", "a whole number without quotes"),
    "boolean": Bilingual("true 或 false，不加引号", "true or false, without quotes"),
    "array": Bilingual("列表，每条以“- ”开头", 'a list, each entry starting with "- "'),
    "object": Bilingual("下级栏目，每个一行“栏目: 内容”", 'keys below it, one a line: "key: value"'),
}


def _wrong_type(document: Document, pointer: Pointer, name: Bilingual, value: Any, due: str) -> Mistake:
    if value is None:
        message = Bilingual(f"{name.zh}后面没有内容。", f"Nothing follows {name.en}.")
        remedy = Bilingual("请填上，或删掉这一行。", "Fill it in, or delete the line.")
        return _mistake(document, pointer, mistakes.EMPTY, message, remedy, hard=True)
    is_day = node_at(_schema(document), pointer).get("format") == "date"
    if is_day and isinstance(value, int) and (remedy_day := meant.day(value)):
        message = Bilingual(f"{name.zh}写的 {value} 不是日期。", f"{name.en}: {value} is not a date.")
        return _mistake(document, pointer, mistakes.NO_DATE, message, remedy_day, hard=True)
    if due == "string" and isinstance(value, bool | int):
        written = str(value).lower()
        message = Bilingual(
            f"{name.zh}应当是文字，{written} 没有加引号。", f"{name.en} is text, but {written} has no quotes."
        )
        remedy = Bilingual(f'请加引号："{written}"。', f'Put it in quotes: "{written}".')
        return _mistake(document, pointer, mistakes.NOT_QUOTED, message, remedy, hard=True)
    words = _TYPES[due]
    if due == "object" and isinstance(value, list) and (document.kind == "local" or document.lang is not None):
        words = Bilingual(
            "按编号写：“编号:”另起一行缩进写内容，不用“- ”",
            'entries by id: "id:" with its words indented below, no "- "',
        )
    message = Bilingual(f"{name.zh}的写法不对。", f"{name.en} has the wrong kind of value.")
    remedy = meant.of_type(due, value) or Bilingual(f"这里应当写{words.zh}。", f"Write {words.en}.")
    return _mistake(document, pointer, mistakes.WRONG_TYPE, message, remedy, hard=True)


def _wrong_measure(
    document: Document, pointer: Pointer, name: Bilingual, value: Any, keyword: str, limit: Any
) -> Mistake:
    """Lengths, counts and ranges."""
    match keyword:
        case "maxLength":
            what, message = (
                mistakes.TOO_LONG,
                Bilingual(f"{name.zh}有 {len(value)} 个字。", f"{name.en} has {len(value)} characters."),
            )
            remedy = Bilingual(f"请缩短到 {limit} 个字以内。", f"Shorten it to at most {limit}.")
        case "minLength":
            what, message = mistakes.TOO_SHORT, Bilingual(f"{name.zh}太短或空着。", f"{name.en} is too short or empty.")
            remedy = Bilingual(f"至少写 {limit} 个字。", f"Write at least {limit} characters.")
        case "minItems" | "minProperties":
            what, message = (
                mistakes.COUNT,
                Bilingual(f"{name.zh}只有 {len(value)} 条。", f"{name.en}: too few entries ({len(value)})."),
            )
            remedy = Bilingual(
                f"至少要 {limit} 条；没有就删掉这一栏。",
                f"At least {limit} are needed; delete the key if there are none.",
            )
        case "maxItems":
            what, message = (
                mistakes.COUNT,
                Bilingual(f"{name.zh}有 {len(value)} 条。", f"{name.en}: too many entries ({len(value)})."),
            )
            remedy = Bilingual(f"最多 {limit} 条。", f"At most {limit} are allowed.")
        case "minimum" | "maximum":
            what, message = (
                mistakes.OUT_OF_RANGE,
                Bilingual(f"{name.zh}不能是 {value}。", f"{name.en} can't be {value}."),
            )
            least = keyword == "minimum"
            remedy = Bilingual(
                f"{'最小' if least else '最大'} {limit}。", f"At {'least' if least else 'most'} {limit}."
            )
        case "uniqueItems":
            what, message = (
                mistakes.REPEATED,
                Bilingual(f"{name.zh}里有重复的值。", f"{name.en} has the same value twice."),
            )
            remedy = Bilingual("请删掉重复的。", "Delete the repeated one.")
        case _:
            what, message = mistakes.INVALID, Bilingual(f"{name.zh}不合要求。", f"{name.en} is not as required.")
            remedy = Bilingual("请对照同类文件改写。", "Compare it with another file of the same kind.")
    return _mistake(document, pointer, what, message, remedy)


def _columns(document: Document) -> Iterator[Mistake]:
    """The header of a division table."""
    due = _COLUMNS if document.lang is None else _TRANSLATED_COLUMNS
    rows: list[Mapping[str, str]] = document.data
    columns = tuple(rows[0]) if rows else due
    if set(columns) != set(due):
        message = Bilingual(
            f"这个表的列是 {'、'.join(columns)}。", f'The columns of this table are "{", ".join(columns)}".'
        )
        remedy = Bilingual(f"第一行请写 {','.join(due)}。", f"Make the first row {','.join(due)}.")
        yield Mistake((), mistakes.COLUMNS.at(document.path, (1, 1), message, remedy), True)
        return
    code = re.compile(schemas.schema("common")["$defs"]["region"]["pattern"])
    for index, row in enumerate(rows):
        wrong = [row[key] for key in ("code", "parent") if row.get(key) and not code.fullmatch(row[key])]
        if not row["code"] or not row["name"].strip():
            message = Bilingual("这一行缺代码或名称。", "This row has no code or no name.")
            remedy = Bilingual("请补上，或删掉这一行。", "Fill it in, or delete the row.")
            yield _mistake(document, (index,), mistakes.EMPTY, message, remedy, hard=True)
        elif not re.search(r"[^\W\d_]", row["name"]):
            message = Bilingual(f"名称“{row['name']}”里没有字。", f'The name "{row["name"]}" has no letters.')
            remedy = Bilingual(
                "多半是 Excel 改成了数字或日期：请对照原表重打。",
                "Most likely Excel made it a number or a date: type it again.",
            )
            yield _mistake(document, (index,), mistakes.WRONG_FORM, message, remedy)
        elif wrong:
            message = Bilingual(f"“{wrong[0]}”不是区划代码。", f'"{wrong[0]}" is not a division code.')
            remedy = Bilingual("代码是 6、9 或 12 位数字。", "A code has 6, 9 or 12 digits.")
            if re.fullmatch(r"[0-9.]+E\+?[0-9]+", wrong[0], re.IGNORECASE):
                remedy = Bilingual(
                    "Excel 把代码变成了科学计数法，后面的数字已经丢了：请对照原表重打，先把这一列设成“文本”。",
                    "Excel made the code a number in scientific notation and lost its digits. Type it again, with the "
                    "column's format set to Text first.",
                )
            yield _mistake(document, (index,), mistakes.WRONG_FORM, message, remedy, hard=True)
