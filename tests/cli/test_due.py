"""``tongchuang due`` reports what is coming as text, JSON or a spreadsheet, in Chinese or English."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from tongchuang.cli import main

SMALL = Path(__file__).parents[1] / "check" / "shared" / "content"
SERVICE = "content/services/wages/report-wages.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "content")
    return tmp_path


def due(root: Path, *arguments: str, as_of: str = "2026-11-21", lang: str = "zh") -> int:
    return main(["due", "--project", str(root), "--as-of", as_of, "--lang", lang, *arguments])


def test_text_has_the_day_the_event_the_department_and_the_way_there(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert due(root) == 0
    chinese = capsys.readouterr().out
    assert "2026-12-31  待复核  服务事项  拖欠工资投诉  劳动保障监察机构\n" in chinese
    assert f"    {SERVICE}:" in chinese
    assert "2027-01-01  尚缺  工作日历  2027年\n" in chinese
    assert due(root, lang="en") == 0
    english = capsys.readouterr().out
    assert "2027-01-01  missing  Working-day calendar  2027\n" in english
    assert "2026-12-31  review  Service item  " in english


def test_what_is_overdue_says_for_how_long(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    due(root, "--within", "0", as_of="2027-01-10")
    assert "2026-12-31（已过 10 天）  待复核  服务事项" in capsys.readouterr().out
    due(root, "--within", "0", as_of="2027-01-10", lang="en")
    assert "2026-12-31 (10 days ago)  review  Service item" in capsys.readouterr().out


def test_json_says_for_which_days_it_holds_and_lists_every_event(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert due(root, "--format", "json", "--within", "50") == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["as_of"], report["within"]) == ("2026-11-21", 50)
    item = next(item for item in report["items"] if item["kind"] == "service")
    assert item == {
        "day": "2026-12-31",
        "event": "review",
        "kind": "service",
        "id": "report-wages",
        "name": {"zh": "拖欠工资投诉", "en": item["name"]["en"]},
        "path": SERVICE,
        "line": item["line"],
        "region": None,
        "department": "labour-inspection",
    }


def test_csv_opens_in_a_spreadsheet_and_runs_nothing_there(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    service = root / SERVICE
    text = service.read_text(encoding="utf-8").replace("name: 拖欠工资投诉", "name: =cmd(拖欠,工资)")
    service.write_text(text, encoding="utf-8")
    assert due(root, "--format", "csv") == 0
    out = capsys.readouterr().out
    assert out.startswith("\ufeff日期,事由,种类,编号,名称,地区,部门,文件,行")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    service_row = next(row for row in rows if row["编号"] == "report-wages")
    assert service_row["名称"] == "'=cmd(拖欠,工资)"
    assert (service_row["部门"], service_row["文件"]) == ("劳动保障监察机构", SERVICE)


def test_nothing_due_is_said_in_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (root / "content" / "calendars", root / "content" / "calendars" / "2026.yaml"):
        file.mkdir() if not file.suffix else file.write_text(
            'year: 2026\nnotice: {title: 通知, number: 1号, date: "2025-11-04"}\n'
            'holidays:\n  - {id: new-year, name: 元旦, starts: "2026-01-01", ends: "2026-01-01"}\nworkdays: []\n',
            encoding="utf-8",
        )
    assert due(root, "--within", "0", lang="en") == 0
    assert capsys.readouterr().out == "Nothing is due in these days.\n"


def test_content_with_errors_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / SERVICE).write_text("id: [\n", encoding="utf-8")
    assert due(root) == 1
    assert SERVICE in capsys.readouterr().err


@pytest.mark.parametrize("days", ["-1", "x", "3661", "1.5"])
def test_a_number_of_days_that_is_none_is_refused(days: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        due(root, f"--within={days}")
    assert stopped.value.code == 2
    assert "3660" in capsys.readouterr().err


def test_by_department_each_has_its_own_with_its_team(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (root / "content" / "hub.yaml").open("a", encoding="utf-8") as hub:
        hub.write('reviewers:\n  - {team: "@hy/labour", department: labour-inspection}\n  - team: "@hy/editors"\n')
    assert due(root, "--by-department") == 0
    told = capsys.readouterr().out
    headings = [line for line in told.splitlines() if line.startswith("──")]
    assert headings[0].startswith("── 劳动保障监察机构 (")
    assert headings[0].endswith(") @hy/labour")
    assert headings[-1].startswith("── 其余 (")
    assert headings[-1].endswith(") @hy/editors")
    assert told.index("拖欠工资投诉") < told.index("── 其余") < told.index("工作日历")
