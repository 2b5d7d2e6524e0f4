"""The site for phones: every record as a page in every language, and a page for every place."""

import os
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ...catalogue import Catalogue
from ..artifact import Artifact
from ..frame import Frame
from . import assets
from .printed import Printed
from .skin import Skin

HERE = Path(__file__).parent
UNPRINTED: Mapping[str, Printed] = {}


def frame() -> Frame:
    """What a page of another publisher needs to look like one of the site's."""
    return Frame(assets.folder(), assets.CSP, assets.LOOK)


def publish(catalogue: Catalogue, printed: Mapping[str, Printed] = UNPRINTED) -> Iterator[Artifact]:
    """Every file of the site, the same as plain ``mkdocs build`` writes, with links to the sheets in ``printed``."""
    skin = _Kept(catalogue, printed)
    with TemporaryDirectory(prefix="tongchuang-site-") as folder:
        build(config(skin, folder))
        for file in sorted(Path(folder).rglob("*")):
            if file.is_file():
                yield Artifact(file.relative_to(folder).as_posix(), file.read_bytes())
    for path, html in chain(skin.drawn.items(), skin.stamped()):
        yield Artifact(path, html.encode())


class _Kept(Skin):
    """A skin that takes the pages from MkDocs before it writes them: thousands of folders take a disk seconds."""

    def __init__(self, catalogue: Catalogue, printed: Mapping[str, Printed]) -> None:
        super().__init__(catalogue, printed)
        self.drawn: dict[str, str] = {}

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """MkDocs leaves out what is empty."""
        if written := super().on_post_page(output, page=page, config=config):
            self.drawn[page.file.dest_uri] = written
        return ""


def config(skin: Skin, folder: str) -> MkDocsConfig:
    """What ``mkdocs.yml`` says (a test builds both), with the skin given instead of made by the hook."""
    # Material prints a page of advice about MkDocs 2 when it is loaded.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    made = MkDocsConfig()
    made.load_dict(
        {
            "site_name": "同窗",
            "docs_dir": str(HERE / "static"),
            "site_dir": folder,
            "theme": {"name": "material", "custom_dir": str(HERE / "theme"), "font": False},
            "plugins": [],
        }
    )
    errors, warnings = made.validate()
    if errors or warnings:
        raise RuntimeError(*errors, *warnings)
    made.plugins["tongchuang"] = skin  # type: ignore[assignment]  # as MkDocs does with hooks
    return made
