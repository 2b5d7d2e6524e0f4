"""MkDocs and Material as a skin: what the build does at each of MkDocs' events.

Pages exist in memory only; MkDocs draws the frame around each (``theme/main.html``) and copies the assets.
Of Material the style sheet stays, for the texts of policies; its scripts, fonts and search are left out.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from ...catalogue import Catalogue
from ..words import words
from . import assets, links
from .draw import Drawing
from .page import Page
from .pages import all_pages
from .printed import NOTHING, Printed
from .stamp import STAMPED, shell, stamp

_STYLE = "assets/stylesheets/main."


class Skin:
    """A catalogue's pages as MkDocs wants them, with links to what is ``printed`` in each language; methods are named
    after MkDocs' events."""

    def __init__(self, catalogue: Catalogue, printed: Mapping[str, Printed]) -> None:
        self.catalogue = catalogue
        self.assets = assets.folder()
        self.drawings = {
            lang: Drawing(catalogue.view(lang), printed.get(lang, NOTHING)) for lang in catalogue.languages
        }
        self.pages: dict[str, tuple[str, Page]] = {}
        # By language and kind of record, as MkDocs drew them.
        self.shells: dict[tuple[str, str], str] = {}
        self.style = ""
        view = catalogue.view("zh")
        self._picture = view.marks.get(view.network.profile, b"")
        # The official mark in place of ours, as it was supplied (R720), named after what it holds.
        self.mark = f"assets/mark-{sha256(self._picture).hexdigest()[:10]}.png" if self._picture else ""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """The root pages in place of the sitemap, which would hold the day of the build."""
        config.theme.static_templates = {"index.html", "kiosk.html", "404.html"}
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Every page of every language, none of them in the navigation."""
        for lang in self.catalogue.languages:
            for page in all_pages(self.catalogue, lang):
                self._add(files, config, f"{lang}/{page.address}index.md", lang, page)
            for kind in STAMPED:
                self._add(files, config, f"{lang}/shells/{kind}.md", lang, shell(kind))
        return self._with_mark(files, config)

    def _with_mark(self, files: Files, config: MkDocsConfig) -> Files:
        if self.mark:
            files.append(File.generated(config, self.mark, content=self._picture))
        return files

    def _add(self, files: Files, config: MkDocsConfig, path: str, lang: str, page: Page) -> None:
        self.pages[path] = (lang, page)
        files.append(File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Templates that escape and fail loudly; of the theme's files only what pages use."""
        env.autoescape = True
        env.undefined = StrictUndefined
        env.trim_blocks = env.lstrip_blocks = True
        for file in [file for file in files if not file.is_documentation_page()]:
            if file.src_uri.startswith(_STYLE) and file.src_uri.endswith(".css"):
                self.style = file.src_uri
            elif file.src_uri != self.mark:
                files.remove(file)
        for name, data in assets.files().items():
            files.append(File.generated(config, self.assets + name, content=data))
        return env

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """The body, drawn by our own templates."""
        lang, ours = self.pages[page.file.src_uri]
        return self.drawings[lang].body(ours)

    def on_page_context(
        self, context: dict[str, Any], *, page: MkDocsPage, config: MkDocsConfig, nav: Any
    ) -> dict[str, Any]:
        """What the frame needs to know of a page."""
        lang, ours = self.pages[page.file.src_uri]
        found = links.alternates(self.catalogue, ours.address)
        return {
            "ours": ours,
            "body": page.content,
            "root": links.root(ours.address),
            "alternates": found,
            "here": next(alternate for alternate in found if alternate.lang == lang),
            "hub": self.catalogue.view(lang).hub,
            "assets": links.root(ours.address) + self.assets,
            "csp": assets.CSP,
            "look": assets.LOOK,
            "first_screen": assets.FIRST_SCREEN,
            "mark": self.mark,
            "style": self.style,
            "w": words(lang),
        }

    def on_template_context(
        self, context: dict[str, Any], *, template_name: str, config: MkDocsConfig
    ) -> dict[str, Any]:
        """What the root page, the terminal's and the page for dead links need: they speak all languages at once."""
        url = self.catalogue.view("zh").hub.base_url
        base = f"{url}/" if url else ""
        root = base if template_name == "404.html" else ""
        return {
            "root": root,
            "base": base,
            "assets": root + self.assets,
            "csp": assets.CSP,
            "views": {lang: self.catalogue.view(lang) for lang in self.catalogue.languages},
            "languages": [
                (links.tag(lang), lang, words(lang), self.catalogue.view(lang).hub) for lang in self.catalogue.languages
            ],
        }

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """A shell is kept for stamping and not written."""
        lang, ours = self.pages[page.file.src_uri]
        if ours.template == "shell.html":
            self.shells[lang, Path(page.file.src_uri).stem] = output
            return ""
        return output

    def stamped(self) -> Iterator[tuple[str, str]]:
        """The path and HTML of every stamped page, once MkDocs has drawn the shells."""
        day = self.catalogue.as_of.isoformat()
        for (lang, kind), drawn in self.shells.items():
            drawing = self.drawings[lang]
            for address, html in stamp(drawn, STAMPED[kind].pages(drawing, day)):
                yield f"{lang}/{address}index.html", html
