"""Pairs of regions that are one, or of which one lies in the other."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..divisions import parents, upwards

EXPLANATION = Explanation(
    "R722",
    "error",
    Bilingual("两地是同一个地方", "A pair of one region"),
    Bilingual(
        "两地合作是老家和打工的地方之间的事，两头不能是同一个地方，也不能一头在另一头里面。",
        "A pair is the region workers come from and the one they work in: the two can't be the same, nor one lie in the other.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every pair whose two divisions are known."""
    above = parents(content)
    for record in content.records("pair"):
        home, host = record.data.get("sending", ""), record.data.get("receiving", "")
        if home in above and host in above and (home in upwards(host, above) or host in upwards(home, above)):
            yield EXPLANATION.at(
                record.document.path,
                record.position(("receiving",)),
                Bilingual(f"{home} 和 {host} 不是两个地方。", f"{home} and {host} are not two regions."),
                Bilingual("请改正其中一个。", "Correct one of them."),
            )
