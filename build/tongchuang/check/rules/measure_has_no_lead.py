"""A measure that nobody leads, in a document that says who leads the others."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R116",
    "warning",
    Bilingual("措施没有牵头部门", "A measure without a lead"),
    Bilingual(
        "一份给大多数措施都定了牵头部门的文件，漏写的那几条就没有人管，责任分工表上也是空的。原文确实没有定的，可以不管这条提醒。",
        "In a document that names a lead for most of its measures, one without has nobody in charge, and its row of the "
        "duty table stays empty. If the document really names none, leave this warning be.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """The measures without a lead of every policy in which most have one."""
    for record in content.records("policy"):
        measures = () if "measures" in record.doubtful else record.data.get("measures", ())
        led = [measure for measure in measures if measure.get("lead")]
        if 2 * len(led) <= len(measures):
            continue
        for index, measure in enumerate(measures):
            if not measure.get("lead"):
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("measures", index)),
                    Bilingual(f"“{measure['title']}”没有写牵头部门。", f'"{measure["title"]}" names no lead.'),
                    Bilingual(
                        "请照原文写上 lead：哪个部门牵头。", "Add lead as the document says: which department leads."
                    ),
                )
