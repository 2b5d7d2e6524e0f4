"""Draws the pictures of the handbook for editors, from its own first change: ``make pictures``.

What the check says, what the change means, the page before and after, and the approval sheet, each as it is, made by
the commands in a copy of the content.
"""

import shutil
import subprocess
import tempfile
from io import BytesIO
from pathlib import Path

import pypandoc
from first_change import HANDBOOKS, FirstChange, read
from make import DAY, ROOT, phone, served
from PIL import Image
from playwright.sync_api import Page
from tongchuang.catalogue import resolve
from tongchuang.load import load
from tongchuang.project import Project

HERE = Path(__file__).resolve().parent / "handbook"
WIDTH = 780
STYLE = (
    "body{font:16px/1.6 'DejaVu Sans','Noto Sans SC',sans-serif;margin:24px;color:#1f2328}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:6px 8px;vertical-align:top;text-align:left}"
    "pre{background:#f3f4f4;padding:10px}h1{font-size:24px}h2{font-size:20px}h3{font-size:17px}"
    "col{width:auto!important}td{min-width:4.5em}"
)


def run(root: Path, *command: str) -> str:
    """What a command prints; ``check`` may find errors."""
    done = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    if done.returncode > 1:
        raise RuntimeError(done.stderr)
    return done.stdout


def git(root: Path, *arguments: str) -> None:
    """Git, with an author of its own."""
    author = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    subprocess.run(["git", *author, *arguments], cwd=root, check=True, capture_output=True)


def shown(view: Page, html: str, name: str, most: int = 4000) -> None:
    """A text as a picture, no wider than a page of a platform."""
    view.goto("about:blank")  # a page of the hub allows no styles but its own
    view.set_content(f"<style>{STYLE}</style><body>{html}</body>")
    view.set_viewport_size({"width": WIDTH, "height": 100})
    height = min(most, view.evaluate("Math.ceil(document.body.getBoundingClientRect().height) + 48"))
    view.set_viewport_size({"width": WIDTH, "height": height})
    _save(view, name)


def page(view: Page, host: str, name: str) -> None:
    """The first screen of the service, as a phone shows it."""
    view.set_viewport_size({"width": 360, "height": 640})
    view.goto(f"{host}zh/services/residence-permit-apply/", wait_until="networkidle")
    _save(view, name)


def _save(view: Page, name: str) -> None:
    Image.open(BytesIO(view.screenshot())).convert("RGB").save(HERE / f"{name}.webp", quality=60, method=6)


def main() -> None:
    """Follow the first change, and draw what is seen on the way."""
    HERE.mkdir(exist_ok=True)
    change: FirstChange = read(ROOT / "docs" / HANDBOOKS["zh"])
    program = str(ROOT / ".venv" / "bin" / "tongchuang")
    day = ("--as-of", DAY.isoformat())
    with tempfile.TemporaryDirectory() as folder, phone(1) as context:
        root, view = Path(folder, "hub"), context.new_page()
        shutil.copytree(ROOT / "content", root / "content")
        git(Path(folder), "init", "-q", "-b", "main", str(root))
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", "content")
        with served(resolve(load(Project(root)), DAY)) as host:
            page(view, host, "before.zh")
        change.edit(root)
        for lang in HANDBOOKS:
            found = run(root, program, "check", *day, "--base", "main", "--format", "markdown", "--lang", lang)
            shown(view, _html(found), f"check.{lang}")
        change.record(root)
        with served(resolve(load(Project(root)), DAY)) as host:
            page(view, host, "after.zh")
        for lang in HANDBOOKS:
            meant = run(root, program, "diff", *day, "--base", "main", "--lang", lang)
            shown(view, _html(meant), f"diff.{lang}")
            sheet = root / f"approval.{lang}.docx"
            run(
                root,
                program,
                "diff",
                *day,
                "--base",
                "main",
                "--format",
                "docx",
                "--lang",
                lang,
                "--output",
                str(sheet),
            )
            shown(view, pypandoc.convert_file(str(sheet), "html", extra_args=["--standalone"]), f"approval.{lang}")


def _html(text: str) -> str:
    """Markdown as the platforms show it."""
    return pypandoc.convert_text(text, "html", format="gfm")


if __name__ == "__main__":
    main()
