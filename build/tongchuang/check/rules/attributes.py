"""Attributes for HTML, in braces or on their own."""

import re
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..prose import lines

EXPLANATION = Explanation(
    "R604",
    "error",
    Bilingual("不能写 HTML 属性", "No HTML attributes"),
    Bilingual(
        "花括号里的属性（如 {: onclick=…} 或 {#id .class}）和 onclick=\"…\" 这类写法会变成网页里的程序或样式，内容里不用。",
        'Attributes in braces, such as {: onclick=…} or {#id .class}, and words like onclick="…" turn into programs or '
        "styles on the page. Content does not use them.",
    ),
)
_ATTRIBUTE = re.compile(r"\{\s*[:#.][^{}]*\}|\{[^{}]*=[^{}]*\}|\bon[a-z]{3,}\s*=\s*[\"'\w]", re.IGNORECASE)


def find(content: Content) -> Iterator[Finding]:
    """One finding a line."""
    for line in lines(content):
        found = _ATTRIBUTE.search(line.text) if "{" in line.text or "=" in line.text else None
        if found:
            shown = line.text[found.start() : found.start() + 20]
            yield EXPLANATION.at(
                line.path,
                line.at(found.start()),
                Bilingual(f"这里有 HTML 属性：{shown}", f"There is an HTML attribute here: {shown}"),
                Bilingual("请删掉。", "Delete it."),
            )
