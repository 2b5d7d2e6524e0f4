"""Markdown files without proper front matter (L4…)."""

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding

NO_FRONT_MATTER = Explanation(
    "L401",
    "error",
    Bilingual("没有说明部分", "No front matter"),
    Bilingual(
        "政策文件的第一行必须是 ---，接着写标题、日期等栏目，再用一行 --- 结束，后面才是正文。",
        "The first line of a policy file must be ---; title, dates and so on follow, then a second line of ---, then "
        "the text.",
    ),
)
OPEN_FRONT_MATTER = Explanation(
    "L402",
    "error",
    Bilingual("说明部分没有结束", "Front matter never ends"),
    Bilingual(
        "文件开头的说明部分要用单独一行 --- 结束，否则分不清哪里是正文。",
        "The front matter must end with a line of ---, or nobody can tell where the text starts.",
    ),
)


def no_front_matter(path: str) -> Finding:
    """The first line is not ``---``."""
    return NO_FRONT_MATTER.at(
        path,
        (1, 1),
        Bilingual("第一行应当是 ---。", "The first line should be ---."),
        Bilingual(
            "请在最前面加一行 ---，写上各栏，再加一行 ---。",
            "Start with a line of ---, the keys, and another line of ---.",
        ),
    )


def open_front_matter(path: str) -> Finding:
    """There is no second ``---``."""
    return OPEN_FRONT_MATTER.at(
        path,
        (1, 1),
        Bilingual("找不到结束说明部分的 ---。", "The line of --- that ends the front matter is missing."),
        Bilingual("请在正文前加一行 ---。", "Put a line of --- before the text."),
    )
