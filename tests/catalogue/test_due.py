"""What starts, ends or is due for review, with the file and line that say so."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from tongchuang.catalogue import resolve
from tongchuang.catalogue.due import Due, due
from tongchuang.check import check
from tongchuang.load import load
from tongchuang.project import Project

SMALL = Path(__file__).parents[1] / "check" / "shared" / "content"
DAY = date(2026, 11, 21)
REVISIONS = 'revisions:\n  - {id: r1, date: "2026-01-01", kind: functional, zh: 首次编写, en: First written}\n'
BASIS = 'basis: [{policy: wage-rules, article: "1"}]'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "content")
    return tmp_path


def write(root: Path, path: str, text: str, english: str = "") -> None:
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    if english:
        file.with_suffix(".en.yaml").write_text(english, encoding="utf-8")


def found(root: Path, within: int, day: date = DAY) -> list[Due]:
    sources = load(Project(root))
    assert [finding for finding in check(sources, day) if finding.severity == "error"] == []
    return list(due(sources, resolve(sources, day), within))


def brief(root: Path, kind: str, within: int = 400, day: date = DAY) -> list[tuple[str, str, int]]:
    return [(event.day, event.event, event.line) for event in found(root, within, day) if event.kind == kind]


def test_reviews_are_listed_with_file_line_name_and_department(root: Path) -> None:
    path = "content/services/wages/report-wages.yaml"
    text = (root / path).read_text(encoding="utf-8")
    line = text[: text.index("next:")].count("\n") + 1
    day = text.split('next: "')[1][:10]
    reviews = [event for event in found(root, 400) if event.kind == "service"]
    assert [(event.day, event.event, event.id, event.path, event.line) for event in reviews] == [
        (day, "review", "report-wages", path, line)
    ]
    assert (reviews[0].name.zh, reviews[0].department) == ("拖欠工资投诉", "labour-inspection")
    assert reviews[0].name.en.isascii()


def test_the_window_holds_its_first_and_last_day(root: Path) -> None:
    write(root, "notices/spring.yaml", NOTICE, NOTICE_EN)
    assert brief(root, "notice", 30) == [("2026-12-01", "starts", 4), ("2026-12-21", "ends", 5)]
    assert brief(root, "notice", 29) == [("2026-12-01", "starts", 4)]
    assert brief(root, "notice", 9) == []
    assert brief(root, "notice", 30, date(2026, 12, 1)) == [("2026-12-01", "starts", 4), ("2026-12-21", "ends", 5)]
    assert brief(root, "notice", 30, date(2026, 12, 22)) == []


NOTICE = f'id: spring\ntitle: 通知\ntext: 内容。\nstarts: "2026-12-01"\nends: "2026-12-21"\n{REVISIONS}'
NOTICE_EN = "title: Notice\ntext: Text.\n"


def test_values_of_a_rate_name_their_region(root: Path) -> None:
    write(
        root,
        "rates/wage.yaml",
        "id: wage\nname: 最低工资标准\nunit: yuan-a-month\nvalues:\n"
        f'  - {{id: old, region: "441600", starts: "2025-01-01", ends: "2026-12-31", value: "1.00", {BASIS}}}\n'
        f'  - {{id: new, region: "441600", starts: "2027-01-01", value: "2.00", {BASIS}}}\n{REVISIONS}',
        "name: Minimum wage\n",
    )
    assert brief(root, "rate") == [("2026-12-31", "ends", 5), ("2027-01-01", "starts", 6)]
    assert {(event.region, event.name.en) for event in found(root, 60) if event.kind == "rate"} == {
        ("441600", "Minimum wage")
    }


def test_the_end_of_an_exception_names_the_service_and_the_region(root: Path) -> None:
    write(
        root,
        "local/441602/report-wages.yaml",
        "base: r1\nexceptions:\n  - id: short\n    set:\n      result: {name: 处理意见}\n    reason: 试点\n"
        f'    {BASIS}\n    approved_by: 市人社局分管岗\n    until: "2026-12-31"\n',
    )
    events = [event for event in found(root, 60) if event.kind == "local"]
    assert [(e.day, e.event, e.id, e.region, e.line) for e in events] == [
        ("2026-12-31", "ends", "report-wages", "441602", 9)
    ]
    assert (events[0].name.zh, events[0].department) == ("拖欠工资投诉", "labour-inspection")


PARTNER = (
    'id: guild\nname: 商会\nkind: association\nregion: "441600"\nfiled_on: "2024-02-29"\nservices: [report-wages]\n'
)


def test_a_partner_is_due_a_year_after_its_filing_then_after_its_last_review(root: Path) -> None:
    write(root, "partners/guild.yaml", PARTNER, "name: Guild\n")
    assert brief(root, "partner", 0) == [("2025-02-28", "review", 5)]
    reviews = 'reviews:\n  - {id: y1, on: "2025-03-01", passed: true}\n  - {id: y2, on: "2026-01-10", passed: true}\n'
    write(root, "partners/guild.yaml", f'{PARTNER}{reviews}expires: "2026-12-31"\n')
    assert brief(root, "partner") == [("2026-12-31", "ends", 10), ("2027-01-10", "review", 9)]
    assert {e.department for e in found(root, 400) if e.kind == "partner"} == {"labour-inspection"}


def test_what_is_over_needs_no_review(root: Path) -> None:
    write(root, "partners/guild.yaml", f'{PARTNER}expires: "2025-12-31"\n', "name: Guild\n")
    assert brief(root, "partner") == []
    service = root / "content/services/wages/report-wages.yaml"
    text = service.read_text(encoding="utf-8")
    service.write_text(f'{text}withdrawn: {{date: "2026-11-01", why: 并入别的事项。}}\n', encoding="utf-8")
    assert brief(root, "service") == []


def test_overdue_reviews_come_first(root: Path) -> None:
    events = found(root, 0, date(2028, 1, 1))
    assert {event.event for event in events} == {"review", "missing"}
    assert events == sorted(events, key=lambda event: event.day)
    assert {event.kind for event in events} >= {"service", "policy"}


def test_a_policy_that_takes_effect_expires_or_is_repealed_is_listed(root: Path) -> None:
    policy = root / "content/policies/wage-rules/zh.md"
    text = policy.read_text(encoding="utf-8")
    dates = 'effective: "2026-12-01"\n  expires: "2027-01-31"'
    text = text.replace('effective: "2020-02-01"', dates).replace(
        "kind: digest", 'repealed: {date: "2026-12-20"}\nkind: digest'
    )
    policy.write_text(text, encoding="utf-8")
    assert [(day, event) for day, event, _ in brief(root, "policy", 90) if event != "review"] == [
        ("2026-12-01", "starts"),
        ("2026-12-20", "ends"),
        ("2027-01-31", "ends"),
    ]


def test_a_year_without_a_calendar_is_missing_once_it_comes_near(root: Path) -> None:
    assert brief(root, "calendar", 40) == [("2026-01-01", "missing", 1)]
    assert brief(root, "calendar", 41) == [("2026-01-01", "missing", 1), ("2027-01-01", "missing", 1)]
    write(
        root,
        "calendars/2026.yaml",
        'year: 2026\nnotice: {title: 通知, number: 1号, date: "2025-11-04"}\n'
        'holidays:\n  - {id: new-year, name: 元旦, starts: "2026-01-01", ends: "2026-01-03"}\nworkdays: ["2026-01-04"]\n',
        "notice: {title: Notice}\nholidays:\n  new-year: {name: New Year}\n",
    )
    assert [event.path for event in found(root, 41) if event.kind == "calendar"] == ["content/calendars/2027.yaml"]


def test_no_day_lies_beyond_the_calendar(root: Path) -> None:
    write(root, "partners/guild.yaml", PARTNER.replace("2024-02-29", "9999-02-28"), "name: Guild\n")
    calendars = [event.id for event in found(root, 3660, date(9999, 12, 31)) if event.kind == "calendar"]
    assert calendars == ["9999"]
    assert brief(root, "partner", 3660, date(9999, 12, 31)) == []
