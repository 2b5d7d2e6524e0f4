"""Days between two values of one rate on which none holds."""

from collections.abc import Iterator
from datetime import date

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..rates import neighbours

EXPLANATION = Explanation(
    "R407",
    "warning",
    Bilingual("两个数值之间有空档", "A gap between two values"),
    Bilingual(
        "前一个数值的止日和后一个的起日之间有几天没有数值，那几天只能按上级地区的数值，或者没有数值可用。"
        "多半是漏写了一个数值，或写错了日期；新数值接着旧数值的，可以不写旧数值的止日。",
        "Between the end of one value and the start of the next there are days with none: then the value of the region "
        "above counts, or there is none at all. Probably a value was left out or a date is wrong. A value that the "
        "next one follows at once needs no end.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Neighbours in time, of each region of a rate."""
    for record in content.records("rate"):
        for region, (_, before), (index, after) in neighbours(record):
            end = before.get("ends")
            if (
                end
                and end >= before["starts"]
                and (date.fromisoformat(after["starts"]) - date.fromisoformat(end)).days > 1
            ):
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("values", index, "starts")),
                    Bilingual(
                        f"{region} 在 {end} 之后、{after['starts']} 之前没有数值。",
                        f"{region} has no value after {end} and before {after['starts']}.",
                    ),
                    Bilingual("请补上缺的数值，或改正日期。", "Add the value that is missing, or correct the dates."),
                )
