"""Places that follow some items of a wall text that their region requires, and not all."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..profiles import profiled, wall_rules

EXPLANATION = Explanation(
    "R717",
    "warning",
    Bilingual("要求的制度只做到一部分", "A required wall text is followed in part"),
    Bilingual(
        "地区规范要求这一级挂出来、照着做的（wall_rules），每一条都要做到。只做到一部分的照实写，差的补上以后再加。"
        "一条也没写的不提醒：那是还没有报。",
        "Of what the region's profile requires at this level (wall_rules), every item must be put up and followed. If only "
        "some are, say so, and add the others once they are. Where nothing is said there is no finding: nobody has "
        "reported yet.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every required wall text that a place says it follows."""
    rules = wall_rules(content)
    for place in profiled(content):
        record = place.record
        if "follows" in record.doubtful or "wall_rules" in place.profile.doubtful:
            continue
        for id_ in place.profile.data.get("wall_rules", ()):
            rule = rules.get(id_, {})
            followed = record.data.get("follows", {}).get(id_)
            if followed is None or place.level not in rule.get("levels", ()) or rule.get("withdrawn"):
                continue
            missing = [item["id"] for item in rule.get("items", ()) if item["id"] not in followed]
            if missing:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("follows", id_)),
                    Bilingual(f"“{id_}”还差：{'、'.join(missing)}。", f'Of "{id_}" there lack {", ".join(missing)}.'),
                    Bilingual("做到了就补上；没做到的照实留着。", "Add them once they are done; until then leave it."),
                )
