"""Revision ids and dates in the memory of change."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R401",
    "error",
    Bilingual("修订记录的编号或日期乱了", "Revisions are out of order"),
    Bilingual(
        "修订记录从旧到新写，编号不重复，日期不倒退。译文、地方版本和印出去的纸都靠它判断自己是不是过时。",
        "Revisions run from old to new; no id is used twice and no date goes back. Translations, local versions and "
        "printed sheets tell by them whether they are out of date.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every record with revisions."""
    for record in content.originals:
        if "revisions" in record.doubtful:
            continue
        revisions = record.data.get("revisions", ())
        seen: set[str] = set()
        for index, revision in enumerate(revisions):
            if revision["id"] in seen:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("revisions", index, "id")),
                    Bilingual(
                        f"修订编号“{revision['id']}”用了两次。", f'The revision id "{revision["id"]}" is used twice.'
                    ),
                    Bilingual("请给新的修订一个新编号。", "Give the new revision an id of its own."),
                )
            seen.add(revision["id"])
            if index and revision["date"] < revisions[index - 1]["date"]:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("revisions", index, "date")),
                    Bilingual("这次修订的日期比上一次还早。", "This revision is dated before the one above it."),
                    Bilingual("请把最新的放在最后，或改正日期。", "Put the newest last, or correct the date."),
                )
