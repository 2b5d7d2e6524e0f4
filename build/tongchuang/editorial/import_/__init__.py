"""A policy from a file of another office: ``import_policy``.

1. recognise: what kind of file it is, by its bytes; what can't be read is refused with its remedy
2. read: paragraphs, tables and notes (pandoc, shut in, for Word, OpenDocument and web pages)
3. mend: invisible characters, broken lines, punctuation
4. parts: number, title, recipients, signature, dates, imprint (GB/T 9704)
5. sections: headings, articles, measures with their departments
6. draft: the file, with what is doubtful beside it
7. compare: characters in and out
"""

from dataclasses import dataclass
from datetime import date

from ...model.finding import Bilingual
from . import opendocument, pdf, plain, webpage, word
from .blocks import LeftOut, Read
from .compare import Comparison, compare
from .draft import Draft, draft_of
from .known import Known, known_of
from .lines import mended
from .parts import parts_of
from .recognise import Format, recognise
from .refusal import Refused
from .sections import Sections, sections_of

__all__ = ["Imported", "Known", "Refused", "import_policy", "known_of"]
# The Civil Code, the longest law, has a third of the characters and a quarter of the paragraphs.
MOST_CHARACTERS = 300_000
MOST_BLOCKS = 10_000
_READERS = {"docx": word.read, "odt": opendocument.read, "html": webpage.read, "pdf": pdf.read, "text": plain.read}


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file: the draft, what was left out of it and why, remarks, and the characters compared."""

    format: Format
    sections: Sections
    draft: Draft
    left_out: tuple[LeftOut, ...]
    remarks: tuple[Bilingual, ...]
    comparison: Comparison


def import_policy(
    raw: bytes, name: str, known: Known, day: date, id_: str | None = None, region: str | None = None
) -> Imported:
    """The policy that a file holds; ``name`` is that of the file. Refused if it can't be read."""
    form = recognise(raw, name)
    read: Read = _READERS[form](raw)
    if len(read.text) > MOST_CHARACTERS:
        raise _too_long()
    blocks = mended(read.blocks)
    if len(blocks) > MOST_BLOCKS:
        raise _too_long()
    if not blocks:
        raise Refused(
            "文件里没有文字。请检查是不是选错了文件。", "There is no text in the file. Check that it is the right one."
        )
    parts = parts_of(blocks)
    sections = sections_of(parts.pieces, known.departments)
    draft = draft_of(parts, sections, read.notes, known, day, id_, region)
    left_out = (*read.left_out, *parts.left_out)
    return Imported(form, sections, draft, left_out, read.remarks, compare(read, draft, left_out, sections.stops))


def _too_long() -> Refused:
    return Refused(
        "文件太长，不像一份文件。请把要导入的那一份单独存出来，再导入。",
        "The file is too long for one document. Save the one that you need by itself and import that.",
    )
