"""Partner organisations whose filing has run out."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R806",
    "warning",
    Bilingual("协作单位的备案已到期", "A partner's filing has expired"),
    Bilingual(
        "备案到期的协作单位不能再介绍给工人：续了就改到期日，没有续就写 withdrawn。",
        "Workers should not be sent to a partner whose filing has run out: if it was renewed change the day, else withdraw it.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Every partner that is not withdrawn, on the day of the check."""
    for record in content.records("partner"):
        expires = record.data.get("expires")
        if expires is None or "expires" in record.doubtful or record.data.get("withdrawn"):
            continue
        if expires < content.as_of.isoformat():
            yield EXPLANATION.at(
                record.document.path,
                record.position(("expires",)),
                Bilingual(f"备案在 {expires} 到期了。", f"The filing ran out on {expires}."),
                Bilingual("请改到期日，或写 withdrawn。", "Change the day, or withdraw the partner."),
            )
