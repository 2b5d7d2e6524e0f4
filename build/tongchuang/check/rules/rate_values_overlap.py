"""Two values of one rate that hold in one region at the same time."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..rates import neighbours

EXPLANATION = Explanation(
    "R406",
    "error",
    Bilingual("同一地区同时有两个数值", "Two values hold at the same time"),
    Bilingual(
        "一项标准在一个地区的任何一天只能有一个数值。前一个数值的止日要早于后一个的起日；没有止日的，到后一个起日为止。",
        "A rate has one value in a region on any day. A value must end before the next one starts; one without an end "
        "holds until the next starts.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Neighbours in time, of each region of a rate."""
    for record in content.records("rate"):
        for _, (_, before), (index, after) in neighbours(record):
            end = before.get("ends", before["starts"])
            if after["starts"] <= end:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("values", index, "starts")),
                    Bilingual(
                        f"“{after['id']}”自 {after['starts']} 起，而“{before['id']}”到 {end} 才止。",
                        f'"{after["id"]}" starts on {after["starts"]}, but "{before["id"]}" holds until {end}.',
                    ),
                    Bilingual("请对照两份文件改正日期。", "Correct the dates by the two documents."),
                )
