"""From bytes to text, refusing what can hide in them."""

import re

from ..model.finding import Finding
from .problems import characters

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# How files of other programs begin: APPNOTE.TXT 4.3.7 (ZIP), [MS-CFB] 2.2, ISO 32000-2 7.5.2, PNG, JPEG, RTF, HTML.
_FOREIGN = (
    (b"PK\x03\x04", characters.Foreign.OFFICE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", characters.Foreign.OFFICE),
    (b"{\\rtf", characters.Foreign.OFFICE),
    (b"%PDF-", characters.Foreign.PDF),
    (b"\x89PNG", characters.Foreign.PICTURE),
    (b"\xff\xd8\xff", characters.Foreign.PICTURE),
    (b"<!doctype html", characters.Foreign.PAGE),
    (b"<html", characters.Foreign.PAGE),
)
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Everything below U+0020 but tab and line ends, DEL and C1 controls; soft hyphen and invisible characters, those that
# join letters only beside Latin and Chinese ones; spaces that are no plain space; private use; what stands for a lost
# character; emoji, and what makes a sign one: no font of print has them.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u180e\u200b\u2028\u2029\u2060-\u2064\u3164\ufeff\ufff9-\uffff]"
    "|(?<=[ -~\u3000-\u9fff])[\u200c\u200d]|[\u200c\u200d](?=[ -~\u3000-\u9fff])"
    "|[\xa0\u2000-\u200a\u202f\u205f]"
    "|[\ue000-\uf8ff\U000f0000-\U0010ffff]"
    "|[\u20e3\ufe0e\ufe0f\U0001f000-\U0001faff\U000e0000-\U000e007f]"
)
# A space as wide as a Chinese character, where YAML expects a plain one or nothing: at either end of a line or key.
_WIDE_SPACE = re.compile("^[ \u3000]*\u3000|(?<=: )\u3000|(?<=:)\u3000", re.MULTILINE)
_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)


def decode(path: str, raw: bytes) -> tuple[str | None, list[Finding]]:
    """Text with line feeds as line ends, or None if it can't be read at all; and what is wrong with it."""
    start = raw[:64].lstrip().lower()
    foreign = next((what for first, what in _FOREIGN if start.startswith(first.lower())), None)
    if foreign:
        return None, [characters.foreign(path, foreign)]
    if raw.startswith(_UTF16) or b"\0" in raw[:2]:
        return None, [characters.not_utf8(path, (1, 1))]
    findings: list[Finding] = []
    if raw.startswith(_BOM):
        findings.append(characters.bom(path))
        raw = raw[len(_BOM) :]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*findings, characters.not_utf8(path, _position(raw[: error.start].decode("utf-8"), error.start))]
    # RFC 4180, 2 ends the lines of a table with CR LF, and spreadsheets do.
    returned = re.search(r"\r(?!\n)" if path.endswith(".csv") else r"\r", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _CONFLICT.search(text):
        return None, [*findings, characters.conflict(path, _position(text, found.start()))]
    refused = [*_REFUSED.finditer(text)]
    if not refused and not path.endswith(".md"):
        refused = [*_WIDE_SPACE.finditer(text)]
    if refused:
        at = refused[0].end() - 1
        return None, [*findings, characters.refused(path, _position(text, at), text[at], len(refused))]
    if found := _BIDI.search(text):
        findings.append(characters.bidi(path, _position(text, found.start()), found[0]))
    elif returned:
        findings.append(characters.line_ends(path, (_position(text, returned.start())[0], 1)))
    return text, findings


def _position(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
