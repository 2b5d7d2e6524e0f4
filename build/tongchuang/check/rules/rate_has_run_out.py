"""Rates whose newest value has ended."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R413",
    "warning",
    Bilingual("标准已经到期，没有新的数值", "A rate has run out"),
    Bilingual(
        "这个地区最后一个数值的止日已经过去，现在没有数值可用；旧数值不会再当作现行的公布。请补上新的数值。",
        "The last value of a region has ended, so none holds today; the old figure is not published as the current one. "
        "Add the new value.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """The newest value of each region, on the day of the check."""
    for record in content.records("rate"):
        if "values" in record.doubtful or record.data.get("withdrawn"):
            continue
        newest: dict[str, tuple[int, Mapping[str, Any]]] = {}
        for index, value in enumerate(record.data.get("values", ())):
            if value["starts"] >= newest.get(value["region"], (0, value))[1]["starts"]:
                newest[value["region"]] = index, value
        for region, (index, value) in newest.items():
            ends = value.get("ends")
            if ends and value["starts"] <= ends < content.as_of.isoformat():
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("values", index, "ends")),
                    Bilingual(f"{region} 的数值到 {ends} 为止。", f"The value of {region} held until {ends}."),
                    Bilingual("请补上新的数值，或改正止日。", "Add the new value, or correct the last day."),
                )
