"""Partner organisations that were not reviewed in a year, or failed."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R805",
    "warning",
    Bilingual("协作单位没有按年复核", "A partner's yearly review is overdue"),
    Bilingual(
        "协作单位备案后每年要复核一次；一年没有复核，或最近一次没有通过，就不能再当作协作单位介绍给工人。",
        "A partner is reviewed every year after its filing. If a year has passed, or the last review failed, workers should not be sent there.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every partner that is not withdrawn, on the day of the check."""
    today = content.as_of.isoformat()
    for record in content.records("partner"):
        filed = record.data.get("filed_on")
        if filed is None or record.data.get("withdrawn") or record.doubtful & {"filed_on", "reviews"}:
            continue
        days = [(filed, -1, True)]
        days += [(review["on"], index, review["passed"]) for index, review in enumerate(record.data.get("reviews", ()))]
        last, index, passed = max(days)
        if passed and _a_year_after(last) >= today:
            continue
        yield EXPLANATION.at(
            record.document.path,
            record.position(("filed_on",) if index < 0 else ("reviews", index, "on")),
            Bilingual(f"最近一次（{last}）已超过一年。", f"The last, on {last}, was more than a year ago.")
            if passed
            else Bilingual(f"最近一次复核（{last}）没有通过。", f"The last review, on {last}, failed."),
            Bilingual("请补上新的复核，或写 withdrawn。", "Add a new review, or withdraw the partner."),
        )


def _a_year_after(day: str) -> str:
    return f"{int(day[:4]) + 1:04}{day[4:]}"
