"""Measures and the chapters of the same policy."""

import difflib
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record

EXPLANATION = Explanation(
    "R115",
    "error",
    Bilingual("措施和部分对不上", "A measure is in no chapter of the policy"),
    Bilingual(
        "写了 chapters（部分），每条措施都要写明在哪一部分，每个部分至少要有一条措施。对不上，这条措施在网页、责任分工表和"
        "总览图上就没有地方放。",
        "Where a policy has chapters, each measure names one of them and each chapter has a measure. Otherwise the "
        "measure has no place on the page, in the duty table and on the overview.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every policy; a chapter without measures only where each measure is in one."""
    for record in content.records("policy"):
        if {"chapters", "measures"} & record.doubtful:
            continue
        known = [chapter["id"] for chapter in record.data.get("chapters", ())]
        named = [measure.get("chapter") for measure in record.data.get("measures", ())]
        lost = [index for index, chapter in enumerate(named) if chapter not in (known or [None])]
        for index in lost:
            yield _measure(record, index, named[index], known)
        for index, id_ in enumerate(known):
            if not lost and id_ not in named:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("chapters", index)),
                    Bilingual(f"“{id_}”这一部分没有措施。", f'No measure is in the chapter "{id_}".'),
                    Bilingual("请给它的措施写上 chapter，或删掉这一部分。", "Let its measures name it, or delete it."),
                )


def _measure(record: Record, index: int, chapter: str | None, known: list[str]) -> Finding:
    pointer = ("measures", index, "chapter") if chapter else ("measures", index)
    near = difflib.get_close_matches(chapter or "", known, n=1)
    there = ", ".join(known) or "—"
    return EXPLANATION.at(
        record.document.path,
        record.position(pointer),
        Bilingual(f"chapters 里没有“{chapter}”。", f'There is no chapter "{chapter}".')
        if chapter
        else Bilingual("没有写在哪一部分。", "It doesn't say which chapter it is in."),
        Bilingual(f"是不是“{near[0]}”？已有：{there}。", f'Did you mean "{near[0]}"? There are: {there}.')
        if near
        else Bilingual(
            f"请写 chapter，用 chapters 里的编号：{there}。", f"Write chapter with an id of chapters: {there}."
        ),
    )
