"""Originals without a translation into a language that other files have."""

from collections.abc import Iterator

from ... import schemas
from ...load.sources import Document, Pointer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..nodes import node_at
from ..schema import written_schema
from ..values import texts

EXPLANATION = Explanation(
    "R502",
    "warning",
    Bilingual("没有译文", "There is no translation"),
    Bilingual(
        "别的内容已有这种语言的译文，这个文件还没有，这种语言的页面上会显示中文。",
        "Other content is translated into this language, this file is not yet; its pages show Chinese.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Each original with words in it, for each language that any file has."""
    for document in content.sources.documents:
        if document.lang is not None or not _has_words(document):
            continue
        for lang in content.sources.languages[1:]:
            path = translated_path(document, lang)
            if not content.exists(path) and not _misnamed(document):
                yield EXPLANATION.at(
                    document.path,
                    (1, 1),
                    Bilingual(f"没有 {lang} 译文。", f"There is no translation into {lang}."),
                    Bilingual(f"请补上 {path}。", f"Add {path}."),
                )


def translated_path(document: Document, lang: str) -> str:
    """Where the translation of a document lies."""
    stem, _, ending = document.path.rpartition(".")
    if document.kind == "policy":
        return f"{stem.rpartition('/')[0]}/{lang}.{ending}"
    return f"{stem}.{lang}.{ending}"


def _misnamed(document: Document) -> bool:
    """Whether the file and the record have different names: the translation may have the right one."""
    return isinstance(document.data, dict) and document.data.get("id", document.key) != document.key


def _has_words(document: Document) -> bool:
    if document.kind not in ("local", "place", "routing"):
        return True
    schema = written_schema(document.kind, translation=False)
    return any(_is_words(schema, pointer) for pointer, _ in texts(document.data))


def _is_words(schema: schemas.Node, pointer: Pointer) -> bool:
    return any(node_at(schema, pointer[:end]).get("x-text") for end in range(1, len(pointer) + 1))
