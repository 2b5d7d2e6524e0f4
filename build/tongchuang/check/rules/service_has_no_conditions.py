"""A service that grants something and does not say to whom."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R308",
    "warning",
    Bilingual("没有写谁能办", "No conditions are stated"),
    Bilingual(
        "发钱、发证、认定资格的事项都有条件。不写，符合的人不敢来，不符合的人白跑一趟，窗口也各说各的。",
        "What pays money, issues a permit or recognises a status has conditions. Unless they are stated, those who "
        "qualify stay away, others come for nothing, and each window says something else.",
    ),
)
_GRANTING = ("licence", "confirmation", "payment")


def find(content: Content) -> Iterator[Finding]:
    """The standard items that grant something."""
    for record in content.records("service"):
        if record.data.get("type") not in _GRANTING or "conditions" in record.doubtful:
            continue
        if not record.data.get("conditions"):
            yield EXPLANATION.at(
                record.document.path,
                record.position(("type",)),
                Bilingual(
                    "这类事项要写条件，这里没有。", "Services of this type have conditions; none is stated here."
                ),
                Bilingual(
                    "请写 conditions：谁能办；谁都能办的，也写一条。",
                    "Add conditions: who may apply; if anybody may, say so in one.",
                ),
            )
