"""``tongchuang preview``: a saved change shows in the browser by itself, with what is wrong, at file and line."""

import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from http.client import HTTPConnection
from pathlib import Path

import pytest
from tongchuang.catalogue import resolve
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish.sheets import sheets
from tongchuang.publish.site.asked import Asked

SMALL = Path(__file__).parents[1] / "check" / "shared" / "content"
SERVICE = "content/services/wages/report-wages.yaml"
PAGE = "/zh/services/report-wages/"
_EXTRA = re.compile(r'<link rel="stylesheet" href="/~preview/.*?</script>|<aside id="tc-preview".*?</aside>', re.DOTALL)


@dataclass(frozen=True)
class Preview:
    """A running preview of a folder of content."""

    root: Path
    port: int

    def get(self, path: str, host: str = "localhost") -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path, headers={"Host": f"{host}:{self.port}"})
        answer = connection.getresponse()
        found = answer.status, answer.read().decode()
        connection.close()
        return found

    def save(self, old: str, new: str) -> None:
        """Saves a change of the service, and waits until the browser is told to load its page again."""
        number = re.search(r'data-number="(\d+)"', self.get(PAGE)[1])[1]
        file = self.root / SERVICE
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert self.get(f"/~preview/changes?after={number}")[1] != number


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = tmp_path_factory.mktemp("preview")
    shutil.copytree(SMALL, root / "content")
    # Advice on a file that nobody saves.
    other = root / "content" / "departments.yaml"
    other.write_text(other.read_text(encoding="utf-8").replace("管拖欠工资", "管工资,管拖欠"), encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    # What starts the tests in the background may have them ignore Ctrl+C.
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    run = f"{heard}; import sys; from tongchuang.cli import main; sys.exit(main({_arguments(root, port)}))"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with (
        (root / "said.txt").open("w") as said,
        subprocess.Popen(
            [sys.executable, "-c", run], stdout=subprocess.PIPE, stderr=said, text=True, env=env
        ) as process,
    ):
        assert process.stdout is not None
        assert f"http://127.0.0.1:{port}/" in process.stdout.readline()
        yield Preview(root, port)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    assert (root / "said.txt").read_text() == ""


@pytest.fixture
def preview(running: Preview) -> Iterator[Preview]:
    """As it was before each test; the file stays among those that were saved."""
    file = running.root / SERVICE
    text = file.read_text(encoding="utf-8")
    yield running
    if file.read_text(encoding="utf-8") != text:
        running.save(file.read_text(encoding="utf-8"), text)


def _arguments(root: Path, port: int) -> list[str]:
    return ["preview", "--project", str(root), "--port", str(port), "--as-of", "2026-11-21"]


def test_a_saved_change_is_on_the_page(preview: Preview) -> None:
    assert "拖欠工资举报" not in preview.get(PAGE)[1]
    preview.save("name: 拖欠工资投诉", "name: 拖欠工资举报")
    assert "拖欠工资举报" in preview.get(PAGE)[1]


def test_aside_from_the_panel_the_page_is_the_built_one(preview: Preview) -> None:
    project = Project(preview.root)
    catalogue = resolve(load(project), date(2026, 11, 21))
    site = Asked(catalogue, sheets(catalogue))
    for path in ("index.html", "zh/index.html", "en/services/report-wages/index.html"):
        shown = preview.get(f"/{path.removesuffix('index.html')}")[1]
        assert shown.count("tc-preview") == 1
        assert _EXTRA.sub("", shown).encode() == site.file(path)


def test_a_mistake_is_named_in_both_languages_at_its_line_while_the_page_from_before_stays(preview: Preview) -> None:
    preview.save("name: 拖欠工资投诉", "nmae: 拖欠工资投诉")
    status, page = preview.get(PAGE)
    assert status == 200
    assert "拖欠工资投诉</h1>" in page
    line = next(
        number
        for number, text in enumerate((preview.root / SERVICE).read_text(encoding="utf-8").split("\n"), 1)
        if text.startswith("nmae")
    )
    panel = page.partition("<aside")[2].partition("</aside>")[0]
    assert f"{SERVICE}:{line}:1" in panel
    assert "1 error in the content" in panel
    assert "内容有 1 个错误" in panel
    preview.save("nmae:", "name:")
    assert 'class="right"' in preview.get(PAGE)[1]


def test_remarks_are_only_on_files_that_were_saved(preview: Preview) -> None:
    assert "article" not in preview.get(PAGE)[1].partition("</aside>")[0]
    preview.save("summary: ", "summary: 这是混了半角标点的一句话,看看说不说。")
    panel = preview.get(PAGE)[1].partition("</aside>")[0]
    assert 'class="advice"' in panel
    assert set(re.findall(r"<h2>(.*?)</h2>", panel)) == {SERVICE}


def test_content_markup_stays_text_in_the_panel(preview: Preview) -> None:
    preview.save("type: ", "type: <script>alert(1)</script>")
    assert "<script>alert" not in preview.get(PAGE)[1]


def test_a_name_that_is_not_this_computers_is_refused(preview: Preview) -> None:
    assert preview.get(PAGE, "evil.example")[0] == 403


def test_what_is_not_there_says_so_and_a_page_without_its_slash_is_found(preview: Preview) -> None:
    assert preview.get("/zh/nowhere/")[0] == 404
    assert "tongchuang build" in preview.get("/search/index.json")[1]
    assert preview.get(PAGE.removesuffix("/"))[0] == 302
    assert preview.get("/print/board/none.A4.zh.pdf")[0] == 404


def test_a_browser_that_goes_away_while_it_waits_is_no_error(preview: Preview) -> None:
    """What the server says on its error stream is looked at when it has stopped."""
    number = re.search(r'data-number="(\d+)"', preview.get(PAGE)[1])[1]
    for _ in range(3):
        left = socket.create_connection(("127.0.0.1", preview.port))
        left.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        left.sendall(f"GET /~preview/changes?after={number} HTTP/1.1\r\nHost: localhost:1\r\n\r\n".encode())
        left.close()
    preview.save("name: 拖欠工资投诉", "name: 拖欠工资举报")


def test_the_browser_loads_the_page_again_by_itself(preview: Preview) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = chromium.new_page()
        complaints: list[str] = []
        page.on("console", lambda said: complaints.append(said.text) if "Policy" in said.text else None)
        page.goto(f"http://localhost:{preview.port}{PAGE}")
        preview.save("name: 拖欠工资投诉", "name: 拖欠工资举报")
        page.wait_for_selector("h1:has-text('拖欠工资举报')", timeout=5000)
        assert not complaints
        chromium.close()
