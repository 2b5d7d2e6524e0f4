"""Services that say nothing about how long they take."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R304",
    "error",
    Bilingual("没有写要多久", "No word on how long it takes"),
    Bilingual(
        "“要多久”是办事人最先问的。没有法定时限也没有承诺时限时，要在 time 的 note 里说明，"
        "例如“当场办”或“法律没有规定，请问窗口”。",
        "How long it takes is what people ask first. Where there is neither a statutory nor a promised time, note "
        "under "
        "time says so, for example: done on the spot, or: the law sets no time, ask at the window.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Standard items."""
    for record in content.records("service"):
        time = record.data.get("time")
        if time is not None and not any(time.get(key) for key in ("statutory", "promised", "note")):
            yield EXPLANATION.at(
                record.document.path,
                record.position(("time",)),
                Bilingual("没有时限，也没有说明。", "There is no time, and no note that says why."),
                Bilingual("请写 statutory、promised 或 note。", "Write statutory, promised or note."),
            )
