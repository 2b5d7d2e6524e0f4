"""Single words that a translation lacks."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...catalogue.translate import overlay
from ...load.walk import LISTS
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record
from ..foreign import original
from ..mistakes import UNKNOWN_KEY

EXPLANATION = Explanation(
    "R503",
    "warning",
    Bilingual("译文缺字句", "Words are missing from a translation"),
    Bilingual(
        "译文文件里缺了原文有的字句，页面上这些地方会显示中文。点号前后是栏目和条目的编号，例如 "
        "materials.id-card.name。",
        "The translation lacks words that the original has; there the page shows Chinese. The dotted names are "
        "keys and "
        "ids, such as materials.id-card.name.",
    ),
)
_SHOWN = 6
# A key that does not exist (S101): what stands under it is missing where it belongs.
_MISSPELT = UNKNOWN_KEY.code


def find(content: Content) -> Iterator[Finding]:
    """One finding a file, with the first few of what it lacks."""
    for document in content.sources.documents:
        base = None if document.lang is None else original(content.sources, document)
        if base is None or any(m.hard or m.finding.code == _MISSPELT for m in content.mistakes.get(document.path, ())):
            continue
        originals = [record for record in content.records(document.kind) if record.document is base]
        words = [record for record in content.records(document.kind, document.lang) if record.document is document]
        # Where the translation has an id that the original lacks, that is the finding.
        spoilt = [".".join(map(str, pointer[:-1])) for pointer in content.foreign.get(document.path, ())]
        lacking = [
            path for path in _lacking(document.kind, originals, words) if not any(path.startswith(s) for s in spoilt)
        ]
        if lacking:
            shown = ", ".join(lacking[:_SHOWN]) + (" …" if len(lacking) > _SHOWN else "")
            yield EXPLANATION.at(
                document.path,
                (1, 1),
                Bilingual(f"缺 {len(lacking)} 处译文：{shown}", f"{len(lacking)} missing: {shown}"),
                Bilingual("请补译这些字句。", "Translate these."),
            )


def _lacking(kind: Any, originals: list[Record], words: list[Record]) -> Iterator[str]:
    if kind == "division":
        named = {record.data["code"] for record in words}
        yield from (record.data["code"] for record in originals if record.data["code"] not in named)
    elif kind in LISTS:
        by_id: dict[Any, Mapping[str, Any]] = {record.above[0]: record.data for record in words}
        for record in originals:
            id_ = record.data.get("id")
            if id_ is not None:
                yield from (f"{id_}.{path}" for path in overlay(kind, record.data, by_id.get(id_))[1])
    elif kind != "local" and originals and words:
        yield from overlay(kind, originals[0].data, words[0].data)[1]
