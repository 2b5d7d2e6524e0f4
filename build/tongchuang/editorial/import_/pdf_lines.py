"""The lines of a PDF: run as a process of its own (``python -m``), where a bad file can do no more than end it.

The file comes on standard input; JSON goes to standard output: pages and lines, or why there are none.
"""

import json
import resource
import sys
from typing import Any, NamedTuple

import pypdfium2

MOST_PAGES = 300
SECONDS = 60
MEMORY = 1_500_000_000


class Line(NamedTuple):
    """One line of a page: its text, where it starts and ends, and the width of its widest character, in points."""

    text: str
    left: float
    right: float
    size: float


def answer(raw: bytes) -> dict[str, Any]:
    """The number of pages and their lines, or under ``refused`` why they can't be had."""
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as problem:
        return {"refused": "encrypted" if "password" in str(problem).lower() else "damaged"}
    if len(document) > MOST_PAGES:
        return {"refused": "long"}
    lines = [line for number in range(len(document)) for line in _lines(document[number].get_textpage())]
    return {"pages": len(document), "lines": lines}


def _lines(page: Any) -> list[Line]:
    found: list[Line] = []
    # Boxes of the whole character cell: those of the ink would start anywhere in it.
    cells = [(page.get_text_range(at, 1), page.get_charbox(at, loose=True)) for at in range(page.count_chars())]
    start = 0
    for at in range(len(cells) + 1):
        if at < len(cells) and cells[at][0] not in ("\r", "\n", "\r\n"):
            continue
        inked = [box for char, box in cells[start:at] if char.strip()]
        if inked:
            text = "".join(char for char, _ in cells[start:at])
            size = max(box[2] - box[0] for box in inked)
            found.append(Line(text, min(box[0] for box in inked), max(box[2] for box in inked), size))
        start = at + 1
    return found


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    json.dump(answer(sys.stdin.buffer.read()), sys.stdout)
