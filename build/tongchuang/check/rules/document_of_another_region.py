"""Records that rest on a document of somewhere else."""

from collections.abc import Iterator, Mapping

from ...load.sources import Kind
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..divisions import parents, upwards

EXPLANATION = Explanation(
    "R113",
    "warning",
    Bilingual("依据的是别处的文件", "A document of another region"),
    Bilingual(
        "一个地方的分办、规范、目标、上墙内容、服务点、协作单位和劳务品牌，要以本地或上级的文件为依据；别处的文件在这里不管用。",
        "What holds in a region rests on a document of that region or of one above it; those of other places do not reach it.",
    ),
)
# Where a record's document must reach: a point's is that of the people it serves.
_REGION: Mapping[Kind, str] = {
    "network": "region",
    "profile": "region",
    "point": "serves",
    "routing": "region",
    "wall-rule": "region",
    "target": "region",
    "partner": "region",
    "brand": "region",
}


def find(content: Content) -> Iterator[Finding]:
    """Every record of these kinds that names a known document and a known region."""
    above = parents(content)
    issued = {record.document.key: record.data.get("region", "") for record in content.records("policy")}
    for kind, field in _REGION.items():
        for record in content.records(kind):
            here, there = record.data.get(field, ""), issued.get(record.data.get("policy", ""), "")
            if here in above and there in above and there not in upwards(here, above):
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("policy",)),
                    Bilingual(
                        f"这份文件是 {there} 的，这里是 {here}。", f"The document is of {there}; this is {here}."
                    ),
                    Bilingual("请改用本地或上级的文件。", "Use a document of this region or of one above it."),
                )
