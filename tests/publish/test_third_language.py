"""A third language, written from right to left, comes with its files and nothing else."""

import json
import mimetypes
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.check import check
from tongchuang.cli import main
from tongchuang.load import Sources, load
from tongchuang.project import Project
from tongchuang.publish import api, search, site, words
from tongchuang.publish.print.compose import sheet_languages
from tongchuang.publish.sheets import sheets

DAY = date(2026, 11, 21)
SERVICE = "legal-aid-application"
FILES = {
    "hub.ar.yaml": "name: تونغتشوانغ\ntagline: جواب واحد في كل شباك\n",
    "groups.ar.yaml": "{}\n",
    "services/legal-aid/legal-aid-application.ar.yaml": "of: r1\nname: طلب المساعدة القانونية\n"
    "summary: محام بلا أجر لمن لا يستطيع الدفع.\nkeywords: [محام, مساعدة, محكمة]\n",
    "policies/legal-aid-law/ar.md": "---\nof: r1\ntitle: قانون المساعدة القانونية\n---\nملخص بكلمات بسيطة.\n",
    "network/heyuan.ar.csv": "code,name\n441602,يوانتشنغ\n",
}
WORDS = {"name": "العربية", "dir": "rtl", "free": "مجانا", "unconfirmed": "لم يؤكد بعد"}


@pytest.fixture(scope="module")
def folder(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content with a short table of places, and the files of the new language."""
    root = tmp_path_factory.mktemp("three")
    shutil.copytree(project.content, root / "content")
    for name in ("heyuan.csv", "heyuan.en.csv"):
        table = root / "content" / "network" / name
        table.write_text("".join(table.read_text("utf-8").splitlines(keepends=True)[:8]), encoding="utf-8")
    for path, text in FILES.items():
        (root / "content" / path).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Interface words with a file for the new language: a few of its own, English for the rest."""
    copy = tmp_path_factory.mktemp("words")
    shutil.copytree(words.FOLDER, copy, dirs_exist_ok=True)
    table = yaml.safe_load((copy / "en.yaml").read_text("utf-8")) | WORDS
    (copy / "ar.yaml").write_text(yaml.safe_dump(table, allow_unicode=True), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "FOLDER", copy)
        words.words.cache_clear()
        yield copy
    words.words.cache_clear()


@pytest.fixture(scope="module")
def three_sources(folder: Path) -> Sources:
    return load(Project(folder))


@pytest.fixture(scope="module")
def three(three_sources: Sources, spoken: Path) -> Catalogue:
    return resolve(three_sources, DAY)


@pytest.fixture(scope="module")
def files(three: Catalogue) -> dict[str, bytes]:
    return {artifact.path: artifact.data for artifact in site.publish(three, sheets(three))}


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


HOST = "http://site.test/"


@pytest.fixture(scope="module")
def phone(files: dict[str, bytes]) -> Iterator[Any]:
    """A phone 360 px wide that reads the site."""
    playwright = pytest.importorskip("playwright.sync_api")

    def answer(route: Any) -> None:
        path = route.request.url.removeprefix(HOST).split("#")[0].split("?")[0]
        path += "index.html" if path.endswith("/") or not path else ""
        kind = mimetypes.guess_type(path)[0]
        route.fulfill(body=files[path], content_type=kind) if path in files else route.fulfill(status=404)

    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.route("**/*", answer)
        yield page
        browser.close()


def test_what_is_not_translated_yet_is_a_warning_and_no_error(three_sources: Sources) -> None:
    found = [finding for finding in check(three_sources, DAY) if ".ar." in finding.remedy.en or "/ar." in finding.path]
    assert found
    assert {finding.severity for finding in found} == {"warning"}


def test_the_new_language_is_one_of_three(three: Catalogue) -> None:
    assert three.languages == ("zh", "ar", "en")
    assert three.view("ar").services[SERVICE].name == "طلب المساعدة القانونية"
    assert three.view("ar").regions["441602"].short == "يوانتشنغ"


def test_the_other_languages_are_as_before(three: Catalogue, catalogue: Catalogue) -> None:
    for lang in ("zh", "en"):
        assert three.view(lang).services == catalogue.view(lang).services
        assert three.view(lang).policies == catalogue.view(lang).policies


def test_pages_run_from_right_to_left_in_their_own_language_only(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        lang = path.split("/")[0]
        if lang in ("ar", "en"):
            assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}"' in html, path


def test_every_page_names_its_counterparts(pages: dict[str, str]) -> None:
    tags = set(re.findall(r'hreflang="([^"]+)" href', pages[f"ar/services/{SERVICE}/index.html"]))
    assert tags == {"zh-Hans", "ar", "en", "x-default"}
    assert "العربية" in pages["index.html"]
    assert all(path.replace("zh/", "ar/", 1) in pages for path in pages if path.startswith("zh/"))


def test_what_has_no_words_yet_stands_in_chinese_and_says_so(pages: dict[str, str], spoken: Path) -> None:
    said = yaml.safe_load((spoken / "ar.yaml").read_text("utf-8"))["site"]["fallback"]
    half, none = pages[f"ar/services/{SERVICE}/index.html"], pages["ar/services/job-matching/index.html"]
    assert "طلب المساعدة القانونية" in half
    assert said["missing"] in half
    assert said["page"].partition("{of}")[0] in none
    assert '<span lang="zh-Hans" dir="ltr">' in none


def test_the_api_has_the_language(three: Catalogue) -> None:
    made = {artifact.path: artifact.data for artifact in api.publish(three)}
    record = json.loads(made[f"api/v1/ar/services/{SERVICE}.json"])
    assert record["name"] == "طلب المساعدة القانونية"
    assert record["translation"]["status"] == "current"
    assert "conditions" in " ".join(record["translation"]["fallbacks"])
    assert set(record["links"]["languages"]) == {"zh", "ar", "en"}


def test_search_finds_its_words(three: Catalogue, tmp_path: Path) -> None:
    for artifact in search.publish(three):
        file = tmp_path / artifact.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.data)
    named = json.loads((tmp_path / "search" / "current.json").read_text("utf-8"))
    assert set(named["languages"]) == {"zh", "ar", "en"}


def test_sheets_come_in_the_languages_that_the_fonts_have(three: Catalogue) -> None:
    assert sheet_languages(three) == {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}


def test_pages_lead_to_the_sheets_in_two_languages_by_their_chinese_name(pages: dict[str, str]) -> None:
    part = pages[f"ar/services/{SERVICE}/index.html"].split('id="take-away"')[1]
    assert f"print/notice/{SERVICE}.A4.both.pdf" in part
    assert '<span lang="zh-Hans" dir="ltr">一次性告知单</span>' in part
    assert f"{SERVICE}.A4.en.pdf" not in part


def test_a_language_without_interface_words_is_told_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["build", "--project", str(folder), "--as-of", DAY.isoformat(), "--lang", "en"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "languages", lambda: ("zh", "en"))
        assert main(arguments) == 2
    assert "/ar.yaml" in capsys.readouterr().err
    assert not (folder / "dist").exists()


KINDS = (
    "",
    f"services/{SERVICE}/",
    "places/441602/",
    "appeals/",
    "appeals/appeal-labour-security/441602/",
    "life-events/",
    "policies/legal-aid-law/",
    "feedback/",
    "regions/",
    "hotlines/",
    "search/",
)


@pytest.mark.parametrize("address", KINDS)
def test_nothing_runs_out_of_the_phone_from_right_to_left(phone: Any, address: str) -> None:
    phone.goto(f"{HOST}ar/{address}")
    assert phone.evaluate("document.documentElement.scrollWidth") == 360
    outside = phone.evaluate(
        """[...document.querySelectorAll("main *, .bar *, .foot *")]
             .filter((e) => e.checkVisibility() && !e.closest(".unseen") && e.getBoundingClientRect().width)
             .filter((e) => { const r = e.getBoundingClientRect(); return r.left < -1 || r.right > 361; })
             .map((e) => e.outerHTML.slice(0, 90))"""
    )
    assert outside == []


def test_numbers_marks_and_arrows_stand_on_the_other_side(phone: Any) -> None:
    phone.goto(f"{HOST}ar/services/{SERVICE}/")
    sides = "(e) => { const s = getComputedStyle(e); return [parseFloat(s.paddingRight), parseFloat(s.paddingLeft)]; }"
    for selector in (".steps > li", ".boxes > li", ".plain > li"):
        right, left = phone.locator(selector).first.evaluate(sides)
        assert right > left, selector
    phone.goto(f"{HOST}ar/appeals/")
    right, left = phone.locator(".row").first.evaluate(sides)
    assert left > right


def test_telephone_numbers_run_from_left_to_right(phone: Any) -> None:
    phone.goto(f"{HOST}ar/places/441602/")
    number = phone.locator(".call span", has_text="0762-12345").first
    assert number.evaluate("(e) => getComputedStyle(e).direction") == "ltr"


def test_with_three_languages_the_bar_leads_to_the_list_of_them(phone: Any) -> None:
    phone.goto(f"{HOST}ar/services/{SERVICE}/#who=self")
    phone.locator(".bar a[href='#languages']").click()
    assert phone.locator("#languages").evaluate("(e) => e.getBoundingClientRect().bottom <= innerHeight - 60")
    links = phone.locator("#languages a")
    assert [link.get_attribute("hreflang") for link in links.all()] == ["zh-Hans", "en"]


def test_the_style_sheet_names_no_left_or_right(files: dict[str, bytes]) -> None:
    sheets = [data.decode() for path, data in files.items() if path.endswith(("/first.css", "/site.css"))]
    assert len(sheets) == 2
    css = "".join(sheets)
    assert (
        re.findall(
            r"(?:margin|padding|border|inset)-(?:left|right)|[;{]\s*(?:left|right|float)\s*:|text-align:\s*(?:left|right)",
            css,
        )
        == []
    )
    uneven = [
        found[0]
        for found in re.finditer(r"(?:padding|margin):\s*([^\s;}]+)\s+([^\s;}]+)\s+([^\s;}]+)\s+([^\s;}]+)\s*[;}]", css)
        if found[2] != found[4]
    ]
    assert uneven == []
