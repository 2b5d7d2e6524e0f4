"""Fields of a point that do not go with its kind, and training providers that leave theirs out."""

from collections.abc import Iterator

from ... import schemas
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ...model.point import TEACHING
from ..content import Content
from ..nodes import name_of

EXPLANATION = Explanation(
    "R713",
    "warning",
    Bilingual("栏目和服务点的种类对不上", "A field that does not go with the kind of point"),
    Bilingual(
        "培训机构要写办学资质、在不在主管部门的名单上，工人才好挑；学校也可以写。星级只评村企结对和新老居民的组织。",
        "A training provider says what allows it to teach and whether it is on its department's list, so that workers "
        "can choose; schools may say so too. Stars are given to village and enterprise pairs and to organisations of "
        "old and new residents alone.",
    ),
)
_KINDS = {
    "qualification": TEACHING,
    "listing": TEACHING,
    "stars": ("village-enterprise-pair", "community-organisation"),
}


def find(content: Content) -> Iterator[Finding]:
    """Every point that is not withdrawn."""
    for record in content.records("point"):
        kind = record.data.get("kind")
        if kind is None or record.data.get("withdrawn"):
            continue
        for field, kinds in _KINDS.items():
            name = name_of(schemas.schema("point"), (field,))
            if field in record.data and kind not in kinds:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position((field,)),
                    Bilingual(f"这种服务点不写{name.zh}。", f"A point of this kind has no {name.en}."),
                    Bilingual("请去掉，或改正种类。", "Take it away, or correct the kind."),
                )
            elif kind == "training-provider" and kind in kinds and field not in record.data.keys() | record.broken:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("kind",)),
                    Bilingual(f"培训机构没有写{name.zh}。", f"This training provider has no {name.en}."),
                    Bilingual("请查主管部门的名单，写上。", "Look it up in the department's list and add it."),
                )
