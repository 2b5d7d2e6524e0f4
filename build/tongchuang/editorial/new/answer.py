"""Reading an answer: what was typed or given by a flag, as the value that the field takes."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any

from ...model.finding import Bilingual, Failure
from .kinds import MOST_LISTED, Question

# What parts several answers: commas and the like of both widths.
_PARTS = re.compile(r"[,，、;；]\s*")
_YES = frozenset({"y", "yes", "true", "是", "对", "免费", "不收", "不收钱"})
_NO = frozenset({"n", "no", "false", "否", "不是", "收费", "收钱"})
_MOST_NEAR, _FEWEST = 12, 3
# How a text may name one of the choices, by its id and names in Chinese and English, the surest way first. A division's
# name stands behind that of the one above it.
_FITS: tuple[Callable[[str, str, str, str], bool], ...] = (
    lambda text, id_, zh, en: text in (zh, en),
    lambda text, id_, zh, en: text in (zh.split(" ")[-1], en.split(" ")[-1]),
    lambda text, id_, zh, en: zh.split(" ")[-1].startswith(text),
    lambda text, id_, zh, en: text in f"{zh}\n{en}\n{id_}",
)


def read(question: Question, texts: Sequence[str]) -> Any:
    """The value of an answer; each text may hold several where several may be answered. Failure says what is wrong."""
    if not question.several:
        # Quotes are for the file, which gets them by itself.
        return _one(question, question.node, " ".join(texts).strip().strip('"'))
    parts = [part for text in texts for part in _PARTS.split(text.strip()) if part]
    values = [_one(question, question.node["items"], part) for part in parts]
    least = question.node.get("minItems", 0)
    if len(values) < least:
        raise Failure(
            Bilingual(f"至少写 {least} 个，用逗号分开。", f"Give at least {least}, with commas between them.")
        )
    return list(dict.fromkeys(values))


def _one(question: Question, node: Mapping[str, Any], text: str) -> Any:
    if question.choices:
        return _chosen(question.choices, text)
    match node.get("type"):
        case "boolean":
            return _yes(text)
        case "integer":
            return _number(node, text)
    return _date(text) if node.get("format") == "date" else _words(node, text)


def _chosen(choices: Mapping[str, Bilingual], text: str) -> str:
    """The id that was meant: by itself, by its number in the list, or by its name or a part of it that no other has."""
    if text in choices:
        return text
    if text.isdecimal() and 1 <= int(text) <= len(choices) <= MOST_LISTED:
        return list(choices)[int(text) - 1]
    alike: list[str] = []
    for fits in _FITS if text else ():
        alike = [id_ for id_, name in choices.items() if fits(text.lower(), id_, name.zh, name.en.lower())]
        if len(alike) == 1:
            return alike[0]
        if alike:
            break
    near = alike or get_close_matches(text, choices, n=3) or list(choices)
    # Of a long list, some that happen to come first tell no more than how they are written.
    most = _MOST_NEAR if alike or len(choices) <= MOST_LISTED else _FEWEST
    shown = {id_: choices[id_] for id_ in near[:most]}
    raise Failure(
        Bilingual(
            f"“{text}”不能确定是哪一个。可以写：{'、'.join(f'{id_} {name.zh}'.strip() for id_, name in shown.items())}"
            + ("……" if len(near) > len(shown) else "。"),
            f'"{text}" is none of the choices, or several. Write one of: '
            + ", ".join(f"{id_} {name.en}".strip() for id_, name in shown.items())
            + (" …" if len(near) > len(shown) else "."),
        )
    )


def _yes(text: str) -> bool:
    if text.lower() in _YES | _NO:
        return text.lower() in _YES
    raise Failure(Bilingual("请写 是 或 否。", "Write yes or no."))


def _number(node: Mapping[str, Any], text: str) -> int:
    least, most = node.get("minimum", 0), node.get("maximum", 10**9)
    if text.isdecimal() and least <= int(text) <= most:
        return int(text)
    raise Failure(Bilingual(f"请写 {least} 到 {most} 的整数。", f"Write a whole number from {least} to {most}."))


def _date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Failure(Bilingual("日期请写成 2026-01-31。", "Write the date like 2026-01-31.")) from None


def _words(node: Mapping[str, Any], text: str) -> str:
    least, most = node.get("minLength", 1), node.get("maxLength", 10_000)
    if not least <= len(text) <= most:
        raise Failure(
            Bilingual(
                f"请写 {least} 到 {most} 个字，这里是 {len(text)} 个。",
                f"Write {least} to {most} characters; there are {len(text)}.",
            )
        )
    pattern = node.get("pattern")
    if pattern and not re.fullmatch(pattern.removeprefix("^").removesuffix("$"), text):
        said = Bilingual(node.get("description", ""), node.get("x-en-help", ""))
        raise Failure(
            Bilingual(f"“{text}”的写法不对。{said.zh}", f'"{text}" is not written as it should be. {said.en}'.strip())
        )
    return text
