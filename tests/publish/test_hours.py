"""Opening hours in words: one record, one line in each language."""

import pytest
from tongchuang.model.place import Hours, SpecialHours, WeeklyTimes
from tongchuang.publish.words import words

WORKDAYS = (1, 2, 3, 4, 5)
MORNING, AFTERNOON = WeeklyTimes(WORKDAYS, "08:30", "12:00"), WeeklyTimes(WORKDAYS, "14:00", "17:30")


@pytest.mark.parametrize(
    ("hours", "zh", "en"),
    [
        (
            Hours((AFTERNOON, MORNING)),
            "周一至周五 8:30–12:00，14:00–17:30",
            "Monday to Friday 8:30–12:00 and 14:00–17:30",
        ),
        (
            Hours((WeeklyTimes((2, 5), "09:00", "11:30"), WeeklyTimes((7,), "09:00", "10:00", True))),
            "周二、周五 9:00–11:30；周日 9:00–10:00（要先约）",
            "Tuesday and Friday 9:00–11:30; Sunday 9:00–10:00 (by appointment)",
        ),
        (
            Hours((WeeklyTimes((1,), "10:00", "11:00"), WeeklyTimes((2, 3, 4, 7), "10:00", "11:00"))),
            "周一至周四、周日 10:00–11:00",
            "Monday to Thursday and Sunday 10:00–11:00",
        ),
        (Hours((WeeklyTimes(tuple(range(1, 8)), "00:00", "23:59"),)), "每天 0:00–23:59", "Every day 0:00–23:59"),
        (
            Hours((MORNING,), holidays="closed", make_up_days="by-appointment", note="note"),
            "周一至周五 8:30–12:00；法定节假日不办；调休上班的周末要先约；note",
            "Monday to Friday 8:30–12:00; closed on public holidays; by appointment on weekends worked in exchange for a "
            "holiday; note",
        ),
        (Hours((), note="note"), "没有固定时间；note", "No fixed hours; note"),
    ],
)
def test_hours_are_said_in_one_line(hours: Hours, zh: str, en: str) -> None:
    assert words("zh").hours(hours) == zh
    assert words("en").hours(hours) == en


def test_how_an_editor_divided_the_week_makes_no_difference() -> None:
    days = tuple(WeeklyTimes((day,), "08:30", "12:00") for day in reversed(WORKDAYS))
    assert words("zh").hours(Hours(days)) == words("zh").hours(Hours((MORNING,)))


def test_special_hours_say_when_what_and_why() -> None:
    closed = SpecialHours("move", "2026-12-07", "2026-12-08", "搬家")
    assert words("zh").special_hours(closed) == "2026年12月7日到2026年12月8日：不办。搬家"
    other = SpecialHours("duty", "2026-10-01", "2026-10-01", "On duty", (WeeklyTimes((4,), "09:00", "12:00"),))
    assert words("en").special_hours(other) == "1 October 2026: Thursday 9:00–12:00. On duty"
