"""Marks and words for sheets that are finished otherwise: laid out with our fonts alone, in a process of their own."""

import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from . import fonts

ASSETS = Path(__file__).parent


def laid_out(markup: str, fonts_folder: Path) -> bytes:
    """A page of HTML as PDF; it may load the style sheets beside this module, nothing else."""
    with tempfile.TemporaryDirectory(prefix="tongchuang-print-") as folder:
        configuration = fonts.configuration(fonts_folder, Path(folder))
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            return pool.submit(_lay, markup, configuration).result()


def _lay(markup: str, configuration: Path) -> bytes:
    # WeasyPrint reads the font configuration when it is imported.
    os.environ["FONTCONFIG_FILE"] = str(configuration)
    import weasyprint

    from .fetch import AssetFetcher
    from .press import IDENTIFIER

    html = weasyprint.HTML(string=markup, base_url=ASSETS.as_uri() + "/", url_fetcher=AssetFetcher(ASSETS))
    made: bytes = html.write_pdf(pdf_identifier=IDENTIFIER)
    return made
