"""Attributes for HTML, in braces or on their own."""

import re
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R604",
    "error",
    Bilingual("不能写 HTML 属性", "No HTML attributes"),
    Bilingual(
        '花括号里的属性（如 {: onclick=…} 或 {#id .class}）和 onclick="…" 这类写法会变成网页里的程序或样式，'
        "内容里不用。",
        'Attributes in braces, such as {: onclick=…} or {#id .class}, and words like onclick="…" turn into programs or '
        "styles on the page. Content does not use them.",
    ),
)
_ATTRIBUTE = re.compile(r"\{\s*[:#.][^{}\n]*\}|\{[^{}\n]*=[^{}\n]*\}|\bon[a-z]{3,}\s*=\s*[\"'\w]", re.IGNORECASE)


def find(content: Content) -> Iterator[Finding]:
    """One finding a line."""
    for words in content.prose_with(_ATTRIBUTE):
        for found in words.matches(_ATTRIBUTE):
            shown = found.group()[:20]
            yield EXPLANATION.at(
                words.path,
                words.at(found.start()),
                Bilingual(f"这里有 HTML 属性：{shown}", f"There is an HTML attribute here: {shown}"),
                Bilingual("请删掉。", "Delete it."),
            )
