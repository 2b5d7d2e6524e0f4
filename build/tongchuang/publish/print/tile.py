"""A sheet that is larger than the printer's paper, on several pages to be cut and glued together (拼贴).

Every page shows a window of the sheet at its real size. Windows are alike and overlap, so that a page can be glued onto
the strip that its neighbours leave; the margins around them have the marks for cutting and glueing, a ruler that shows
whether the printer kept the size, and a plan of where the page belongs.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Literal

import pikepdf
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf, String

from ...model.finding import Bilingual, Failure
from ..words import words
from .lay import laid_out
from .legible import millimetres
from .text import Text, tag

Paper = Literal["A4", "A3"]
POINTS = 72 / 25.4  # of a millimetre
# In millimetres. Windows overlap by a little more than a centimetre, for hands that cut askew. Office printers leave up
# to 5 of paper white; the rest of the margin is for the marks, and at the foot for the ruler and the words.
OVERLAP = 12.0
_MARGIN = 11.0
_FOOT = 27.0
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Grid:
    """How a sheet is cut up: ``columns`` and ``rows`` of windows on pages of ``paper``.

    All in millimetres: ``paper`` and ``window`` are width and height, ``at`` is where the window stands on its page,
    from the left and the top.
    """

    columns: int
    rows: int
    paper: tuple[float, float]
    window: tuple[float, float]
    at: tuple[float, float]

    def origin(self, row: int, column: int) -> tuple[float, float]:
        """Where a window begins on the sheet, from its left and its top."""
        width, height = self.window
        return column * (width - OVERLAP), row * (height - OVERLAP)


@dataclass(frozen=True, slots=True)
class _Tile:
    """One window of one page of the sheet, all counted from 0."""

    page: int
    row: int
    column: int
    grid: Grid


class NotTiled(Failure):
    """The sheet needs no tiles."""


def tile(data: bytes, paper: Paper, langs: Sequence[str], fonts: Path) -> bytes:
    """The pages of a PDF on pages of ``paper``, each labelled in the languages ``langs``, row by row.

    The same arguments give the same bytes. NotTiled for a sheet that fits onto the paper as it is.
    """
    with Pdf.open(io.BytesIO(data)) as pdf:
        grids = [_grid_of(page, paper) for page in pdf.pages]
        tiles = _tiles(grids)
        title = str(pdf.docinfo.get(Name.Title, ""))
        with Pdf.open(io.BytesIO(_labels(tiles, grids, langs, fonts))) as made:
            artworks = [made.copy_foreign(page.as_form_xobject()) for page in pdf.pages]
            for page, one in zip(made.pages, tiles, strict=True):
                _show(page, artworks[one.page], one)
            made.docinfo[Name.Title] = String(title)
            # What opens the file asks for "actual size" (ISO 32000-1, 12.2).
            made.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, PrintScaling=Name("/None"))
            out = io.BytesIO()
            made.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
            return out.getvalue()


def grid(width: float, height: float, paper: Paper) -> Grid:
    """The grid of a sheet so wide and high (millimetres): on paper upright or lying, whichever takes fewer pages."""
    upright = millimetres(paper)
    return min((_grid(width, height, way) for way in (upright, upright[::-1])), key=lambda one: one.columns * one.rows)


def _grid(width: float, height: float, paper: tuple[float, float]) -> Grid:
    across, down = paper[0] - 2 * _MARGIN, paper[1] - _MARGIN - _FOOT
    columns, rows = _least(width, across), _least(height, down)
    # All as large as each other: the last of a row is no narrow strip.
    window = (width + (columns - 1) * OVERLAP) / columns, (height + (rows - 1) * OVERLAP) / rows
    at = (paper[0] - window[0]) / 2, _MARGIN + (down - window[1]) / 2
    return Grid(columns, rows, paper, window, at)


def _least(whole: float, room: float) -> int:
    return max(ceil((whole - OVERLAP) / (room - OVERLAP)), 1)


def _grid_of(page: pikepdf.Page, paper: Paper) -> Grid:
    left, bottom, right, top = (float(edge) / POINTS for edge in page.trimbox)
    width, height = right - left, top - bottom
    if sorted((round(width), round(height))) <= sorted(round(side) for side in millimetres(paper)):
        raise NotTiled(
            Bilingual(
                f"这张不比 {paper} 大，不用拼，直接打印。",
                f"This sheet is no larger than {paper}: print it as it is, without tiles.",
            )
        )
    return grid(width, height, paper)


def _tiles(grids: Sequence[Grid]) -> list[_Tile]:
    return [
        _Tile(page, row, column, one)
        for page, one in enumerate(grids)
        for row in range(one.rows)
        for column in range(one.columns)
    ]


def _labels(tiles: Sequence[_Tile], grids: Sequence[Grid], langs: Sequence[str], fonts: Path) -> bytes:
    """A page for each tile with everything but the sheet itself."""

    def say(key: str, **values: object) -> Text:
        return Text(tuple((lang, words(lang)(f"print.tile.{key}", **values)) for lang in langs))

    html = _TEMPLATES.get_template("tile.html").render(
        tiles=tiles, grids=grids, overlap=OVERLAP, say=say, tag=tag(langs[0])
    )
    return laid_out(html, fonts)


def _show(page: pikepdf.Page, artwork: pikepdf.Object, tile: _Tile) -> None:
    """Puts the part of the sheet that lies in the tile's window below its marks."""
    one = tile.grid
    (x, y), (width, height), paper_height = one.at, one.window, one.paper[1]
    left, top = one.origin(tile.row, tile.column)
    box = [float(edge) for edge in artwork.BBox]
    # PDF counts from the bottom: the sheet's upper left corner comes to lie ``left`` and ``top`` outside the window's.
    dx, dy = (x - left) * POINTS - box[0], (paper_height - y + top) * POINTS - box[3]
    window = f"{x * POINTS:.4f} {(paper_height - y - height) * POINTS:.4f} {width * POINTS:.4f} {height * POINTS:.4f}"
    page.add_resource(artwork, Name.XObject, Name.Artwork)
    page.contents_add(f"q {window} re W n 1 0 0 1 {dx:.4f} {dy:.4f} cm /Artwork Do Q".encode(), prepend=True)
