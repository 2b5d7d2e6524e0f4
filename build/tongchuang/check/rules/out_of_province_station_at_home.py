"""Out-of-province stations that stand in the province whose people they serve."""

from collections.abc import Iterator, Mapping

from ...catalogue.network import tier_of
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..divisions import parents, upwards

EXPLANATION = Explanation(
    "R710",
    "error",
    Bilingual("省外服务站设在本省", "An out-of-province station at home"),
    Bilingual(
        "省外服务站设在外省，为本省出去的人服务；“设在哪里”和“为哪里的人服务”不能在同一个省。",
        "An out-of-province station stands in another province and serves people from its own, so the two can't lie in one province.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every point of that kind whose two divisions are known."""
    above = parents(content)
    for record in content.records("point"):
        stands, serves = record.data.get("region", ""), record.data.get("serves", "")
        if record.data.get("kind") != "out-of-province-station" or stands not in above or serves not in above:
            continue
        common = set(_provinces(stands, above)) & set(_provinces(serves, above))
        if common:
            yield EXPLANATION.at(
                record.document.path,
                record.position(("region",)),
                Bilingual(f"{stands} 和 {serves} 在同一个省。", f"{stands} and {serves} lie in one province."),
                Bilingual("请改正设在哪里，或改种类。", "Correct where it stands, or the kind."),
            )


def _provinces(code: str, above: Mapping[str, str]) -> list[str]:
    return [region for region in upwards(code, above) if tier_of(region) == "province"]
