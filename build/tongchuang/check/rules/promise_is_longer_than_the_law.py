"""The promised time of a standard item against its statutory time."""

from collections.abc import Iterator

from ...catalogue.ease import not_longer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R301",
    "error",
    Bilingual("承诺时限长于法定时限", "The promise is longer than the law allows"),
    Bilingual(
        "承诺办结时限只能等于或短于法定办结时限。单位不同时按最不利的情形比较：15 个工作日可能有 21 日以上，"
        "所以长于法定的 15 日。",
        "The promised time may be as long as the statutory one or shorter. Different units are compared for the worst "
        "case: 15 working days can be more than 21 calendar days, so they are longer than a statutory 15 calendar "
        "days.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Standard items; those of places are compared with the standard."""
    for record in content.records("service"):
        time = record.data.get("time", {})
        promised, statutory = time.get("promised"), time.get("statutory")
        if "time" not in record.doubtful and promised and statutory and not not_longer(promised, statutory):
            yield EXPLANATION.at(
                record.document.path,
                record.position(("time", "promised")),
                Bilingual("承诺办结时限比法定的长。", "The promised time is longer than the statutory one."),
                Bilingual("请改短，或写成同样的单位。", "Shorten it, or write both in the same unit."),
            )
