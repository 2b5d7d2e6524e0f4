"""The site for phones: every record as a page in every language, and a page for every place."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig

from ...catalogue import Catalogue
from ..artifact import Artifact
from .printed import Printed
from .skin import Skin

HERE = Path(__file__).parent
UNPRINTED: Mapping[str, Printed] = {}


def publish(catalogue: Catalogue, printed: Mapping[str, Printed] = UNPRINTED) -> Iterator[Artifact]:
    """Every file of the site, the same as plain ``mkdocs build`` writes, with links to the sheets in ``printed``."""
    with TemporaryDirectory(prefix="tongchuang-site-") as folder:
        build(_config(catalogue, printed, folder))
        for file in sorted(Path(folder).rglob("*")):
            if file.is_file():
                yield Artifact(file.relative_to(folder).as_posix(), file.read_bytes())


def _config(catalogue: Catalogue, printed: Mapping[str, Printed], folder: str) -> MkDocsConfig:
    """What ``mkdocs.yml`` says (a test builds both), with the catalogue given instead of loaded."""
    # Material prints a page of advice about MkDocs 2 when it is loaded.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    config = MkDocsConfig()
    config.load_dict(
        {
            "site_name": "同窗",
            "docs_dir": str(HERE / "static"),
            "site_dir": folder,
            "theme": {"name": "material", "custom_dir": str(HERE / "theme"), "font": False},
            "plugins": [],
        }
    )
    errors, warnings = config.validate()
    if errors or warnings:
        raise RuntimeError(*errors, *warnings)
    config.plugins["tongchuang"] = Skin(catalogue, printed)  # type: ignore[assignment]  # as MkDocs does with hooks
    return config
