"""Points inside another organisation that do not name it."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R711",
    "warning",
    Bilingual("没有写设在哪个单位", "A point without its host"),
    Bilingual(
        "监测点设在园区、协会或企业里，村企结对是村和企业一起做的；不写是哪个单位，工人找不到门。",
        "A monitoring point stands in a park, association or enterprise, and a village pairs with an enterprise; without its name nobody finds the door.",
    ),
)
_HOSTED = ("monitoring-point", "village-enterprise-pair")


def find(content: Content) -> Iterator[Finding]:
    """Every point of these kinds."""
    for record in content.records("point"):
        if record.data.get("kind") in _HOSTED and "host" not in record.data and "host" not in record.broken:
            yield EXPLANATION.at(
                record.document.path,
                record.position(("kind",)),
                Bilingual("没有写 host（设在哪个单位）。", "It has no host."),
                Bilingual("请写上园区、协会、企业的名称。", "Name the park, association or enterprise."),
            )
