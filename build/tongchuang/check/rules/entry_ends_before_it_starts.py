"""Values and holidays that end before they start."""

from collections.abc import Iterator

from ...load.sources import Kind
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R408",
    "error",
    Bilingual("数值或假期的起止日期颠倒", "A value or holiday ends before it starts"),
    Bilingual(
        "止日不能早于起日，只有一天的两个日期相同。",
        "The last day can't be before the first; if there is only one day, both are the same.",
    ),
)
_LISTS: tuple[tuple[Kind, str], ...] = (("rate", "values"), ("calendar", "holidays"))


def find(content: Content) -> Iterator[Finding]:
    """The values of rates, and the holidays of calendars."""
    for kind, field in _LISTS:
        for record in content.records(kind):
            if field in record.doubtful:
                continue
            for index, entry in enumerate(record.data.get(field, ())):
                if entry.get("ends", entry["starts"]) < entry["starts"]:
                    yield EXPLANATION.at(
                        record.document.path,
                        record.position((field, index, "ends")),
                        Bilingual(
                            f"“{entry['id']}”的止日 {entry['ends']} 早于起日 {entry['starts']}。",
                            f'"{entry["id"]}" ends on {entry["ends"]}, before it starts on {entry["starts"]}.',
                        ),
                        Bilingual("请改正其中一个。", "Correct one of them."),
                    )
