"""Targets of more than the whole."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R804",
    "error",
    Bilingual("百分比超过一百", "A percentage over a hundred"),
    Bilingual(
        "用百分比衡量的目标，目标值不能超过 100；要写数量请换衡量办法。",
        "A target measured in per cent can't exceed 100; for a number choose another measure.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every target measured in per cent."""
    for record in content.records("target"):
        if record.data.get("measure") == "percent" and record.data.get("value", 0) > 100:
            yield EXPLANATION.at(
                record.document.path,
                record.position(("value",)),
                Bilingual(f"目标值是 {record.data['value']}%。", f"The value is {record.data['value']}%."),
                Bilingual("请改正目标值，或换衡量办法。", "Correct the value, or choose another measure."),
            )
