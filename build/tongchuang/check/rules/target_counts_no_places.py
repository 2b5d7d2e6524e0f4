"""Targets that say which places they count, and measure something else."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R809",
    "error",
    Bilingual("这个目标不用写数哪些地点", "This target needs no places to count"),
    Bilingual(
        "of 只和百分比、地点数一起写。按中心、所、站衡量的目标，衡量办法已经说清了；数人、数钱的目标，数的不是地点。",
        "of goes with a percentage or a number of places only. The measures centres, offices and stations say themselves what is counted; one of people or money counts no places.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every target that has ``of``."""
    for record in content.records("target"):
        if "of" not in record.data or record.doubtful & {"of", "measure"}:
            continue
        if record.data.get("measure") not in (None, "percent", "places"):
            yield EXPLANATION.at(
                record.document.path,
                record.position(("of",)),
                Bilingual(f"衡量办法是 {record.data['measure']}。", f"The measure is {record.data['measure']}."),
                Bilingual("请删掉 of，或换衡量办法。", "Take of away, or choose another measure."),
            )
