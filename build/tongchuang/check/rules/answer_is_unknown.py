"""``when`` against the questions of the same service."""

import difflib
from collections.abc import Iterator

from ...load.sources import Pointer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record
from ..values import whens

EXPLANATION = Explanation(
    "R105",
    "error",
    Bilingual("when 里的问题或选项不存在", "when names an unknown question or answer"),
    Bilingual(
        "when 写明哪些回答会用到这一条，用的是同一事项 questions 里的问题编号和选项编号。写错了，这一条就永远不会出现，"
        "办事人会少带材料。",
        "when says which answers an entry applies to, by the ids of the questions and options of the same service. "
        "If one "
        "is wrong the entry never shows, and people come without a paper they need.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Conditions, materials, steps and remedies of services."""
    for record in content.records("service"):
        if "questions" in record.broken:
            continue
        options = {q["id"]: [o["id"] for o in q["options"]] for q in record.data.get("questions", [])}
        if any(
            len(set(ids)) < len(ids) for ids in ([q["id"] for q in record.data.get("questions", [])], *options.values())
        ):
            continue
        for pointer, when in whens(record.data):
            for question, answers in when.items():
                if question not in options:
                    yield _finding(record, (*pointer, question), "问题", "question", question, list(options))
                    continue
                for index, answer in enumerate(answers):
                    if answer not in options[question]:
                        at = (*pointer, question, index)
                        yield _finding(record, at, "选项", "answer", answer, options[question])


def _finding(record: Record, pointer: Pointer, zh: str, en: str, id_: str, known: list[str]) -> Finding:
    near = difflib.get_close_matches(id_, known, n=1)
    there = ", ".join(known) or "—"
    return EXPLANATION.at(
        record.document.path,
        record.position(pointer),
        Bilingual(f"没有“{id_}”这个{zh}。", f'There is no {en} "{id_}".'),
        Bilingual(f"是不是“{near[0]}”？已有：{there}。", f'Did you mean "{near[0]}"? There are: {there}.')
        if near
        else Bilingual(f"请改成已有的{zh}：{there}。", f"Use one that exists: {there}."),
    )
