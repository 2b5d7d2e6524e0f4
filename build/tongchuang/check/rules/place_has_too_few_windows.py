"""Places that name fewer windows than their region's profile asks for."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content
from ..profiles import profiled

EXPLANATION = Explanation(
    "R712",
    "advice",
    Bilingual("窗口比地区规范少", "Fewer windows than the region asks"),
    Bilingual(
        "各地的文件对窗口数有自己的最低标准，写在地区规范里，只管本地区。确实只有这些窗口的，照实写，不用凑数；这里只提个醒。",
        "The documents of some regions ask for a number of windows; it stands in the region's profile and holds there alone. "
        "If there really are no more windows, leave it so: say what is true. This is only a reminder.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every place file that names its windows."""
    for place in profiled(content):
        record = place.record
        if "windows" not in record.data or record.doubtful & {"windows", "workers"}:
            continue
        workers = record.data.get("workers")
        least = max((m.least(workers) or 0 for m in place.minimums if m.unit == "windows"), default=0)
        if len(record.data["windows"]) < least:
            yield EXPLANATION.at(
                record.document.path,
                record.position(("windows",)),
                Bilingual(
                    f"写了{len(record.data['windows'])}个窗口，地区规范要不少于{least}个。",
                    f"The windows here are {len(record.data['windows'])}; the profile asks for {least} at least.",
                ),
                Bilingual("请核对有没有漏写。", "See whether one was forgotten."),
            )
