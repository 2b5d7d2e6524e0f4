"""The same content as a stock project of Material for MkDocs: Markdown pages, their navigation, search, two languages."""

import re
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

HERE = Path(__file__).parent
VENV = HERE.parents[1] / ".cache" / "peers"
# As its documentation sets one up, with two languages; there is no network for its fonts.
_STOCK = """\
site_name: 同窗
theme:
  name: material
  font: false
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: zh, name: 中文, default: true, build: true}
        - {locale: en, name: English, build: true}
"""
# Without what is known to be slow: one language after the other as folders, and one page in the navigation.
_NO_NAV = """\
site_name: 同窗
theme:
  name: material
  font: false
nav: [zh/index.md]
validation: {nav: {omitted_files: ignore}}
"""
CONFIGURATIONS: Mapping[str, str] = {"stock": _STOCK, "no-nav": _NO_NAV}


def python() -> Path:
    """The Python of the peers' own environment, made from ``peers.lock`` if there is none yet."""
    found = VENV / "bin" / "python"
    if not found.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        pip = [found, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        subprocess.run([*pip, "-r", HERE / "peers.lock"], check=True)
    return found


def write(folder: Path, pages: Mapping[str, str]) -> None:
    """A project of both configurations in ``folder``, with a Markdown page for each of our HTML pages by path."""
    folder.mkdir(parents=True)
    for name, text in CONFIGURATIONS.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    for path, html in pages.items():
        file = folder / "docs" / path.replace("index.html", "index.md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown(html, path, pages), encoding="utf-8")


def markdown(html: str, path: str, pages: Mapping[str, str]) -> str:
    """What the main part of a page says, in Markdown; links to pages that are not in ``pages`` become text."""
    reader = _Reader(path, pages)
    reader.feed(html[html.index("<main") : html.index("</main>")])
    return re.sub(r"\n{3,}", "\n\n", "".join(reader.written)).strip() + "\n"


class _Reader(HTMLParser):
    _BEFORE: Mapping[str, str] = {
        **{f"h{level}": "\n\n" + "#" * level + " " for level in range(1, 7)},
        **dict.fromkeys(("p", "dl", "ul", "ol", "table", "section", "summary", "form", "div"), "\n\n"),
        "li": "\n- ",
        "dt": "\n\n**",
        "dd": "\n\n: ",
        "tr": "\n\n",
        "td": " ",
        "th": " ",
        "br": "\n",
        "strong": " **",
    }
    _AFTER: Mapping[str, str] = {"dt": "**", "strong": "** ", "p": "\n\n", "ul": "\n\n", "ol": "\n\n", "span": " "}

    def __init__(self, path: str, pages: Mapping[str, str]) -> None:
        super().__init__()
        self.written: list[str] = []
        self._path, self._pages = path, pages
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._links.append(self._address(dict(attrs).get("href") or ""))
            self.written.append("[" if self._links[-1] else "")
        elif not self._links:
            self.written.append(self._BEFORE.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            to = self._links.pop()
            self.written.append(f"]({to})" if to else "")
        elif not self._links:
            self.written.append(self._AFTER.get(tag, ""))
        elif tag in ("strong", "span"):
            self.written.append(" ")

    def handle_data(self, data: str) -> None:
        text = re.sub(r"\s+", " ", data)
        self.written.append(re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text))

    def _address(self, href: str) -> str:
        if re.match(r"(https?|tel):", href):
            return href
        target = normpath(join(dirname(self._path), href.partition("#")[0], "index.html"))
        if target not in self._pages or not href.partition("#")[0]:
            return ""
        return href.partition("#")[0] + "index.md"
