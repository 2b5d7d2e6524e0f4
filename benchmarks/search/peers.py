"""The same pages searched by others: stock Material for MkDocs (lunr, with jieba) and Pagefind (extended).

Each is a site of files as its documentation sets one up, a site for each language: Material's gets Markdown, Pagefind's
our own HTML, of which it reads the main part.
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from html import unescape
from pathlib import Path

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "site"))
VENV = HERE.parents[1] / ".cache" / "search-peers"

from peer import markdown  # noqa: E402 (of the other benchmark)

# The navigation takes the square of the pages and is not searched.
_MATERIAL = """\
site_name: 同窗
theme: {{name: material, language: {lang}, font: false}}
plugins: [search]
nav: [index.md]
validation: {{nav: {{omitted_files: ignore}}}}
"""
_PAGEFIND = """\
<!doctype html><html lang="{lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Pagefind</title><link rel="stylesheet" href="pagefind/pagefind-ui.css"><div id="search"></div>
<script src="pagefind/pagefind-ui.js"></script><script>new PagefindUI({{ element: "#search" }})</script></html>
"""


def python() -> Path:
    """The Python of the peers' own environment, made from ``peers.lock`` if there is none yet."""
    found = VENV / "bin" / "python"
    if not found.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        pip = [str(found), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        subprocess.run([*pip, "-r", f"{HERE}/peers.lock"], check=True)
    return found


def material(pages: Mapping[str, str], lang: str, work: Path) -> dict[str, bytes]:
    """The site that Material makes of the pages of one language, by path below ``/<lang>/``."""
    (work / "mkdocs.yml").write_text(_MATERIAL.format(lang=lang), encoding="utf-8")
    for path, html in pages.items():
        file = work / "docs" / path.replace("index.html", "index.md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_titled(html, path, pages), encoding="utf-8")
    command = [str(python()), "-m", "mkdocs", "build", "--quiet", "-f", f"{work}/mkdocs.yml", "-d", f"{work}/site"]
    subprocess.run(command, env={"NO_MKDOCS_2_WARNING": "1"}, check=True)
    return _files(work / "site")


def _titled(html: str, path: str, pages: Mapping[str, str]) -> str:
    """A page in Markdown with its title, which weighs most, and without the way to it, which is no text of its own."""
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    title = unescape(re.sub(r"<[^>]+>", "", heading[1])).strip() if heading else "同窗"
    text = markdown(re.sub(r"<nav\b.*?</nav>", "", html, flags=re.DOTALL), path, pages)
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n{text}"


def pagefind(pages: Mapping[str, str], lang: str, work: Path) -> dict[str, bytes]:
    """The pages with the index that Pagefind makes of them, and a page that searches it."""
    for path, html in pages.items():
        file = work / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, encoding="utf-8")
    command = [str(python()), "-m", "pagefind", "--quiet", "--site", f"{work}/site", "--root-selector", "main"]
    subprocess.run(command, check=True)
    return {**_files(work / "site"), "index.html": _PAGEFIND.format(lang=lang).encode()}


def _files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
