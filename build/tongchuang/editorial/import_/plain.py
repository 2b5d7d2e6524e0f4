"""Plain text: its encoding, its lines, and paragraphs that were broken into lines of one width."""

import codecs
import re

from .blocks import Paragraph, Read
from .refusal import Refused

_ENDS = ("。", "：", "；", ":")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_STARTS = re.compile(
    r"^(\s{2,}|\u3000|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第[一二三四五六七八九十百零\d]+[章节条]|附件)"
)


def read(raw: bytes) -> Read:
    """The paragraphs of a text file."""
    text = decode(raw, None)
    return Read(tuple(Paragraph(line) for line in unwrapped(text.splitlines())), text)


def decode(raw: bytes, declared: str | None) -> str:
    """Text of UTF-8, UTF-16 or the Chinese encodings (GB 18030 reads all of them); Refused if it is none."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    for encoding in ("utf-8", "gb18030", *([declared] if declared else [])):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise Refused(
        "认不出文字的编码。请用记事本打开，另存为，编码选 UTF-8，再导入。",
        "The encoding of the text can't be told. Open it in Notepad, save it with the encoding UTF-8 and import that.",
    )


def unwrapped(lines: list[str]) -> list[str]:
    """Paragraphs. Where most lines are of one length, a line that is full goes on in the next (copied from a PDF)."""
    filled = [line for line in lines if line.strip()]
    width = max(map(len, filled), default=0)
    full = sum(len(line) >= width - 3 and not line.rstrip().endswith(_ENDS) for line in filled)
    if width > 60 or len(filled) < 8 or full < 0.5 * len(filled):
        return filled
    found: list[str] = []
    goes_on = False
    for line in lines:
        if not line.strip():
            goes_on = False
        elif goes_on and not _STARTS.match(line):
            found[-1] = run_on(found[-1], line.strip())
            goes_on = len(line) >= width - 3 and not line.rstrip().endswith(_ENDS)
        else:
            found.append(line)
            goes_on = len(line) >= width - 3 and not line.rstrip().endswith(_ENDS)
    return found


def run_on(line: str, following: str) -> str:
    """Two lines of one paragraph; where words of letters or digits meet, the line end was a space."""
    return f"{line}{' ' if line[-1:].isascii() and following[:1].isascii() else ''}{following}"
