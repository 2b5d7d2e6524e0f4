"""What is a draft, or was not approved, is in no file of a release."""

import json
import shutil
from pathlib import Path

import pypdfium2
import pytest
from tongchuang.cli import main

SHARED = Path(__file__).parents[1] / "check" / "shared" / "content"
SERVICE = "content/services/wages/report-wages.yaml"
SECRET = "未印发的三七二一条"
SUMMARY = "summary: 老板不给工钱，可以到这里投诉。"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SHARED, tmp_path / "content")
    with (tmp_path / "content" / "hub.yaml").open("a", encoding="utf-8") as hub:
        hub.write('prints: [card]\npublisher: 某县人社局\nbase_url: "https://hub.example.cn"\n')
    with (tmp_path / "content" / "hub.en.yaml").open("a", encoding="utf-8") as hub:
        hub.write("publisher: A county\n")
    return tmp_path


def edit(root: Path, old: str, new: str) -> None:
    text = (root / SERVICE).read_text(encoding="utf-8")
    assert old in text
    (root / SERVICE).write_text(text.replace(old, new, 1), encoding="utf-8")


def run(root: Path, *arguments: str) -> int:
    return main([*arguments, "--project", str(root), "--as-of", "2026-11-21", "--lang", "en"])


def holding(folder: Path, text: str) -> list[Path]:
    """The files of a release that hold a text, as it is, escaped as in JSON, or drawn on a page of a PDF."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert len(files) > 50
    forms = (text.encode(), json.dumps(text)[1:-1].encode())
    return [file for file in files if any(form in _told(file) for form in forms)]


def _told(file: Path) -> bytes:
    data = file.read_bytes()
    if file.suffix != ".pdf":
        return data
    with pypdfium2.PdfDocument(data) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf).encode()


def test_a_marked_text_may_be_edited_but_is_in_no_file_of_a_release(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, "build") == 0
    released = (root / "dist" / "current").resolve()
    edit(root, SUMMARY, f"{SUMMARY}【草稿：{SECRET}】")
    assert run(root, "check") == 0
    assert run(root, "check", "--for-release") == 1
    assert f"{SERVICE}:3:1: R607 " in capsys.readouterr().out
    assert run(root, "build") == 1
    assert (root / "dist" / "current").resolve() == released
    assert holding(root / "dist", SECRET) == []
    assert holding(root / "dist", "老板不给工钱")


def test_a_note_to_editors_in_a_comment_is_in_no_file_of_a_release(root: Path) -> None:
    edit(root, SUMMARY, f"# 【草稿】{SECRET}\n{SUMMARY}")
    assert run(root, "build") == 0
    assert holding(root / "dist", SECRET) == []


def test_a_preview_shows_a_draft_marked_as_a_sample_apart_from_the_releases(root: Path) -> None:
    edit(root, SUMMARY, f"{SUMMARY}【草稿：{SECRET}】")
    assert run(root, "build", "--preview") == 0
    assert not (root / "dist").exists()
    shown = holding(root / "dist-preview", SECRET)
    assert shown
    pages = [file for file in shown if file.suffix == ".html" and "/zh/services/" in file.as_posix()]
    assert pages
    assert all("样稿 · 非政府发布" in file.read_text(encoding="utf-8") for file in pages)
    assert not (root / "dist-preview" / "current" / "q").exists()


def test_a_change_of_substance_waits_for_its_approval_where_the_hub_asks_for_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = '  - {id: r1, date: "2026-01-01", kind: functional, zh: 首次编写, en: First written}\n'
    second = '  - {id: r2, date: "2026-11-01", kind: functional, fields: [visits], zh: 改, en: Changed'
    edit(root, first, f"{first}{second}}}\n")
    assert run(root, "check", "--for-release") == 0
    with (root / "content" / "hub.yaml").open("a", encoding="utf-8") as hub:
        hub.write('approval_since: "2026-06-01"\n')
    assert run(root, "check") == 0
    capsys.readouterr()
    assert run(root, "build") == 1
    assert f"{SERVICE}:56:5: R422 " in capsys.readouterr().err
    assert not (root / "dist").exists()
    edit(
        root,
        f"{second}}}",
        f'{second},\n     approval: {{posts: [分管局长], number: 审〔2026〕3号, date: "2026-11-02"}}}}',
    )
    assert run(root, "check", "--for-release") == 0
