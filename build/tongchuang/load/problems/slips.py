"""Slips of the hand that spoil YAML, each in words that say what to type (L301)."""

from enum import Enum

from ...model.finding import Bilingual, Finding
from .yaml import SYNTAX


class Slip(Enum):
    """A slip: what is wrong, and what to do; ``{}`` is what belongs there."""

    WIDE = (
        "这里的标点是全角的（中文的），应当用英文的。",
        "A full-width (Chinese) mark stands here where an English one belongs.",
        "切换到英文输入，冒号、逗号后面空一格，写成：{}",
        "Switch the keyboard to English, put a space after each colon or comma, and write: {}",
    )
    SPACE = (
        "冒号后面少了一个空格。",
        "A space is missing after the colon.",
        "冒号后空一格再写内容：{}",
        "Put a space after the colon, then the text: {}",
    )
    COLON = (
        "栏目名后面少了冒号。",
        "The colon after the key is missing.",
        "加上英文冒号，后面空一格：{}",
        "Put an English colon and a space after it: {}",
    )
    DASH = (
        "列表的每一条要以英文减号加一个空格开头。",
        "Each entry of a list starts with a hyphen and a space.",
        "写成：{}",
        "Write: {}",
    )
    QUOTE = (
        "这一行的引号没有配对。",
        "The quotes of this line don't pair.",
        "两头都用英文双引号：{}",
        "Put an English double quote at both ends: {}",
    )
    BRACKET = (
        "这一行的括号没有配对。",
        "The brackets of this line don't pair.",
        "写成：{}",
        "Write: {}",
    )
    INDENT = (
        "这一行的缩进不对。",
        "This line is indented wrongly.",
        "开头应当正好是 {} 个空格：同一层的栏目对齐，下一层多两个空格。",
        "Start it with exactly {} spaces: keys of one level in one column, two more for the next level.",
    )
    SPECIAL = (
        "这段文字里有 YAML 的特殊符号，要加引号。",
        "This text has signs that mean something in YAML; it needs quotes.",
        "用英文双引号包起来：{}",
        "Put it in double quotes: {}",
    )


_SHOWN = 60


def slipped(path: str, at: tuple[int, int], slip: Slip, better: str) -> Finding:
    """A slip with what belongs there, shortened to what an editor needs to see."""
    shown = better if len(better) <= _SHOWN else better[: _SHOWN - 1] + "…"
    zh, en, remedy_zh, remedy_en = slip.value
    return SYNTAX.at(path, at, Bilingual(zh, en), Bilingual(remedy_zh.format(shown), remedy_en.format(shown)))
