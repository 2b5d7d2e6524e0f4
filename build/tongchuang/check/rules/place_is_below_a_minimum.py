"""Places that have less than their region's profile asks for."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..profiles import profiled

EXPLANATION = Explanation(
    "R714",
    "warning",
    Bilingual("比地区规范的最低标准少", "Less than the region's minimum"),
    Bilingual(
        "场地、人员、设备比地区规范要求的少。按务工人员人数配的，用 workers 除以规范里的数，有余数就加1。数写得对的就照实留着，"
        "把差多少报上去；写错了的改过来。",
        "Premises, staff or equipment are less than the region's profile asks for. What goes by the number of workers is "
        "workers divided by the profile's number, rounded up. If the number is right, leave it and report what is lacking; "
        "if it is wrong, correct it.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every number under ``has`` of a place."""
    titles = {r.document.key: r.data.get("short") or r.data.get("title", "") for r in content.records("policy")}
    for place in profiled(content):
        record = place.record
        if record.doubtful & {"has", "workers"}:
            continue
        has = record.data.get("has", {})
        for minimum in place.minimums:
            least = minimum.least(record.data.get("workers"))
            if minimum.id in has and least is not None and has[minimum.id] < least:
                ids = [citation.policy for citation in minimum.basis]
                named = "、".join(f"《{titles.get(id_) or id_}》" for id_ in ids)
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("has", minimum.id)),
                    Bilingual(
                        f"“{minimum.what}”有{has[minimum.id]}，{named or '地区规范'}要不少于{least}。",
                        f'"{minimum.what}": there are {has[minimum.id]}, and {", ".join(ids) or "the profile"} asks for '
                        f"{least} at least.",
                    ),
                    Bilingual(
                        "请核对；确实少的照实写，报上一级补上。",
                        "Check the number; if it is right, leave it and report what is lacking.",
                    ),
                )
