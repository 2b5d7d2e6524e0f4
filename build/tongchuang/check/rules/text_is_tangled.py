"""Markdown that no reader needs and that a renderer may choke on."""

import re
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R605",
    "error",
    Bilingual("正文套得太深或太乱", "Text nested too deeply or tangled"),
    Bilingual(
        "列表和引用最多套 8 层，一行最多 20000 个字，同类符号不连写 100 个以上。再多没有人看得懂，也会让网页卡住。",
        "Lists and quotations may be nested 8 deep, a line may have 20,000 characters, and signs such as brackets "
        "may not "
        "stand a hundred in a row. More than that nobody understands, and it can hang the build.",
    ),
)
DEEPEST = 8
_RUN = re.compile(r"[\[\](){}<>*_~`!|^$\\]{100}|^[^\n]{20000}", re.MULTILINE)
_ITEM = re.compile(r"( *)((?:(?:[-*+]|\d{1,9}[.)]) +)+)")
_QUOTES = re.compile(r"(?: {0,3}> ?)+")


def find(content: Content) -> Iterator[Finding]:
    """Runs of signs and long lines anywhere; depth in Markdown."""
    for words in content.prose_with(_RUN):
        for found in words.matches(_RUN):
            yield EXPLANATION.at(
                words.path,
                words.at(found.start()),
                Bilingual("这一行太长，或符号连写太多。", "This line is too long, or has too many signs in a row."),
                Bilingual("请删掉多余的符号，分成几行。", "Delete needless signs and break it up."),
            )
    for document in content.sources.documents:
        for number, depth in enumerate(_depths(document.body.split("\n"))):
            if depth > DEEPEST:
                yield EXPLANATION.at(
                    document.path,
                    document.position(("body", number)),
                    Bilingual(f"这里套了 {depth} 层。", f"This is nested {depth} deep."),
                    Bilingual(f"请减到 {DEEPEST} 层以内。", f"Make it at most {DEEPEST}."),
                )
                break


def _depths(lines: list[str]) -> Iterator[int]:
    """How deep in quotations and lists each line starts."""
    indents: list[int] = []
    for line in lines:
        quotes = _QUOTES.match(line)
        depth = quotes.group().count(">") if quotes else 0
        item = _ITEM.match(line)
        if item:
            indent = len(item[1])
            indents = [*(above for above in indents if above < indent), indent]
            depth = max(depth, len(indents) - 1 + len(item[2].split()))
        elif line.strip() and not line.startswith(" "):
            indents = []
        yield depth
