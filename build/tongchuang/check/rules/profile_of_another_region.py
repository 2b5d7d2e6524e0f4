"""Networks that take their names and windows from a profile made for elsewhere."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..divisions import parents, upwards

EXPLANATION = Explanation(
    "R706",
    "error",
    Bilingual("用了别处的地区规范", "A profile of another region"),
    Bilingual(
        "地区规范定名称、窗口和最低标准，只在它自己的地区和下面的地方有效，别处的服务网络不能用。",
        "A profile sets names, windows and minimums for its own region and what lies in it; a network elsewhere can't use it.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every network whose profile and region are known."""
    above = parents(content)
    regions = {record.document.key: record.data.get("region", "") for record in content.records("profile")}
    for record in content.records("network"):
        own, other = record.data.get("region", ""), regions.get(record.data.get("profile", ""), "")
        if own in above and other in above and other not in upwards(own, above):
            yield EXPLANATION.at(
                record.document.path,
                record.position(("profile",)),
                Bilingual(
                    f"这份规范是 {other} 的，服务网络在 {own}。",
                    f"The profile is that of {other}, the network lies in {own}.",
                ),
                Bilingual("请用本地区或上级地区的规范。", "Use a profile of this region or of one above it."),
            )
