"""The several dates of a policy against each other."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R404",
    "warning",
    Bilingual("政策的几个日期对不上", "The dates of a policy contradict each other"),
    Bilingual(
        "文件通常先签署（成文）、再印发、再发布、再施行，最后失效或废止。次序反了，多半是把两个日期弄混了；确有追溯施行的，可以不改。",
        "A document is signed, then printed, then published, then takes effect, and at last expires or is "
        "repealed. If the "
        "order is reversed two dates were probably mixed up; leave it if it really applies to the time before.",
    ),
)
_ORDER = (
    ("signed", "printed"),
    ("signed", "published"),
    ("signed", "effective"),
    ("effective", "expires"),
)


def find(content: Content) -> Iterator[Finding]:
    """Pairs of dates that both are given, and the date of repeal."""
    for record in content.records("policy"):
        dates = record.data.get("dates", {})
        if "dates" in record.doubtful:
            continue
        pairs = [(first, dates.get(first), second, dates.get(second), ("dates", second)) for first, second in _ORDER]
        repealed = record.data.get("repealed", {}).get("date")
        pairs.append(("effective", dates.get("effective"), "repealed", repealed, ("repealed", "date")))
        for first, early, second, late, pointer in pairs:
            if early and late and late < early:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(pointer),
                    Bilingual(
                        f"“{second}”（{late}）早于“{first}”（{early}）。",
                        f'"{second}" ({late}) is before "{first}" ({early}).',
                    ),
                    Bilingual("请对照原件核实两个日期。", "Check both dates against the document."),
                )
