"""HTML in content."""

import re
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R601",
    "error",
    Bilingual("不能写 HTML", "No HTML"),
    Bilingual(
        "内容里不写 HTML 标签和注释：它能带进脚本，也印不到纸上。正文用 Markdown 的标题、列表、加粗；其他文件只写文字。"
        "要写小于号，后面空一格，或写成“小于”。",
        "Content holds no HTML tags or comments: they can bring in scripts, and paper can't show them. Use "
        "headings, lists "
        "and bold of Markdown in a policy's text, plain words elsewhere. For a less-than sign leave a space after it.",
    ),
)
# A tag, an end tag, a comment, a declaration or a processing instruction; <https://...> is a link of Markdown.
_HTML = re.compile(r"<(?!https?://[^\s<>\"']+>)[A-Za-z/!?]")


def find(content: Content) -> Iterator[Finding]:
    """One finding a line."""
    for words in content.prose_with(_HTML):
        for found in words.matches(_HTML):
            shown = words.text[found.start() : found.start() + 20].split("\n")[0]
            yield EXPLANATION.at(
                words.path,
                words.at(found.start()),
                Bilingual(f"这里有 HTML：{shown}", f"There is HTML here: {shown}"),
                Bilingual("请删掉标签，改用文字或 Markdown。", "Delete the tags; use words or Markdown."),
            )
