"""Words for entries or files that the original does not have."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ...load.sources import Document, Pointer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..foreign import original
from ..mistakes import UNKNOWN_KEY

EXPLANATION = Explanation(
    "R504",
    "error",
    Bilingual("译文对不上原文", "Words for what the original does not have"),
    Bilingual(
        "译文按编号和原文对应。原文没有这个编号，或没有这个文件，这些字句就不会出现在任何页面上：编号写错了，或原文已经删改。",
        "A translation matches the original by ids. If the original has no such id, or there is no such file, the "
        "words "
        "appear on no page: the id is misspelt, or the original has changed.",
    ),
)
_ID = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


def find(content: Content) -> Iterator[Finding]:
    """Ids in translations, rows in translated tables, and whole files."""
    for document in content.sources.documents:
        if document.lang is None:
            continue
        base = original(content.sources, document)
        if base is None:
            if not (
                content.unread(document.kind, document.key)
                or content.named_otherwise(document.kind, document.key)
                or content.is_gone(document.kind, document.key)
            ):
                yield EXPLANATION.at(
                    document.path,
                    (1, 1),
                    Bilingual("这个译文没有对应的中文原文。", "There is no Chinese original for this translation."),
                    Bilingual(
                        "请改正文件名，或先写中文原文。", "Correct the file name, or write the Chinese original first."
                    ),
                )
            continue
        for pointer in content.foreign.get(document.path, ()):
            if (
                _muddled(base.data, pointer)
                or _spoilt(content, base, pointer)
                or content.is_gone(document.kind, str(pointer[-1]))
            ):
                continue
            yield EXPLANATION.at(
                document.path,
                document.position(pointer),
                Bilingual(f"原文里没有“{pointer[-1]}”。", f'The original has no "{pointer[-1]}".'),
                Bilingual("请改成原文里的编号，或删掉。", "Use the id of the original, or delete this."),
            )
        if document.kind == "division" and content.tables_are_whole:
            codes = {row.data["code"] for row in content.records("division") if row.document is base}
            for row in content.records("division", document.lang):
                if row.document is document and codes and row.data["code"] not in codes:
                    yield EXPLANATION.at(
                        document.path,
                        row.position(()),
                        Bilingual(
                            f"原表里没有代码 {row.data['code']}。",
                            f"The original table has no code {row.data['code']}.",
                        ),
                        Bilingual("请改正代码，或删掉这一行。", "Correct the code, or delete the row."),
                    )


def _spoilt(content: Content, base: Document, pointer: Pointer) -> bool:
    """Whether the original has the entry under a misspelt key, or in a value of the wrong kind."""
    return any(
        mistake.finding.code == UNKNOWN_KEY.code
        or (mistake.hard and mistake.pointer == pointer[: len(mistake.pointer)])
        for mistake in content.mistakes.get(base.path, ())
    )


def _muddled(value: Any, pointer: Pointer) -> bool:
    """Whether a list on the way has an id twice, or one that is none: then another id is missing for that."""
    for part in pointer:
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, list):
            ids = [entry.get("id") for entry in value if isinstance(entry, Mapping)]
            if len(set(map(str, ids))) < len(value) or not all(_ID.fullmatch(str(id_)) for id_ in ids):
                return True
            value = next((entry for entry in value if entry["id"] == part), None)
    return False
