"""Numbers of a place that answer to no minimum of its region."""

import difflib
from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..profiles import profiled

EXPLANATION = Explanation(
    "R719",
    "error",
    Bilingual("这个数对不上地区规范", "A number that answers to no minimum"),
    Bilingual(
        "has 里写的是本地区规范里对这一级要求的最低标准：编号要和规范里的一样，数才对得上。中心镇和其他乡镇要求不同的，"
        "先看 key_town 写对没有；窗口不写在 has 里，按 windows 数。",
        "What stands under has are the minimums that the region's profile asks for at this level: the id must be that of "
        "the profile, or nobody knows what is counted. Where key towns and others are asked for different numbers, see "
        "first whether key_town is right; windows are counted from windows and not written under has.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every id under ``has`` of a place."""
    for place in profiled(content):
        record = place.record
        if "has" in record.doubtful or "key_town" in record.doubtful or "minimums" in place.profile.doubtful:
            continue
        known = [minimum.id for minimum in place.minimums if minimum.unit != "windows"]
        for id_ in record.data.get("has", {}):
            if id_ in known:
                continue
            near = difflib.get_close_matches(id_, known, n=1)
            yield EXPLANATION.at(
                record.document.path,
                record.position(("has", id_)),
                Bilingual(f"地区规范对这里没有“{id_}”这一项要求。", f'The region\'s profile asks for no "{id_}" here.'),
                Bilingual(f"是不是“{near[0]}”？", f'Did you mean "{near[0]}"?')
                if near
                else Bilingual("请改成规范里的编号，或删掉。", "Use an id of the profile, or take it away."),
            )
