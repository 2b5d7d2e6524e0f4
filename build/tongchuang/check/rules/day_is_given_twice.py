"""Days that a calendar gives twice: in two holidays, or as a holiday and a working day."""

from collections.abc import Iterator

from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content, Record

EXPLANATION = Explanation(
    "R411",
    "error",
    Bilingual("同一天写了两次", "A day given twice"),
    Bilingual(
        "一天要么放假，要么上班，也只属于一个假期；合在一起放的两个节日写成一条。",
        "A day is either off or worked, and belongs to one holiday; two festivals taken together are one entry.",
    ),
)


def find(content: Content) -> Iterator[Finding]:
    """Holidays against those before them, make-up days against all holidays."""
    for record in content.records("calendar"):
        if record.doubtful & {"holidays", "workdays"}:
            continue
        holidays = record.data.get("holidays", ())
        for index, holiday in enumerate(holidays):
            for other in holidays[:index]:
                if holiday["starts"] <= other["ends"] and other["starts"] <= holiday["ends"]:
                    yield EXPLANATION.at(
                        record.document.path,
                        record.position(("holidays", index)),
                        Bilingual(
                            f"“{holiday['name']}”和“{other['name']}”有相同的日子。",
                            f'"{holiday["id"]}" and "{other["id"]}" share a day.',
                        ),
                        _REMEDY,
                    )
        yield from _worked(record)


def _worked(record: Record) -> Iterator[Finding]:
    for index, day in enumerate(record.data.get("workdays", ())):
        for holiday in record.data.get("holidays", ()):
            if holiday["starts"] <= day <= holiday["ends"]:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(("workdays", index)),
                    Bilingual(f"{day} 在“{holiday['name']}”的假期里。", f'{day} is in the holiday "{holiday["id"]}".'),
                    _REMEDY,
                )


_REMEDY = Bilingual("请对照通知改正日期。", "Correct the dates by the notice.")
