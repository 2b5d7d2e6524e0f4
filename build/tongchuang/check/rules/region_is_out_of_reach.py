"""Regions that a network does not cover, and a county that is none."""

from collections.abc import Iterator, Mapping

from ...catalogue.network import LEVELS, tier_of
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..divisions import parents, upwards

EXPLANATION = Explanation(
    "R702",
    "error",
    Bilingual("不在服务网络范围内", "Outside the network"),
    Bilingual(
        "场所文件和随站印制的县区，必须在某个服务网络覆盖的地区里，层级也要对，否则发布不出来。",
        "A place with a file of its own, and the county printed with the hub, must lie in a region that a network "
        "covers, "
        "and be of the right tier, or nothing can be published for it.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Place files and the hub's county, as far as their codes are known."""
    above = parents(content)
    covered = [record.data["region"] for record in content.records("network") if "region" in record.data]
    if not covered or content.unread("network"):
        return
    for record in content.records("hub"):
        code = record.data.get("print_county", "")
        if code in above and (tier_of(code) != "county" or not _within(code, covered, above)):
            yield EXPLANATION.at(
                record.document.path,
                record.position(("print_county",)),
                Bilingual(f"{code} 不是服务网络里的县区。", f"{code} is no county of the network."),
                Bilingual("请写服务网络里一个县区的 6 位代码。", "Write the 6 digits of a county in the network."),
            )
    for record in content.records("place"):
        code = record.data.get("code", "")
        if code in above and (tier_of(code) not in LEVELS or not _within(code, covered, above)):
            yield EXPLANATION.at(
                record.document.path,
                record.position(("code",)),
                Bilingual(f"没有服务网络覆盖 {code}。", f"No network covers {code}."),
                Bilingual(
                    "请改正代码，或扩大服务网络的地区。", "Correct the code, or widen the region of the network."
                ),
            )


def _within(code: str, regions: list[str], above: Mapping[str, str]) -> bool:
    return any(region in regions for region in upwards(code, above))
