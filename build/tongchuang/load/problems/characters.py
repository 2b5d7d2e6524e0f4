"""Bytes and characters that may not stand in content (L2…)."""

import unicodedata
from enum import Enum

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
    Bilingual("不该有的字符", "A character that has no place here"),
    Bilingual(
        "控制字符、零宽字符、不换行空格看不见或分不清，却会让文字搜不到、印不出，也可能藏东西；自造字和表情符号别处显示不出。"
        "它们常常是从网页或 Word 里复制来的。",
        "Control characters, zero-width characters and spaces that don't break can't be told by eye, yet words with them "
        "are not found and may not print, and things can be hidden with them; characters made by hand and emoji don't "
        "show elsewhere. They often come along when copying from a web page or Word.",
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

NOT_TEXT = Explanation(
    "L206",
    "error",
    Bilingual("不是文本文件", "Not a text file"),
    Bilingual(
        "内容文件都是文本。Word、Excel、PDF、图片和网页改了文件名，里面还是原来的样子，读不了。",
        "Content files are text. A file of Word or Excel, a PDF, a picture or a web page stays what it is under another "
        "name, and can't be read.",
    ),
)
LINE_ENDS = Explanation(
    "L207",
    "warning",
    Bilingual("行尾不是 LF", "Line ends other than LF"),
    Bilingual(
        "Windows 的记事本等软件用 CR LF 结束一行。读得懂，但比较改动时会显得每一行都改了，看不出真正改了哪里。CSV 表格不受限制。",
        "Notepad and others end lines with CR LF. It can be read, but when changes are compared every line seems to have "
        "changed, and what really did can't be seen. CSV tables may have either.",
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
        Bilingual(
            "用记事本打开，另存时编码选“UTF-8”，不选“带 BOM 的 UTF-8”。",
            'Open it in Notepad and save it as "UTF-8", not as "UTF-8 with BOM".',
        ),
    )


def refused(path: str, at: tuple[int, int], character: str, count: int) -> Finding:
    """The first of ``count`` characters that can't stand in content."""
    name = _name(character)
    category = unicodedata.category(character)
    if character == "\ufffd":
        what = Bilingual("这里有坏掉的字（�），原来的字已经丢了", "A letter here was lost, U+FFFD stands in its place")
        remedy = Bilingual("请对照原件重新打这个字。", "Type it again from the original.")
    elif category == "Co":
        what = Bilingual(
            f"这里有别的电脑显示不出的字符 {name}（Word 的符号或自造字）",
            f"Other computers can't show the character {name} here (a symbol of Word, or one made by hand)",
        )
        remedy = Bilingual("请换成普通的字或符号。", "Use an ordinary character instead.")
    elif category == "Zs":
        what = Bilingual(
            f"这里有看着像空格、其实不是的字符 {name}", f"The character {name} here looks like a space but is none"
        )
        remedy = Bilingual(
            "请换成英文输入的空格；中文之间不用空格。多的话用“查找替换”。",
            "Type an ordinary space instead; between Chinese characters none. If there are many, find and replace.",
        )
    elif character >= "\U0001f000" or category in ("Mn", "Me"):
        what = Bilingual(f"这里有表情符号 {name}", f"There is an emoji here, {name}")
        remedy = Bilingual("请删掉，用文字说。纸上印不出来。", "Delete it and say it in words: print can't show it.")
    else:
        what = Bilingual(f"这里有看不见的字符 {name}", f"There is an invisible character here, {name}")
        remedy = Bilingual("请删掉这个字符，再打一遍前后的字。", "Delete it and type the letters around it again.")
    more = Bilingual(f"，全文件有 {count} 处。", f"; the file has {count} such.") if count > 1 else Bilingual("。", ".")
    return CONTROL_CHARACTER.at(path, at, Bilingual(what.zh + more.zh, what.en + more.en), remedy)


def line_ends(path: str, at: tuple[int, int]) -> Finding:
    """A carriage return where a line feed alone is due."""
    return LINE_ENDS.at(
        path,
        at,
        Bilingual(
            "从这一行起，行尾是 Windows 或旧 Mac 的写法（CR）。",
            "From this line on, lines end as on Windows or old Macs (CR).",
        ),
        Bilingual(
            "在编辑器里把行尾（EOL）改成 LF 再保存。", "Set the line ends (EOL) of the editor to LF and save again."
        ),
    )


class Foreign(Enum):
    """Files of other programs under the name of text: what they are, and what to do."""

    OFFICE = (
        "Word、Excel 或压缩文件",
        "a file of Word or Excel, or an archive",
        "改文件名没有用。政策文件请用 tongchuang import 导入；别的请把文字写进文本文件。",
        "Renaming does not help. Import a policy with tongchuang import; write anything else as plain text.",
    )
    PDF = (
        "PDF 文件",
        "a PDF",
        "改文件名没有用。政策文件请用 tongchuang import 导入；别的请把文字写进文本文件。",
        "Renaming does not help. Import a policy with tongchuang import; write anything else as plain text.",
    )
    PICTURE = (
        "图片",
        "a picture",
        "改文件名没有用。请把图里的文字打出来。",
        "Renaming does not help. Type the words that it shows.",
    )
    PAGE = (
        "网页（HTML）",
        "a web page (HTML)",
        "多半是把下载页存成了文件。请下载文件本身，或点“Raw / 原始数据”再保存。",
        'Most likely a page was saved in place of the file. Download the file itself, or open "Raw" and save that.',
    )


def foreign(path: str, what: Foreign) -> Finding:
    """Not text at all."""
    zh, en, remedy_zh, remedy_en = what.value
    return NOT_TEXT.at(
        path,
        (1, 1),
        Bilingual(f"这不是文本文件，是{zh}。", f"This is no text file but {en}."),
        Bilingual(remedy_zh, remedy_en),
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
