"""MkDocs' way to the pipeline: plain ``mkdocs build`` and ``mkdocs serve`` draw the site from ``content/``.

A thin adapter: the content is loaded, checked and resolved, and everything after that is the skin's.
``mkdocs serve`` runs all of it again at every change.
"""

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from tongchuang.catalogue import Catalogue, resolve
from tongchuang.check import check
from tongchuang.load import load
from tongchuang.project import Project
from tongchuang.publish.sheets import sheets
from tongchuang.publish.site.skin import Skin

_skin: Skin


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The catalogue of the folder that holds ``mkdocs.yml``; PluginError if its content has errors."""
    global _skin
    day = config.extra.get("as_of") or datetime.now(ZoneInfo("Asia/Shanghai")).date()
    if not isinstance(day, date):
        raise PluginError(f"TONGCHUANG_AS_OF={day}: 请写成 2026-01-31 · write it like 2026-01-31")
    catalogue = _catalogue(Project(Path(config.config_file_path).parent), day)
    _skin = Skin(catalogue, sheets(catalogue))
    return _skin.on_config(config)


def _catalogue(project: Project, day: date) -> Catalogue:
    sources = load(project)
    errors = [finding for finding in check(sources, day) if finding.severity == "error"]
    if errors:
        raise PluginError(
            "\n".join(
                f"{f.path}:{f.line}:{f.column}: {f.code} {f.message.zh} · {f.message.en}\n"
                f"    → {f.remedy.zh} · {f.remedy.en}"
                for f in errors
            )
        )
    return resolve(sources, day)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The pages."""
    return _skin.on_files(files, config=config)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """The templates."""
    return _skin.on_env(env, config=config, files=files)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The body of a page."""
    return _skin.on_page_content(html, page=page, config=config, files=files)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """What the frame says of a page."""
    return _skin.on_page_context(context, page=page, config=config, nav=nav)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """What the root page and the page for dead links say."""
    return _skin.on_template_context(context, template_name=template_name, config=config)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The shells, kept back."""
    return _skin.on_post_page(output, page=page, config=config)


def on_post_build(config: MkDocsConfig) -> None:
    """The pages of places, beside those that MkDocs wrote."""
    for path, html in _skin.stamped():
        file = Path(config.site_dir, path)
        file.parent.mkdir(parents=True)
        file.write_text(html, encoding="utf-8", newline="\n")
