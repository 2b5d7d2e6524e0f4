"""The numbers that a government site must show are held to their forms."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from tongchuang.check import check
from tongchuang.load import load
from tongchuang.model.finding import Finding
from tongchuang.project import Project

SHARED = Path(__file__).parent / "shared" / "content"
RIGHT = [
    ("phone", "0000-1234567"),
    ("site_code", "4400000001"),
    ("site_code", "bm01000001"),
    ("icp", "粤ICP备12345678号"),
    ("icp", "粤ICP备2026123456号-12"),
    ("security_record", "粤公网安备44160202000001号"),
    ("report_url", "https://example.org/report?site=1"),
]
WRONG = [
    ("phone", "打电话"),
    ("site_code", "44000001"),
    ("icp", "备案号12345678"),
    ("icp", "粤ICP备1234567号"),
    ("security_record", "粤公网安备4416号"),
    ("report_url", "http://example.org/report"),
]


def _findings(root: Path, field: str, value: str) -> tuple[Finding, ...]:
    shutil.copytree(SHARED, root / "content")
    with (root / "content" / "hub.yaml").open("a", encoding="utf-8") as hub:
        hub.write(f'{field}: "{value}"\n')
    return check(load(Project(root)), date(2026, 11, 21))


@pytest.mark.parametrize(("field", "value"), RIGHT)
def test_a_number_as_it_is_given_has_nothing_to_find(tmp_path: Path, field: str, value: str) -> None:
    assert _findings(tmp_path, field, value) == ()


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_a_number_in_another_form_is_found_at_its_line_with_the_right_form(
    tmp_path: Path, field: str, value: str
) -> None:
    [finding] = _findings(tmp_path, field, value)
    assert (finding.code, finding.line) == ("S109", 5)
    assert finding.remedy.zh
    assert finding.remedy.en
