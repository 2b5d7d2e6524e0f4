"""Kinds of appeal that a region routes to nobody."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R705",
    "error",
    Bilingual("有的诉求没有人接", "An appeal goes nowhere"),
    Bilingual(
        "一个地区的诉求分办要把每一类诉求都分到部门，漏了哪一类，工人提的那类事就没有人接。",
        "The routing of a region must lead every kind of appeal to a department; what it leaves out reaches nobody.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every routing against the list of appeal kinds."""
    if content.unread("appeal"):
        return
    kinds = [record.data["id"] for record in content.records("appeal") if "id" in record.data]
    for record in content.records("routing"):
        if "routes" in record.doubtful or "routes" not in record.data:
            continue
        routed = {route["id"] for route in record.data["routes"]}
        left_out = [kind for kind in kinds if kind not in routed]
        if left_out:
            yield EXPLANATION.at(
                record.document.path,
                record.position(("routes",)),
                Bilingual(f"没有分办：{'、'.join(left_out)}。", f"Not routed: {', '.join(left_out)}."),
                Bilingual("请补上每一类由哪个部门办。", "Say for each which department takes it."),
            )
