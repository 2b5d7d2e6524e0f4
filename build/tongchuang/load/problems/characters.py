"""Bytes and characters that may not stand in content (L2…)."""

import unicodedata

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding

NOT_UTF8 = Explanation(
    "L201",
    "error",
    Bilingual("不是 UTF-8 编码", "Not UTF-8"),
    Bilingual(
        "内容文件都用 UTF-8 编码。旧版 Excel 和记事本会存成 GBK（ANSI）或 UTF-16，中文就成了乱码。",
        "Content files are UTF-8. Old versions of Excel and Notepad save as GBK (ANSI) or UTF-16, which turns "
        "Chinese into garbage.",
    ),
)
BYTE_ORDER_MARK = Explanation(
    "L202",
    "warning",
    Bilingual("文件开头有看不见的 BOM", "Invisible byte order mark"),
    Bilingual(
        "有些 Windows 软件会在文件开头加一个看不见的记号（BOM）。读的时候会跳过，但比较改动时会碍事。",
        "Some Windows programs put an invisible mark (BOM) at the start of a file. It is skipped in reading, but gets "
        "in the way when changes are compared.",
    ),
)
CONTROL_CHARACTER = Explanation(
    "L203",
    "error",
    Bilingual("看不见的控制字符", "Invisible control character"),
    Bilingual(
        "控制字符和零宽字符看不见，却会让文字搜不到、印不出，也可能藏东西。常常是从网页或 Word 里复制来的。",
        "Control characters and zero-width characters can't be seen, yet words with them are not found and may not "
        "print, and things can be hidden with them. They often come along when copying from a web page or Word.",
    ),
)
BIDI_CONTROL = Explanation(
    "L204",
    "error",
    Bilingual("颠倒文字方向的字符", "Character that turns the direction of text"),
    Bilingual(
        "这类字符能让显示的次序和真正的次序不同，审核的人看到的和公布出去的会不一样，所以不许用。",
        "These characters make text show in another order than it is stored in, so a reviewer may see something else "
        "than what gets published. They are refused.",
    ),
)
CONFLICT_MARK = Explanation(
    "L205",
    "error",
    Bilingual("没有解决的合并冲突", "Unresolved merge conflict"),
    Bilingual(
        "两个人改了同一处，Git 把两种写法都留在文件里，用 <<<<<<< 、======= 、>>>>>>> 隔开，等人选定。",
        "Two people changed the same lines, and Git left both versions in the file between <<<<<<<, ======= and "
        ">>>>>>> "
        "for somebody to choose.",
    ),
)


def not_utf8(path: str, at: tuple[int, int]) -> Finding:
    """Bytes that are no UTF-8 from ``at`` on."""
    return NOT_UTF8.at(
        path,
        at,
        Bilingual("从这里起不是 UTF-8 编码。", "From here on this is not UTF-8."),
        Bilingual(
            "请另存为“UTF-8”（Excel 里选“CSV UTF-8”）。",
            'Save it again as "UTF-8" (in Excel choose "CSV UTF-8").',
        ),
    )


def bom(path: str) -> Finding:
    """The file starts with U+FEFF."""
    return BYTE_ORDER_MARK.at(
        path,
        (1, 1),
        Bilingual("文件开头有 BOM。", "The file starts with a byte order mark."),
        Bilingual("另存时选“UTF-8”，不选“UTF-8 BOM”。", 'Save as "UTF-8", not as "UTF-8 with BOM".'),
    )


def control(path: str, at: tuple[int, int], character: str) -> Finding:
    """A control or zero-width character."""
    return CONTROL_CHARACTER.at(
        path,
        at,
        Bilingual(
            f"这里有看不见的字符 {_name(character)}。", f"There is an invisible character here, {_name(character)}."
        ),
        Bilingual("请删掉这个字符，再打一遍前后的字。", "Delete it and type the letters around it again."),
    )


def bidi(path: str, at: tuple[int, int], character: str) -> Finding:
    """A character that changes the direction of text."""
    return BIDI_CONTROL.at(
        path,
        at,
        Bilingual(
            f"这里有改变文字方向的字符 {_name(character)}。",
            f"A character here turns the direction of text: {_name(character)}.",
        ),
        Bilingual("请删掉这个字符。", "Delete it."),
    )


def conflict(path: str, at: tuple[int, int]) -> Finding:
    """A mark that Git leaves where two changes met."""
    return CONFLICT_MARK.at(
        path,
        at,
        Bilingual("这里有合并冲突的记号。", "There is a merge conflict mark here."),
        Bilingual(
            "请留下正确的写法，删掉另一种和三行记号。", "Keep the right version; delete the other one and the marks."
        ),
    )


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
