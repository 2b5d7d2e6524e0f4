"""What every reader makes of a file: its paragraphs and tables in order, and what it could not take along."""

from dataclasses import dataclass

from ...model.finding import Bilingual


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``level`` (from 1) where the file itself calls it a heading."""

    text: str
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all rows as long as the longest; the first row is the head."""

    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Text of the file that does not go into the policy, and why."""

    text: str
    why: Bilingual


@dataclass(frozen=True, slots=True)
class Read:
    """A file as its reader found it.

    ``text`` is all its text, got from the file without the way that leads to ``blocks``, so that the two can be
    compared; ``remarks`` tell the editor what no text shows (pictures, numbers that Word had set by itself).
    """

    blocks: tuple[Block, ...]
    text: str
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[Bilingual, ...] = ()
