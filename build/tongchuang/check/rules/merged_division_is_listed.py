"""Divisions reported as merged that the table still has."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..divisions import merged

EXPLANATION = Explanation(
    "R111",
    "error",
    Bilingual("撤并的区划还在表里", "A merged division is still in the table"),
    Bilingual(
        "merged 里写的是已经撤掉的区划。同一个代码还在区划表里，就不知道那里的所站还在不在。撤了就从表里删掉那一行，"
        "没撤就从 merged 里删掉。",
        "merged lists divisions that are no more. While the table has the same code, nobody knows whether its office "
        "is open: take the row out of the table, or the entry out of merged.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every network against all tables."""
    rows = {row.data["code"]: row for row in content.records("division")}
    for record, pointer, entry in merged(content):
        row = rows.get(entry["id"])
        if row:
            line = row.position(())[0]
            yield EXPLANATION.at(
                record.document.path,
                record.position((*pointer, "id")),
                Bilingual(
                    f"{entry['id']} 还在 {row.document.path} 第 {line} 行。",
                    f"{entry['id']} is still in {row.document.path}, line {line}.",
                ),
                Bilingual("请从表里删掉那一行，或从 merged 里删掉。", "Delete the row there, or the entry here."),
            )
