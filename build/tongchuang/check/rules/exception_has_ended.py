"""Exceptions whose last day has passed."""

from collections.abc import Iterator

from ...catalogue.inherit import expired
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R206",
    "warning",
    Bilingual("例外已经到期", "The exception has ended"),
    Bilingual(
        "例外只在 until 那天以前（含当天）有效，过了就不再发布，恢复成标准内容。还要继续的，要重新批准、重写截止日期；"
        "不要了的，请删掉。",
        "An exception holds to the day named in until, that day included; after it the standard applies again. If it "
        "is to go on it must be approved again, with a new end; if not, delete it.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Judged by the day of the check."""
    for record in content.records("local"):
        if "exceptions" in record.doubtful:
            continue
        for index, exception in enumerate(record.data.get("exceptions", ())):
            if expired(exception, content.as_of):
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("exceptions", index, "until")),
                    Bilingual(
                        f"例外“{exception['id']}”已于 {exception['until']} 到期，不再适用。",
                        f'The exception "{exception["id"]}" ended on {exception["until"]} and no longer applies.',
                    ),
                    Bilingual(
                        "请删掉，或重新批准后改截止日期。", "Delete it, or change the end once it is approved again."
                    ),
                )
