"""Periods that end before they start, reviews due before they were made."""

from collections.abc import Iterator
from typing import Any

from ...load.sources import Pointer
from ...model.explanation import Explanation
from ...model.finding import Bilingual, Finding
from ..content import Content

EXPLANATION = Explanation(
    "R403",
    "error",
    Bilingual("日期前后颠倒", "Dates run backwards"),
    Bilingual(
        "有效期、通知和课程的止日不能早于起日，报名不能等课结束了才截止，备案不能没开始就到期，下次复核不能早于这次复核。",
        "A period, notice or course can't end before it starts, nobody can sign up once a course is over, a filing can't "
        "expire before it was made, and the next review can't be due before the last.",
    ),
)
_ORDER: tuple[tuple[Pointer, Pointer], ...] = (
    (("validity", "starts"), ("validity", "ends")),
    (("review", "on"), ("review", "next")),
    (("starts",), ("ends",)),
    (("filed_on",), ("expires",)),
    (("apply_by",), ("ends",)),
)


def find(content: Content) -> Iterator[Finding]:
    """Every record with a period or a review."""
    for record in content.originals:
        for first, second in _ORDER:
            early, late = _value(record.data, first), _value(record.data, second)
            if early and late and late < early and not record.doubtful & {first[0], second[0]}:
                yield EXPLANATION.at(
                    record.document.path,
                    record.position(second),
                    Bilingual(
                        f"“{second[-1]}”（{late}）早于“{first[-1]}”（{early}）。",
                        f'"{second[-1]}" ({late}) is before "{first[-1]}" ({early}).',
                    ),
                    Bilingual("请改正其中一个。", "Correct one of them."),
                )


def _value(data: Any, pointer: Pointer) -> Any:
    for part in pointer:
        data = data.get(part, {})
    return data or None
