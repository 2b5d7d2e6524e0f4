"""``when`` against the questions as they hold at a place."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...load.sources import Pointer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..local import chains, merges
from ..values import whens

EXPLANATION = Explanation(
    "R208",
    "error",
    Bilingual("本地的问题和条目对不上", "Questions and entries don't match there"),
    Bilingual(
        "地方按授权换了 questions，或用例外改了 when，条件、材料、步骤里的 when 仍要用到存在的问题和选项，"
        "否则那一条在本地永远不会出现。",
        "Where a place sets questions by delegation, or an exception changes when, the when of every condition, "
        "material, step and remedy must still name questions and options that exist, or the entry never shows there.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Versions that a local file with ``delegated`` or ``exceptions`` makes."""
    for layers in chains(content):
        record = layers[-1]
        head = next((key for key in ("delegated", "exceptions") if key in record.data), None)
        if head is None or any(layer.doubtful for layer in layers):
            continue
        *_, (_, merged) = merges(content, layers)
        for pointer, id_ in _unknown(merged.data):
            entry = ".".join(_names(merged.data, pointer))
            yield EXPLANATION.at(
                record.document.path,
                record.position((head,)),
                Bilingual(f"{entry} 用到的“{id_}”在本地不存在。", f'{entry} names "{id_}", which does not exist here.'),
                Bilingual(
                    "请补上这个问题或选项，或把用到它的条目一并改掉。",
                    "Add the question or option, or change the entry as well.",
                ),
            )


def _unknown(data: Mapping[str, Any]) -> Iterator[tuple[Pointer, str]]:
    options = {q["id"]: [option["id"] for option in q["options"]] for q in data.get("questions", ())}
    for pointer, when in whens(data):
        for question, answers in when.items():
            missing = [question] if question not in options else [a for a in answers if a not in options[question]]
            yield from ((pointer, id_) for id_ in missing)


def _names(data: Any, pointer: Pointer) -> Iterator[str]:
    for part in pointer:
        data = data[part]
        yield str(data["id"] if isinstance(part, int) else part)
