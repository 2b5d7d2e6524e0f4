"""Percentages in texts that promise nothing."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R807",
    "error",
    Bilingual("百分比写在了承诺以外", "A percentage outside a pledge"),
    Bilingual(
        "百分比是承诺做到的程度，只写在承诺里；制度、职责和规范不写。",
        "A percentage says how far a promise goes and belongs to pledges alone, not to rules, duties or norms.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every wall text."""
    for record in content.records("wall-rule"):
        if record.data.get("kind") in (None, "pledge") or "items" in record.doubtful:
            continue
        for index, item in enumerate(record.data.get("items", ())):
            if "percent" in item:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("items", index, "percent")),
                    Bilingual("这份上墙内容不是承诺。", "This wall text is no pledge."),
                    Bilingual("请删掉百分比，或把种类改成 pledge。", "Delete the percentage, or make it a pledge."),
                )
