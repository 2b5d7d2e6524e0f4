"""YAML that is broken, or does what content must not (L3…)."""

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding

At = tuple[int, int]

SYNTAX = Explanation(
    "L301",
    "error",
    Bilingual("YAML 写法有错", "YAML is broken"),
    Bilingual(
        "这个文件不合 YAML 的写法，从出错处起读不懂。最常见的原因：冒号后面少了空格、引号没有配对、缩进没有对齐、"
        "以特殊符号（如 * & @ ` % [ {）开头的文字没有加引号。",
        "The file is not proper YAML and can't be understood from the place of the error on. Most often a space is "
        "missing after a colon, a quotation mark has no partner, the indentation is off, or text that starts with a "
        "special sign (* & @ ` % [ {) needs quotes.",
    ),
)
DUPLICATE_KEY = Explanation(
    "L302",
    "error",
    Bilingual("栏目写了两遍", "The same key twice"),
    Bilingual(
        "同一处写了两个同名的栏目，只有一个能算数，读的人看不出是哪一个。",
        "Two entries of the same place have the same key; only one can count, and nobody can see which.",
    ),
)
ANCHOR = Explanation(
    "L303",
    "error",
    Bilingual("锚点（&）", "Anchor (&)"),
    Bilingual(
        "YAML 的锚点和别名让一处的文字出现在另一处，改的人看不出牵动了哪里，所以不用。以 & 开头的文字请加引号。",
        "Anchors and aliases make text of one place appear in another, so an editor can't see what a change touches. "
        "They are not used. Put text that starts with & in quotes.",
    ),
)
ALIAS = Explanation(
    "L304",
    "error",
    Bilingual("别名（*）", "Alias (*)"),
    Bilingual(
        "YAML 的别名代表别处的内容，改的人看不出牵动了哪里，所以不用。以 * 开头的文字请加引号。",
        "An alias stands for content of another place, so an editor can't see what a change touches. They are not "
        "used. "
        "Put text that starts with * in quotes.",
    ),
)
TAG = Explanation(
    "L305",
    "error",
    Bilingual("类型标记（!）", "Tag (!)"),
    Bilingual(
        "YAML 的类型标记能改变值的含义，甚至运行程序，所以不用。以 ! 开头的文字请加引号。",
        "Tags change what a value means and can even run programs; they are not used. Put text that starts with ! "
        "in quotes.",
    ),
)
MERGE_KEY = Explanation(
    "L306",
    "error",
    Bilingual("合并键（<<）", "Merge key (<<)"),
    Bilingual(
        "合并键把别处的栏目整个搬来，看不出哪一栏从哪里来，所以不用。",
        "A merge key takes over all keys of another place, and nobody sees which came from where. It is not used.",
    ),
)
SECOND_DOCUMENT = Explanation(
    "L307",
    "error",
    Bilingual("一个文件里有两份内容", "A second document in one file"),
    Bilingual(
        "单独一行 --- 会在同一个文件里另起一份内容。一个文件只写一份，第二份不会读。",
        "A line with only --- starts a second document in the same file. A file holds one; the second is not read.",
    ),
)
BAD_KEY = Explanation(
    "L308",
    "error",
    Bilingual("栏目名不是文字", "A key that is no text"),
    Bilingual(
        "冒号前面的栏目名必须是一个词，不能空着，也不能是列表。以 [ 或 { 开头的文字请加引号。",
        "What stands before a colon must be a word; it can't be empty, and can't be a list. Put text that starts with "
        "[ or { in quotes.",
    ),
)
TOO_DEEP = Explanation(
    "L309",
    "error",
    Bilingual("套得太深", "Nested too deeply"),
    Bilingual(
        "内容只有几层，套得这么深多半是括号或缩进写错了。",
        "Content is only a few levels deep; nesting like this comes from wrong brackets or indentation.",
    ),
)
WRONG_SHAPE = Explanation(
    "L310",
    "error",
    Bilingual("文件整体的样子不对", "The file as a whole has the wrong shape"),
    Bilingual(
        "清单文件（部门、热线、窗口等）是一条条以“- ”开头的列表，其他文件和译文是“栏目: 内容”。",
        'List files (departments, hotlines, windows and so on) are entries that start with "- "; all other files and '
        'translations are "key: value".',
    ),
)
TAB = Explanation(
    "L311",
    "error",
    Bilingual("缩进用了制表符", "Tab in the indentation"),
    Bilingual(
        "YAML 的缩进只能用空格，用 Tab 键缩进的行读不懂，看上去却一样。",
        "YAML is indented with spaces only. Lines indented with the Tab key can't be understood, though they look "
        "the same.",
    ),
)

# What the parser says, in words that say what to look at: (Chinese, English), by a part of its message.
_SYNTAX_WORDS = (
    ("mapping values are not allowed", "这里不该有冒号。", "There is a colon where none can be."),
    (
        "could not find expected ':'",
        "这一行少了冒号，或上面的引号、缩进有错。",
        "A colon is missing in this line, or a quote or indentation above is wrong.",
    ),
    ("unexpected end of stream", "引号没有配对，一直到文件末尾都没有合上。", "A quotation mark is never closed."),
    ("document indicator", "引号没有配对。", "A quotation mark is never closed."),
    (
        "expected ',' or",
        "括号里少了逗号，或括号没有合上。",
        "A comma is missing inside the brackets, or a bracket is never closed.",
    ),
    (
        "did not find expected key",
        "缩进没有对齐，或上一行的引号后面多了字。",
        "The indentation is off, or something follows a closing quote in the line above.",
    ),
    (
        "'-' indicator",
        "缩进没有对齐，“- ”和上一条不在同一列。",
        'The indentation is off: this "- " is not in the column of the one above.',
    ),
    ("block sequence entries are not allowed", "这里不能以“- ”开头。", 'No list entry ("- ") can stand here.'),
    ("cannot start any token", "文字不能以这个符号开头。", "Text can't start with this sign."),
    ("unknown escape character", "双引号里的反斜杠 \\ 用错了。", "A backslash in double quotes is used wrongly."),
    (
        "expected the node content",
        "这里缺了内容，或多了一个符号。",
        "Something is missing here, or there is a sign too many.",
    ),
    (
        "document start",
        "前面的内容已经结束，这里多出了东西。",
        "The content has ended before this; something is left over.",
    ),
)


def syntax(path: str, at: At, problem: str) -> Finding:
    """The parser's complaint, in plain words where they are known."""
    words = next((Bilingual(zh, en) for part, zh, en in _SYNTAX_WORDS if part in problem), None)
    return SYNTAX.at(
        path,
        at,
        words or Bilingual("YAML 写法有错，从这里起读不懂。", "This is no proper YAML from here on."),
        Bilingual(
            "请看这一行和上一行：冒号后要有空格，引号和括号要成对，同一层要对齐；带特殊符号的文字加上引号。",
            "Look at this line and the one above: a space after each colon, quotes and brackets in pairs, one column "
            "for one level; put text with special signs in quotes.",
        ),
    )


def duplicate_key(path: str, at: At, key: str, first: int) -> Finding:
    """The second of two equal keys; ``first`` is the line of the first."""
    return DUPLICATE_KEY.at(
        path,
        at,
        Bilingual(
            f"“{key}”写了两遍，第 {first} 行已经有了。", f'"{key}" is here twice; it is already in line {first}.'
        ),
        Bilingual("请合成一个，删掉另一个。", "Make them one and delete the other."),
    )


def anchor(path: str, at: At, name: str) -> Finding:
    """``&name``."""
    return ANCHOR.at(
        path,
        at,
        Bilingual(f"这里用了锚点“&{name}”。", f'There is an anchor here, "&{name}".'),
        Bilingual("请删掉它；如果是文字，请加引号。", "Delete it; if it is text, put it in quotes."),
    )


def alias(path: str, at: At, name: str) -> Finding:
    """``*name``."""
    return ALIAS.at(
        path,
        at,
        Bilingual(f"这里用了别名“*{name}”。", f'There is an alias here, "*{name}".'),
        Bilingual(
            "请把内容写出来；如果是文字，请加引号。", "Write out what it stands for; if it is text, put it in quotes."
        ),
    )


def tag(path: str, at: At, name: str) -> Finding:
    """``!name``."""
    name = name.replace("tag:yaml.org,2002:", "!!")
    return TAG.at(
        path,
        at,
        Bilingual(f"这里用了类型标记“{name}”。", f'There is a tag here, "{name}".'),
        Bilingual("请删掉它；如果是文字，请加引号。", "Delete it; if it is text, put it in quotes."),
    )


def merge_key(path: str, at: At) -> Finding:
    """``<<:``."""
    return MERGE_KEY.at(
        path,
        at,
        Bilingual("这里用了合并键“<<”。", 'There is a merge key here, "<<".'),
        Bilingual("请把要用的栏目写出来。", "Write out the keys that are meant."),
    )


def second_document(path: str, at: At) -> Finding:
    """A second ``---``."""
    return SECOND_DOCUMENT.at(
        path,
        at,
        Bilingual("这里开始了第二份内容。", "A second document starts here."),
        Bilingual(
            "请删掉这一行 ---，或把后面的内容放进另一个文件。",
            "Delete this line of ---, or put what follows in a file of its own.",
        ),
    )


def bad_key(path: str, at: At) -> Finding:
    """An empty key, or a list or mapping as key."""
    return BAD_KEY.at(
        path,
        at,
        Bilingual("冒号前面的栏目名不是一个词。", "What stands before the colon is not a word."),
        Bilingual("请写上栏目名；如果是文字，请加引号。", "Write the key; if it is text, put it in quotes."),
    )


def too_deep(path: str, at: At, most: int) -> Finding:
    """More than ``most`` levels."""
    return TOO_DEEP.at(
        path,
        at,
        Bilingual(
            f"这里超过了 {most} 层，后面没有读。", f"This is more than {most} levels deep; the rest was not read."
        ),
        Bilingual("请检查括号和缩进。", "Check the brackets and the indentation."),
    )


def wrong_shape(path: str, list_due: bool, empty: bool) -> Finding:
    """No list where a list is due, no mapping where a mapping is."""
    due = (
        Bilingual("以“- ”开头的列表", 'a list of entries that start with "- "')
        if list_due
        else Bilingual("“栏目: 内容”", '"key: value"')
    )
    problem = (
        Bilingual("文件是空的。", "The file is empty.")
        if empty
        else Bilingual(f"整个文件应当是{due.zh}。", f"The file as a whole should be {due.en}.")
    )
    return WRONG_SHAPE.at(path, (1, 1), problem, Bilingual(f"请写成{due.zh}。", f"Write it as {due.en}."))


def tab(path: str, at: At, lines: int) -> Finding:
    """The first of ``lines`` lines with a tab before their text."""
    return TAB.at(
        path,
        at,
        Bilingual("这一行用制表符缩进。", "This line is indented with a tab.")
        if lines == 1
        else Bilingual(f"从这一行起有 {lines} 行用制表符缩进。", f"{lines} lines from here on are indented with tabs."),
        Bilingual("请换成空格，一层两个。", "Use spaces instead, two for each level."),
    )
