"""Columns of ledgers that are defined nowhere, or a second time."""

from collections.abc import Iterator

from ...catalogue.ledgers import SHARED
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R808",
    "error",
    Bilingual("台账的公用栏目对不上", "A shared column is muddled"),
    Bilingual(
        f"各种台账公用的栏目（序号、日期、人员编号、办什么、结果等）只在 ledgers/{SHARED}.yaml 里写一次，别的台账只写编号。"
        "这样各处记的才能对得上。自己的栏目要写全 label 和 kind。",
        f"Columns that ledgers share (number, day, person code, matter, result) are defined once, in ledgers/{SHARED}.yaml; "
        "other ledgers give their ids alone, so that what different desks record fits together. A column of a ledger's own "
        "needs label and kind.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """The columns of every ledger but the shared one, against those that are shared."""
    if content.unread("ledger", SHARED):
        return
    shared = {
        column["id"]
        for record in content.records("ledger")
        if record.document.key == SHARED and "columns" not in record.doubtful
        for column in record.data.get("columns", ())
    }
    for record in content.records("ledger"):
        if "columns" in record.doubtful:
            continue
        for index, column in enumerate(record.data.get("columns", ())):
            known = column["id"] in shared and record.document.key != SHARED
            given = {"label", "kind"} & column.keys()
            if known and given:
                words = Bilingual("这是公用栏目，这里又写了一遍。", "This column is shared, and defined here anew.")
            elif not known and len(given) < 2:
                words = Bilingual(
                    "这一栏没有写全，也不是公用栏目。", "This column is incomplete, and not a shared one."
                )
            else:
                continue
            yield EXPLANATION.at(
                record.document.path,
                record.position(("columns", index, "id")),
                words,
                Bilingual(
                    "公用的只写编号；自己的换个编号，写全 label 和 kind。",
                    "Give a shared one by its id; give one of its own another id, label and kind.",
                ),
            )
