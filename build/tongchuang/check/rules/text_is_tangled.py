"""Markdown that no reader needs and that a renderer may choke on."""

import re
from collections.abc import Iterator

from ...load.sources import Document
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..prose import lines

EXPLANATION = Explanation(
    "R605",
    "error",
    Bilingual("正文套得太深或太乱", "Text nested too deeply or tangled"),
    Bilingual(
        "列表和引用最多套 8 层，一行最多 20000 个字，同类符号不连写 100 个以上。再多没有人看得懂，也会让网页卡住。",
        "Lists and quotations may be nested 8 deep, a line may have 20,000 characters, and signs such as brackets may not "
        "stand a hundred in a row. More than that nobody understands, and it can hang the build.",
    ),
)
DEEPEST = 8
_LONGEST = 20_000
_RUN = re.compile(r"[\[\](){}<>*_~`!|^$\\]{100}")
_ITEM = re.compile(r"( *)((?:(?:[-*+]|\d{1,9}[.)]) +)+)")
_QUOTES = re.compile(r"(?: {0,3}> ?)+")


def find(content: Content) -> Iterator[Finding]:
    """Runs of signs and long lines anywhere; depth in Markdown."""
    for line in lines(content):
        run = _RUN.search(line.text)
        if run or len(line.text) > _LONGEST:
            yield EXPLANATION.at(
                line.path,
                line.at(run.start() if run else 0),
                Bilingual("这一行太长，或符号连写太多。", "This line is too long, or has too many signs in a row."),
                Bilingual("请删掉多余的符号，分成几行。", "Delete needless signs and break it up."),
            )
    for document in content.sources.documents:
        yield from _deep(document)


def _deep(document: Document) -> Iterator[Finding]:
    indents: list[int] = []
    for number, text in enumerate(document.body.split("\n")):
        quotes = _QUOTES.match(text)
        depth = quotes.group().count(">") if quotes else 0
        item = _ITEM.match(text)
        if item:
            indent = len(item[1])
            indents = [*(i for i in indents if i < indent), indent]
            depth = max(depth, len(indents) - 1 + len(item[2].split()))
        elif text.strip() and not text.startswith(" "):
            indents = []
        if depth > DEEPEST:
            line, column = document.position(("body", number))
            yield EXPLANATION.at(
                document.path,
                (line, column),
                Bilingual(f"这里套了 {depth} 层。", f"This is nested {depth} deep."),
                Bilingual(f"请减到 {DEEPEST} 层以内。", f"Make it at most {DEEPEST}."),
            )
            return
