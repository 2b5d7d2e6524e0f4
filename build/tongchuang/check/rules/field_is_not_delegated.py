"""Fields that a place sets though nothing leaves them to it."""

from collections.abc import Iterator

from ... import schemas
from ...catalogue.network import tier_of
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..local import problems
from ..nodes import name_of

EXPLANATION = Explanation(
    "R205",
    "error",
    Bilingual("没有授权由这一级规定", "Not left to this place"),
    Bilingual(
        "有的事项由法律把条件、材料、收费等交给某一级自己定（例如积分落户交给市）：事项的 delegations 写明栏目、哪一级、"
        "依据哪一条。只有那一级可以在地方版本的 delegated 里写；上级、下级都不能。自己定的法定时限不能比已经承诺的短。",
        "For some services the law leaves conditions, materials or fees to one tier, as settlement by points to the "
        "city: delegations of the item name the fields, the tier and the article. Only that tier may set them, under "
        "delegated in its local version; tiers above and below may not. A statutory time so set can't be shorter "
        "than what is already promised.",
    ),
)
_TIERS = {
    "country": Bilingual("全国", "the country"),
    "province": Bilingual("省", "provinces"),
    "city": Bilingual("市", "cities"),
    "county": Bilingual("县", "counties"),
    "township": Bilingual("乡镇", "townships"),
    "village": Bilingual("村", "villages"),
}


def find(content: Content) -> Iterator[Finding]:
    """What local versions set under ``delegated``."""
    for record, problem in problems(content):
        position = record.position(problem.pointer)
        name = name_of(schemas.schema("service"), problem.pointer[1:])
        if problem.breach == "undelegated":
            tier = _TIERS[tier_of(record.document.region or "")]
            yield EXPLANATION.at(
                record.document.path,
                position,
                Bilingual(f"{name.zh}没有交给{tier.zh}一级规定。", f"{name.en} is not left to {tier.en}."),
                Bilingual(
                    "请删掉；确有依据的，先在标准事项的 delegations 里写明。",
                    "Delete it; if a law leaves it to this tier, name that under delegations of the standard item.",
                ),
            )
        elif problem.breach == "slower" and problem.pointer[0] == "delegated":
            yield EXPLANATION.at(
                record.document.path,
                position,
                Bilingual(f"{name.zh}比已经承诺的时限还短。", f"{name.en} is shorter than the time already promised."),
                Bilingual("请核对两个时限。", "Check both times."),
            )
