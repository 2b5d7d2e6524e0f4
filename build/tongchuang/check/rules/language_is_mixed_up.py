"""Words of another language than the file's."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ...load.sources import Document
from ...load.walk import MOST_FILES
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..nodes import node_at
from ..prose import Prose
from ..schema import written_schema

EXPLANATION = Explanation(
    "R505",
    "warning",
    Bilingual("语言写错了文件", "Words of another language"),
    Bilingual(
        "没有语言后缀的文件写中文，.en.yaml 和 en.md 写英文。写反了，中文页面上会出现英文，英文页面上会出现中文。译文里引用几个汉字不要紧。",
        "Files without a language in their name hold Chinese, .en.yaml and en.md English. The wrong way round, Chinese "
        "pages show English and English pages Chinese. A few Chinese characters quoted in a translation do no harm.",
    ),
)
_HAN = re.compile("[㐀-鿿]")
_LETTER = re.compile("[A-Za-z]")
_NAME = re.compile(r"[a-z0-9./-]+|https?:\S+")  # an id or an address
_FEWEST = 5  # letters: fewer may be an abbreviation
_WRITTEN_WITH_HAN = ("zh", "ja", "yue")


def find(content: Content) -> Iterator[Finding]:
    """One finding a file, at the first such words."""
    for words in content.written:
        document = words.document
        if (document.lang or "").split("-")[0] in _WRITTEN_WITH_HAN:
            continue
        if not any(_mixed_up(line, document.lang) for line in words.text.split("\n")):
            continue
        found = [prose for prose in words.pieces if _mixed_up(prose.text, document.lang) and _is_text(prose)]
        if found:
            yield _finding(document, found)


def _finding(document: Document, found: list[Prose]) -> Finding:
    first = found[0]
    shown = first.text.strip().split("\n")[0][:20]
    more_zh, more_en = (
        (f"，这个文件里有 {len(found)} 处", f" ({len(found)} in this file)") if len(found) > 1 else ("", "")
    )
    if document.lang is None:
        message = Bilingual(
            f"中文文件里写了外文：{shown}{more_zh}。", f'A Chinese file has other words: "{shown}"{more_en}.'
        )
        remedy = Bilingual(
            "这里写中文，外文写进译文文件。", "Write Chinese here; other languages go into the translation."
        )
    else:
        message = Bilingual(
            f"{document.lang} 译文里写的是中文：{shown}{more_zh}。",
            f'The translation into {document.lang} has Chinese: "{shown}"{more_en}.',
        )
        remedy = Bilingual("请译出来；中文写进原文文件。", "Translate it; Chinese goes into the original file.")
    return EXPLANATION.at(document.path, first.at(0), message, remedy)


# Remembered, as who edits has the same texts checked at every save.
@lru_cache(MOST_FILES)
def _mixed_up(text: str, lang: str | None) -> bool:
    if lang is None:
        return not _HAN.search(text) and not _NAME.fullmatch(text) and len(_LETTER.findall(text)) >= _FEWEST
    return bool(_HAN.search(text)) and len(_HAN.findall(text)) * 2 > len(_LETTER.findall(text))


def _is_text(prose: Prose) -> bool:
    """Whether people read it: the body, a name in a table, what the schema calls text."""
    if prose.markdown or prose.document.kind == "division":
        return prose.markdown or prose.pointer[-1] == "name"
    if prose.document.lang is not None:
        return prose.pointer not in (("of",), ("base",))
    schema = written_schema(prose.document.kind, False)
    return any(node_at(schema, prose.pointer[:end]).get("x-text") for end in range(1, len(prose.pointer) + 1))
