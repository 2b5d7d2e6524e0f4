"""Notices and guides as Word files and text: nothing of the record is left out, and nothing red or sealed put in."""

import contextlib
import io
import os
import re
import shutil
import subprocess
import zipfile
from html import unescape
from pathlib import Path

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish import pandoc
from tongchuang.publish.print.compose import Composer
from tongchuang.publish.print.documents import documents
from tongchuang.publish.print.editable import as_text, as_word
from tongchuang.publish.print.error import PrintError

from .conftest import LONGEST, bare, pages

# What no text shows: how a sheet steers its template, and what only a notice that is filled in has.
_STEERS = {"id", "fallback"}


@pytest.fixture(scope="module")
def notice(catalogue: Catalogue) -> bytes:
    return as_word(catalogue, "notice", LONGEST)


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(name).decode()


def plain(data: bytes) -> str:
    """The words of a Word file, its title too."""
    return unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", part(data, "word/document.xml"))))


def words(facts: object, key: str = "") -> list[str]:
    if isinstance(facts, dict):
        return [word for name, value in facts.items() if name not in _STEERS for word in words(value, name)]
    if isinstance(facts, list):
        return [word for value in facts for word in words(value)]
    return [facts] if isinstance(facts, str) and facts else []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", ["notice", "guide"])
def test_everything_that_the_record_says_is_in_the_word_file_and_in_the_text(
    catalogue: Catalogue, kind: str, lang: str
) -> None:
    document = documents()["notice"]
    subject = document.subject(catalogue.view("zh"), LONGEST, None, None)
    facts = Composer(catalogue).facts(document, subject, lang)
    for text in (plain(as_word(catalogue, kind, LONGEST, lang=lang)), as_text(catalogue, kind, LONGEST, lang=lang)):
        shown = bare(text)
        assert not [word for word in words(facts) if bare(word) not in shown]


def test_the_page_is_that_of_official_documents(notice: bytes) -> None:
    text = part(notice, "word/document.xml")
    # GB/T 9704-2012, 5.2.1: 37, 35, 28 and 26 mm, in twentieths of a point.
    margins = {
        side: int(re.search(rf'w:{side}="(\d+)"', text)[1]) / 1440 * 25.4 for side in ("top", "bottom", "left", "right")
    }
    assert {side: round(mm) for side, mm in margins.items()} == {"top": 37, "bottom": 35, "left": 28, "right": 26}
    styles = part(notice, "word/styles.xml")
    assert 'w:eastAsia="方正小标宋简体"' in styles
    assert 'w:eastAsia="仿宋_GB2312"' in styles
    assert "Noto Serif CJK SC" in part(notice, "word/fontTable.xml")


def test_there_is_no_red_head_and_no_seal(notice: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(notice)) as file:
        names = file.namelist()
    assert not [name for name in names if "media" in name]
    drawn = "".join(part(notice, f"word/{name}.xml") for name in ("document", "styles", "footer1"))
    colours = re.findall(r'<w:color w:val="(\w+)"|w:color="(\w+)"', drawn)
    assert {colour for found in colours for colour in found if colour} <= {"000000"}
    assert "<w:drawing" not in drawn


def test_headings_are_numbered_steps_are_a_list_and_papers_a_table_with_two_rows_for_more(
    notice: bytes, catalogue: Catalogue
) -> None:
    markdown = pandoc.run(notice, "--from=docx", "--to=markdown", "--wrap=none").decode()
    headings = re.findall(r"^# (\S+?)、", markdown, re.MULTILINE)
    assert headings == ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"][: len(headings)]
    assert len(headings) >= 8
    service = catalogue.view("zh").service(LONGEST)
    steps = re.findall(r"^(\d+)\. +\*\*", markdown, re.MULTILINE)
    assert steps == [str(n) for n in range(1, len(service.steps) + 1)]
    tables = part(notice, "word/document.xml").split("<w:tbl>")[1:]
    assert any(table.partition("</w:tbl>")[0].count("<w:tr>") == len(service.materials) + 3 for table in tables)


def test_a_notice_has_its_record_to_be_filled_in_and_a_guide_has_none(notice: bytes, catalogue: Catalogue) -> None:
    guide = plain(as_word(catalogue, "guide", LONGEST))
    assert "收件记录" in plain(notice)
    assert "收件记录" not in guide
    assert "办事指南" in guide


def test_no_row_of_a_table_is_parted_by_a_page_and_the_head_of_the_papers_is_on_each(notice: bytes) -> None:
    rows = part(notice, "word/document.xml").split("<w:tr>")[1:]
    assert rows
    assert all("<w:cantSplit" in row.partition("</w:trPr>")[0] for row in rows)
    assert [row for row in rows if "<w:tblHeader" in row] == [row for row in rows if ">序号<" in row]


def test_the_same_record_makes_the_same_file(notice: bytes, catalogue: Catalogue) -> None:
    assert hash(as_word(catalogue, "notice", LONGEST)) == hash(notice)


def test_two_languages_stand_behind_each_other(catalogue: Catalogue) -> None:
    text = as_text(catalogue, "guide", LONGEST, lang="both")
    assert text.index("办事指南") < text.index("Service guide")


def test_a_personal_text_has_only_what_the_answers_leave(catalogue: Catalogue) -> None:
    text = as_text(catalogue, "notice", "labour-arbitration", answers=(("claim", "pay"), ("job", "left")))
    assert "个人版" in text
    assert len(text) < len(as_text(catalogue, "notice", "labour-arbitration"))


def test_of_a_withdrawn_service_there_is_no_file(tombstones: Catalogue) -> None:
    with pytest.raises(PrintError) as refused:
        as_word(tombstones, "notice", "residence-permit-apply")
    assert "job-matching" in refused.value.remedy.zh


def test_pandoc_reads_no_file_and_says_what_it_could_not_do(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret text")
    included = f".. include:: {tmp_path}/secret.txt".encode()
    with contextlib.suppress(pandoc.Failed):
        assert b"secret text" not in pandoc.run(included, "--from=rst", "--to=plain")
    with pytest.raises(pandoc.Failed):
        pandoc.run(b"no archive", "--from=docx", "--to=plain")


@pytest.mark.skipif("TONGCHUANG_WORD" not in os.environ, reason="make word: takes LibreOffice and a minute")
@pytest.mark.parametrize("lang", ["zh", "en", "both"])
def test_libreoffice_opens_the_word_file_with_all_its_words(catalogue: Catalogue, tmp_path: Path, lang: str) -> None:
    office = shutil.which("soffice")
    assert office, "apt-get install libreoffice-writer-nogui"
    file = tmp_path / "notice.docx"
    file.write_bytes(as_word(catalogue, "notice", LONGEST, lang=lang))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file], check=True, timeout=120
    )
    shown = "".join(pages((tmp_path / "notice.pdf").read_bytes()))
    document = documents()["notice"]
    subject = document.subject(catalogue.view("zh"), LONGEST, None, None)
    facts = Composer(catalogue).facts(document, subject, lang)
    assert all(bare(material["name"]) in shown for material in facts["materials"])
    assert all(bare(step["name"]) in shown for step in facts["steps"])
