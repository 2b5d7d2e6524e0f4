"""The notice and the guide of a service as a Word file or plain text."""

import argparse
from pathlib import Path

from ..catalogue import Catalogue
from ..catalogue.answers import Answers
from ..model.finding import Bilingual
from . import CannotRun, lacking

FORMATS = ("docx", "txt")


def text_of(args: argparse.Namespace, catalogue: Catalogue, answers: Answers) -> bytes:
    """The file. KeyError for a service, place or language that isn't there; CannotRun for another document."""
    try:
        from ..publish import pandoc
        from ..publish.print.editable import KINDS, as_text, as_word
    except ImportError as missing:
        raise lacking(missing, "print") from missing
    if args.document not in KINDS:
        raise CannotRun(
            Bilingual(
                f"--format {args.format} 只用于 notice（告知单）和 guide（办事指南）。",
                f"--format {args.format} is for a notice or a guide only.",
            )
        )
    of = (catalogue, args.document, args.service or "", args.place, answers, args.lang)
    if args.format == "txt":
        # A byte order mark and CR LF: old editors on office computers need both.
        return ("\ufeff" + as_text(*of).replace("\n", "\r\n")).encode()
    try:
        return as_word(*of)
    except (pandoc.Failed, pandoc.Stopped) as problem:
        raise CannotRun(Bilingual(f"写不出 Word 文件：{problem}", f"No Word file: {problem}")) from None


def name_of(args: argparse.Namespace) -> Path:
    """What the file is called if nobody says."""
    parts = (args.service, args.place, "personal" if args.answers else None)
    return Path(f"{args.document}-{'.'.join(part for part in parts if part)}.{args.lang}.{args.format}")
