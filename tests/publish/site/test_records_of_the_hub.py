"""What a government site must show of itself: who runs it, its record numbers and its official mark."""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tongchuang.catalogue import resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish import site

from .conftest import Built

MARK = b"\x89PNG\r\n\x1a\nas supplied"
SLOTS = {
    "publisher": "示范市人力资源和社会保障局",
    "base_url": "https://www.example.gov.cn/tongchuang",
    "phone": "0000-1234567",
    "site_code": "4400000001",
    "icp": "粤ICP备12345678号-1",
    "security_record": "粤公网安备44160202000001号",
    "report_url": "https://example.org/report",
}
SHARED = Path(__file__).parents[2] / "check" / "shared"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of a small hub with every slot filled in."""
    root = tmp_path_factory.mktemp("filled")
    shutil.copytree(SHARED / "content", root / "content")
    with (root / "content" / "hub.yaml").open("a", encoding="utf-8") as hub:
        hub.writelines(f'{name}: "{value}"\n' for name, value in SLOTS.items())
    catalogue = resolve(load(Project(root)), date(2026, 11, 21))
    marks = {catalogue.view("zh").network.profile: MARK}
    views = {lang: replace(view, marks=marks) for lang, view in catalogue.views.items()}
    return Built({a.path: a.data for a in site.publish(replace(catalogue, views=views))})


def _foot(html: str) -> str:
    return html.split("<footer")[1]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_foot_shows_who_runs_the_site_and_its_numbers(filled: Built, lang: str) -> None:
    foot = _foot(filled.pages[f"{lang}/about/index.html"])
    for name in ("publisher", "phone", "site_code", "icp", "security_record"):
        assert SLOTS[name] in foot, name
    assert 'href="tel:0000-1234567"' in foot
    assert 'href="https://beian.miit.gov.cn/"' in foot
    assert "https://beian.mps.gov.cn/#/query/webSearch?code=44160202000001" in foot
    assert 'href="https://example.org/report"' in foot


def test_the_head_shows_the_mark_as_it_was_supplied(filled: Built) -> None:
    [address] = re.findall(r'<img class="icon" src="([^"]+)" alt="">', filled.pages["zh/about/index.html"])
    assert filled.files[Built.target("zh/about/index.html", address)] == MARK


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_not_set_is_not_shown(built: Built, lang: str) -> None:
    html = built.pages[f"{lang}/about/index.html"]
    assert "beian." not in html
    assert "<img" not in html.split("<main")[0]
    assert not any("mark-" in path for path in built.files)
    # That it is a sample, and of a translation that it is one.
    assert _foot(html).split('class="records"')[1].count("<li>") == (1 if lang == "zh" else 2)


def test_a_filled_hub_is_no_sample(filled: Built) -> None:
    assert "样稿" not in filled.pages["zh/about/index.html"]
    [link] = re.findall(r'hreflang="en" href="([^"]+)"', filled.pages["index.html"])
    assert link == f"{SLOTS['base_url']}/en/"
