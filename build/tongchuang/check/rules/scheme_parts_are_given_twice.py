"""Schemes that list their parts and say that they follow from elsewhere, or do neither."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R117",
    "error",
    Bilingual("分成哪几类没写，或写了两遍", "Parts of a scheme, given twice or not at all"),
    Bilingual(
        "一种分法要么自己列出各类（parts），要么写明各类就是诉求或窗口（parts_from）。两样都写，列出的各类谁也看不到；"
        "一样不写，这种分法就是空的。",
        "A scheme either lists its parts, or says by parts_from that they are the appeals or the windows. With both, "
        "nobody would see the parts that are listed; with neither, there are none.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every scheme; where neither is given, at its id."""
    for record in content.records("scheme"):
        if record.broken & {"parts", "parts_from"}:
            continue
        given = [field for field in ("parts", "parts_from") if field in record.data]
        if len(given) != 1:
            yield EXPLANATION.at(
                record.document.path,
                record.position(("parts_from",) if given else ()),
                Bilingual("parts 和 parts_from 都写了。", "It has both parts and parts_from.")
                if given
                else Bilingual("parts 和 parts_from 都没有写。", "It has neither parts nor parts_from."),
                Bilingual("请只写一样。", "Give one of them."),
            )
