"""A small project in which two real cases of delegation can be played through."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tongchuang.project import Project

SHARED = Path(__file__).resolve().parents[1] / "check" / "shared" / "content"
REGIONS = """220000,吉林省,100000
220200,吉林市,220000
220202,昌邑区,220200
220281,蛟河市,220200
330000,浙江省,100000
330200,宁波市,330000
330212,鄞州区,330200
"""
# A made-up item of settlement whose conditions, materials and questions are left to cities.
SETTLEMENT = """
delegations:
  - {id: settlement, fields: [conditions, materials, questions], tier: city, basis: [{policy: wage-rules, article: "16"}]}
conditions:
  - {id: stable-home, text: 在当地有合法稳定住所。}
"""

Write = Callable[[str, str], None]


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """The small project of ``tests/check`` with Jilin City and Ningbo in its tables, and an item of settlement."""
    shutil.copytree(SHARED, tmp_path / "content")
    regions = tmp_path / "content" / "network" / "regions.csv"
    regions.write_text(regions.read_text(encoding="utf-8") + REGIONS, encoding="utf-8")
    wages = tmp_path / "content" / "services" / "wages"
    item = (wages / "report-wages.yaml").read_text(encoding="utf-8")
    item = item.replace("id: report-wages", "id: settlement").replace("name: 拖欠工资投诉", "name: 落户")
    (wages / "settlement.yaml").write_text(item + SETTLEMENT, encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture
def write(small: Project) -> Write:
    """Write a content file of the small project."""

    def to(path: str, text: str) -> None:
        file = small.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    return to
