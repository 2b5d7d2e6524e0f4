"""From bytes to text, refusing what can hide in them."""

import re

from ..model.finding import Finding
from .problems import characters

_BOM = b"\xef\xbb\xbf"
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Everything below U+0020 but tab and line ends, DEL and C1 controls, and invisible characters.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u2060\ufeff\ufff9-\uffff]")
_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)


def decode(path: str, raw: bytes) -> tuple[str | None, list[Finding]]:
    """Text with line feeds as line ends, or None if it can't be read at all; and what is wrong with it."""
    findings: list[Finding] = []
    if raw.startswith(_BOM):
        findings.append(characters.bom(path))
        raw = raw[len(_BOM) :]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*findings, characters.not_utf8(path, _position(raw[: error.start].decode("utf-8"), error.start))]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _CONFLICT.search(text)
    if found:
        return None, [*findings, characters.conflict(path, _position(text, found.start()))]
    if found := _CONTROL.search(text):
        return None, [*findings, characters.control(path, _position(text, found.start()), found[0])]
    if found := _BIDI.search(text):
        findings.append(characters.bidi(path, _position(text, found.start()), found[0]))
    return text, findings


def _position(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
